package heed.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of a demonstration: it goes as every other, but work done within {@link #at} sees the moment it is given, on
 * that thread only. So an invented year is lived through the same doors as a real one.
 */
final class DemoClock extends Clock {
    private static final ScopedValue<Instant> TURNED_BACK_TO = ScopedValue.newInstance();

    private final Clock real;

    private DemoClock(Clock real) {
        this.real = real;
    }

    /** One that shows the present. */
    static DemoClock now() {
        return new DemoClock(Clock.systemUTC());
    }

    /** Does the work at a moment. */
    static <T> T at(Instant moment, Act<T> act) {
        return ScopedValue.where(TURNED_BACK_TO, moment).call(act::done);
    }

    /** Does the work at a moment. */
    static void at(Instant moment, Runnable act) {
        ScopedValue.where(TURNED_BACK_TO, moment).run(act);
    }

    /** Work with a result. */
    @FunctionalInterface
    interface Act<T> {
        T done();
    }

    @Override
    public Instant instant() {
        return TURNED_BACK_TO.isBound() ? TURNED_BACK_TO.get() : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) && zone.equals(getZone()) ? this : new DemoClock(real.withZone(zone));
    }
}
