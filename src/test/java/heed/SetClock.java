package heed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.NullMarked;

/** A clock that stands still until a test moves it. */
@NullMarked
public final class SetClock extends Clock {
    private static final Instant START = Instant.parse("2026-03-10T09:00:00Z");

    private volatile Instant now = START;

    /** Moves time on. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Goes to a moment. */
    public void goTo(Instant moment) {
        now = moment;
    }

    /** Stands again where it stood at first: tests that share the program do not share each other's time. */
    public void startAgain() {
        now = START;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
