package heed.assurance.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The colour that Heed computes for an action, and why: beside the lead's own, never instead of it (invariant 14).
 *
 * @param colour the colour
 * @param why    the first rule that held
 */
public record Computed(PlanColour colour, Why why) {
    /** How soon "due soon" is, in days. */
    static final int SOON = 30;

    /** The rules, in the order in which they are tried. */
    public enum Why {
        /** Somebody other than the lead verified it, and its outcome is recorded. */
        CLOSED(PlanColour.B, "Closed and verified"),
        /** The last day has gone by. */
        OVERDUE(PlanColour.R, "Overdue"),
        /** Nobody leads it, or a post that leads it has no holder (invariant 13). */
        NO_LEAD(PlanColour.R, "No lead: no post is named, or a post has no holder"),
        /** The lead says that the risk is high. */
        HIGH_RISK(PlanColour.R, "The lead judges the risk to be high"),
        /** A review, or a turn of what returns, did not happen. */
        REVIEW_MISSED(PlanColour.A, "A review was missed"),
        /** Due within 30 days, and a milestone has gone by unmet. */
        MILESTONE_BEHIND(PlanColour.A, "Due within 30 days, with a milestone behind"),
        /** None of the above. */
        ON_TARGET(PlanColour.G, "Nothing is late");

        private final PlanColour colour;
        private final String words;

        Why(PlanColour colour, String words) {
            this.colour = colour;
            this.words = words;
        }

        /** The rule in words. */
        public String words() {
            return words;
        }
    }

    /**
     * What the colour is computed from.
     *
     * @param state      where the action stands
     * @param schedule   when it is to be done
     * @param led        whether a post leads it, and every post that does has a holder on the day
     * @param lead       the lead's last judgement; null where there is none
     * @param milestones days by which something was to be reached and was not
     * @param begins     when it was agreed, from which reviews are counted; null where nobody agreed it yet
     * @param lastNews   when somebody last wrote how it goes; null for never
     * @param reviewOn   for one on hold, when it is looked at again
     */
    public record Facts(ActionState state, Schedule schedule, boolean led, @Nullable PlanColour lead,
            Collection<LocalDate> milestones, @Nullable LocalDate begins, @Nullable LocalDate lastNews,
            @Nullable LocalDate reviewOn) {
    }

    /** The colour on a day; empty for one that was cancelled or carried forward, which has none. */
    public static Optional<Computed> on(LocalDate day, Facts facts) {
        return why(day, facts).map(why -> new Computed(why.colour, why));
    }

    private static Optional<Why> why(LocalDate day, Facts facts) {
        var state = facts.state();
        if (state == ActionState.CANCELLED || state == ActionState.CARRIED_FORWARD)
            return Optional.empty();
        if (state == ActionState.CLOSED)
            return Optional.of(Why.CLOSED);
        // What the lead has done waits for others: the calendar no longer counts against it.
        boolean done = state == ActionState.CLAIMED_COMPLETE || state == ActionState.VERIFIED;
        if (!done && facts.schedule().past(day) == Schedule.Past.YES)
            return Optional.of(Why.OVERDUE);
        if (!facts.led())
            return Optional.of(Why.NO_LEAD);
        if (facts.lead() == PlanColour.R)
            return Optional.of(Why.HIGH_RISK);
        if (!done && missed(day, facts))
            return Optional.of(Why.REVIEW_MISSED);
        var due = facts.schedule().due();
        if (!done && due != null && !due.isAfter(day.plusDays(SOON))
                && facts.milestones().stream().anyMatch(m -> m.isBefore(day)))
            return Optional.of(Why.MILESTONE_BEHIND);
        return Optional.of(Why.ON_TARGET);
    }

    private static boolean missed(LocalDate day, Facts facts) {
        var hold = facts.reviewOn();
        if (facts.state() == ActionState.ON_HOLD && hold != null && hold.isBefore(day))
            return true;
        var next = nextNews(facts);
        return next != null && next.isBefore(day);
    }

    /**
     * By when the next news of an action that returns is due: one interval after the last news, or after it was agreed or
     * was to begin, whichever is later. Null where nothing returns or nobody agreed it.
     */
    static @Nullable LocalDate nextNews(Facts facts) {
        var interval = facts.schedule().returns();
        var from = facts.begins();
        if (interval == null || from == null || facts.state() == ActionState.PROPOSED)
            return null;
        var starts = facts.schedule().starts();
        if (starts != null && starts.isAfter(from))
            from = starts;
        var last = facts.lastNews();
        return interval.after(last != null && last.isAfter(from) ? last : from);
    }
}
