package heed.assurance.plan;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done.
 *
 * @param ref      what people read aloud, such as P-7K2M-9Q
 * @param origin   what it comes from
 * @param words    what the plan says
 * @param schedule how its timescale was read
 * @param leads    the posts that lead it; the first answers for it
 * @param version  goes up by one at every change
 */
public record PlanAction(UUID id, String ref, UUID plan, int place, Origin origin, ActionWords words,
        Schedule schedule, List<UUID> leads, Standing standing, int version) {
    /** Copies the leads. */
    public PlanAction {
        leads = List.copyOf(leads);
    }

    /**
     * What an action comes from.
     *
     * @param id        the recommendation, finding or learning point it answers, where that is recorded
     * @param code      its number, or the question's
     * @param comesFrom the action of an earlier plan that goes on in it
     */
    public record Origin(ActionSource source, @Nullable UUID id, String code, @Nullable UUID comesFrom) {
        /** Somebody typed it in. */
        public static final Origin TYPED = new Origin(ActionSource.TYPED, null, "", null);
    }

    /**
     * What somebody says when they move an action.
     *
     * @param words  a reason, or how one can see that it is complete
     * @param review for one put on hold, when it is looked at again
     * @param result for one that is closed, what came of it
     * @param later  for one that is carried forward, the action in which it goes on
     */
    public record Said(String words, @Nullable LocalDate review, @Nullable ActionResult result, @Nullable UUID later) {
        /** Nothing. */
        public static final Said NOTHING = new Said("", null, null, null);

        static Said of(String words) {
            return new Said(words, null, null, null);
        }
    }

    /** Where it stands. */
    public ActionState state() {
        return standing.state();
    }

    /** Whether somebody may make a move, as far as it is about who they are. */
    boolean may(ActionMove move, Actor by, boolean leading) {
        boolean keeps = by.may(Permission.KEEP_PLANS);
        var claimed = standing.claimedBy();
        return move.mayStartFrom(state()) && switch (move.who()) {
            case KEEPER -> keeps;
            case LEAD -> keeps || leading;
            case ANOTHER -> keeps && (claimed == null || !by.is(claimed));
        };
    }

    /**
     * Moves it.
     *
     * @param leading whether the person holds a post that leads it
     * @param today   where the council is
     * @return the same action as it stands then, at the same version: saving counts on
     * @throws heed.platform.Refused as not allowed now where it cannot be moved so, they may not, or something is missing
     */
    PlanAction move(ActionMove move, Said said, Actor by, boolean leading, LocalDate today) {
        if (!move.mayStartFrom(state()))
            throw Refusal.NOT_ALLOWED_NOW.because(move + " does not start from " + state());
        if (!may(move, by, leading))
            throw Refusal.NOT_ALLOWED_NOW.because(move + " is for " + move.who().words());
        if (!given(move.needs(), said, today))
            throw Refusal.NOT_ALLOWED_NOW.because(move + " needs " + move.needs().words());
        var s = standing;
        var to = move.to();
        var next = switch (move) {
            case PROPOSE -> Standing.PROPOSED;
            case AGREE -> Standing.asPrinted(to, today);
            case BEGIN, RESUME -> Standing.asPrinted(to, s.agreedOn());
            case HOLD -> new Standing(to, s.agreedOn(), said.review(), null, null, null, null, null, null, null);
            case CLAIM -> new Standing(to, s.agreedOn(), null, by.staff(), today, null, null, null, null, null);
            case SEND_BACK -> Standing.asPrinted(to, s.agreedOn());
            case VERIFY -> new Standing(to, s.agreedOn(), null, s.claimedBy(), s.claimedOn(), by.staff(), today, null,
                    null, null);
            case CLOSE -> new Standing(to, s.agreedOn(), null, s.claimedBy(), s.claimedOn(), s.verifiedBy(),
                    s.verifiedOn(), today, said.result(), null);
            case CANCEL -> new Standing(to, s.agreedOn(), null, null, null, null, null, today, null, null);
            case CARRY -> new Standing(to, s.agreedOn(), null, s.claimedBy(), s.claimedOn(), null, null, today, null,
                    said.later());
        };
        return new PlanAction(id, ref, plan, place, origin, words, schedule, leads, next, version);
    }

    private boolean given(ActionMove.Needs needs, Said said, LocalDate today) {
        if (said.words().length() > ActionWords.LONGEST || said.result() instanceof ActionResult typed
                && (typed.outcome().length() > ActionWords.LONGEST || typed.impact().length() > ActionWords.LONGEST))
            return false;
        return switch (needs) {
            case NOTHING -> true;
            case REASON -> !said.words().isBlank();
            case SCHEDULE -> schedule.standsUp();
            case REASON_AND_REVIEW_DAY ->
                !said.words().isBlank() && said.review() instanceof LocalDate day && !day.isBefore(today);
            case OUTCOME_AND_IMPACT -> said.result() instanceof ActionResult result && !result.outcome().isBlank()
                    && !result.impact().isBlank() && !result.levels().isEmpty();
            case LATER_PLAN -> said.later() != null;
        };
    }

    /**
     * The same, said otherwise.
     *
     * @throws heed.platform.Refused as not allowed now where it is over, or is to be done as agreed and the new timescale does
     *                               not stand up
     */
    PlanAction said(ActionWords words, Schedule schedule, List<UUID> leads) {
        if (!state().open())
            throw Refusal.NOT_ALLOWED_NOW.because("it is over");
        if (state().timed() && !schedule.standsUp())
            throw Refusal.NOT_ALLOWED_NOW.because("what was agreed needs a timescale that was understood");
        return new PlanAction(id, ref, plan, place, origin, words, schedule, leads, standing, version);
    }
}
