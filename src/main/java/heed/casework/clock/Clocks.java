package heed.casework.clock;

import heed.platform.calendar.WorkingDays;
import heed.platform.web.LondonTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When things are due (domain 2.2). Danger is due the moment it is received, round the clock. Everything else is to be
 * looked at the same working day, or by noon of the next where it was received after three in the afternoon or on a day
 * that nobody works. All times of day are those on the wall in London.
 *
 * @param days    which days people work
 * @param closing when the working day ends, to the minute; after three in the afternoon
 */
public record Clocks(WorkingDays days, LocalTime closing) {
    /** When a working day ends where a council has not said otherwise. */
    public static final LocalTime FIVE = LocalTime.of(17, 0);
    /** What is received after this can wait until the next working day. */
    public static final LocalTime SAME_DAY_UNTIL = LocalTime.of(15, 0);
    /** By when it is looked at the next working day. */
    public static final LocalTime BY_NOON = LocalTime.NOON;

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException for a working day that ends by three: what came in at three could be due before it came
     */
    public Clocks {
        if (!closing.isAfter(SAME_DAY_UNTIL))
            throw new IllegalArgumentException("a working day ends after three");
    }

    /** By when somebody has to take up what was received, or came back to the queue, at a moment. Only taking up stops it. */
    public Instant firstLook(Instant received, boolean danger) {
        if (danger)
            return received;
        var there = received.atZone(LondonTime.ZONE);
        var day = there.toLocalDate();
        return days.working(day) && !there.toLocalTime().isAfter(SAME_DAY_UNTIL)
                ? at(day, closing)
                : at(days.after(day), BY_NOON);
    }

    /** Noon of the first working day after a moment's own day. */
    public Instant nextNoon(Instant moment) {
        return at(days.after(moment.atZone(LondonTime.ZONE).toLocalDate()), BY_NOON);
    }

    /** The end of the working day so many after a moment's own day, which does not count. */
    public Instant endOfWorkingDay(Instant moment, int many) {
        return at(days.after(moment.atZone(LondonTime.ZONE).toLocalDate(), many), closing);
    }

    /**
     * By when the county owes us an answer, from the moment they received it. Their hours and months run on, nights and
     * weekends included; of their working days, the day they received it does not count.
     */
    public Instant county(CountyClock clock, Instant received) {
        return switch (clock.unit()) {
            case HOUR -> received.plus(Duration.ofHours(clock.value()));
            case WORKING_DAY -> endOfWorkingDay(received, clock.value());
            case MONTH -> received.atZone(LondonTime.ZONE).plusMonths(clock.value()).toInstant();
        };
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LondonTime.ZONE).toInstant();
    }
}
