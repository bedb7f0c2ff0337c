package heed.casework.clock;

import heed.platform.web.LondonTime;
import java.time.Duration;
import java.time.Instant;

/**
 * How a due time stands at a moment, in words and a state that the page gives a shape to; never colour alone.
 *
 * @param state how it stands
 * @param words such as "Due today by 5pm" or "Overdue by 2 hours 10 minutes"
 */
public record TimeLeft(State state, String words) {
    private static final Duration SOON = Duration.ofHours(2);

    /** How a due time stands. */
    public enum State {
        /** Somebody may be in danger: at once. */
        NOW("now"),
        /** Its time is past. */
        OVERDUE("overdue"),
        /** Two hours or less are left. */
        SOON("soon"),
        /** There is time. */
        LATER("later");

        private final String shape;

        State(String shape) {
            this.shape = shape;
        }

        /** The end of the style's name that draws its shape. */
        public String shape() {
            return shape;
        }
    }

    /** Whether its time is past. */
    public boolean overdue() {
        return state == State.OVERDUE || state == State.NOW;
    }

    /** How long somebody has to take a concern up. */
    public static TimeLeft firstLook(Clocks clocks, Instant since, boolean danger, Instant now) {
        if (danger)
            return new TimeLeft(State.NOW, now.isBefore(since.plus(Duration.ofMinutes(1)))
                    ? "Due now"
                    : "Due now, waiting " + LondonTime.length(Duration.between(since, now)));
        return of(clocks.firstLook(since, false), now);
    }

    /** How long is left until a due time. It is overdue when the time is past, not at it. */
    public static TimeLeft of(Instant due, Instant now) {
        if (now.isAfter(due))
            return new TimeLeft(State.OVERDUE, "Overdue by " + LondonTime.length(Duration.between(due, now)));
        return new TimeLeft(now.isBefore(due.minus(SOON)) ? State.LATER : State.SOON,
                "Due " + LondonTime.by(due, now));
    }
}
