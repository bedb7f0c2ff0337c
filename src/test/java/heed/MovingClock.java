package heed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullMarked;

/** A clock that goes when a test says so. */
@NullMarked
public final class MovingClock extends Clock {
    private final AtomicReference<Instant> now;

    /** Stands at this moment. */
    public MovingClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Moves on. */
    public void forward(Duration by) {
        now.updateAndGet(moment -> moment.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("moments only");
    }
}
