package heed.assurance.exchange;

import heed.assurance.plan.Schedule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an action's timescale was read, flat, so that a file can hold it.
 *
 * @param kind      which kind of schedule
 * @param from      first day; null where it has none
 * @param until     last day; null where it has none
 * @param precision how exactly the last day was given; null but for a date
 * @param many      how many units lie between two turns; null where nothing returns
 * @param unit      of what; null where nothing returns
 * @param why       why no schedule could be read; null where one was
 */
public record TimescaleLine(Kind kind, @Nullable LocalDate from, @Nullable LocalDate until,
        Schedule.@Nullable Precision precision, @Nullable Integer many, Schedule.@Nullable Unit unit,
        Schedule.@Nullable Why why) {
    /** The kinds of schedule. */
    public enum Kind {
        /** By a day. */
        ON_DATE,
        /** Between two days. */
        BETWEEN,
        /** Again and again. */
        EVERY,
        /** Without an end. */
        ONGOING,
        /** When there is cause. */
        WHEN_NEEDED,
        /** The words say nothing that can be kept to. */
        UNREAD
    }

    /** As it leaves. */
    public static TimescaleLine of(Schedule schedule) {
        return switch (schedule) {
            case Schedule.OnDate on ->
                new TimescaleLine(Kind.ON_DATE, null, on.due(), on.precision(), null, null, null);
            case Schedule.Between range ->
                new TimescaleLine(Kind.BETWEEN, range.from(), range.to(), null, null, null, null);
            case Schedule.Every every -> new TimescaleLine(Kind.EVERY, every.from(), every.until(), null,
                    every.interval().many(), every.interval().unit(), null);
            case Schedule.Ongoing ongoing -> {
                var review = ongoing.review();
                yield new TimescaleLine(Kind.ONGOING, ongoing.from(), null, null, review == null ? null : review.many(),
                        review == null ? null : review.unit(), null);
            }
            case Schedule.WhenNeeded needed -> new TimescaleLine(Kind.WHEN_NEEDED, null, null, null, null, null, null);
            case Schedule.Unread unread -> new TimescaleLine(Kind.UNREAD, null, null, null, null, null, unread.why());
        };
    }

    /**
     * As it is kept.
     *
     * @throws IllegalArgumentException where a part that its kind has is missing, or one that it has not is there
     */
    public Schedule schedule() {
        var due = until;
        var how = precision;
        var reason = why;
        var interval = interval();
        var read = switch (kind) {
            case ON_DATE -> due == null || how == null ? null : new Schedule.OnDate(due, how);
            case BETWEEN -> new Schedule.Between(from, until);
            case EVERY -> interval == null ? null : new Schedule.Every(interval, from, until);
            case ONGOING -> new Schedule.Ongoing(from, interval);
            case WHEN_NEEDED -> new Schedule.WhenNeeded();
            case UNREAD -> reason == null ? null : new Schedule.Unread(reason);
        };
        if (read == null || !of(read).equals(this))
            throw new IllegalArgumentException("no schedule of this kind has these parts");
        return read;
    }

    private Schedule.@Nullable Interval interval() {
        return many == null || unit == null ? null : new Schedule.Interval(many, unit);
    }
}
