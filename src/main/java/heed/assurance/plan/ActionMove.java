package heed.assurance.plan;

import static heed.assurance.plan.ActionState.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every move of an action: where it starts and ends, who makes it, and what it needs. Written down only here. */
public enum ActionMove {
    /** It is put into a plan. */
    PROPOSE(Set.of(), PROPOSED, Who.KEEPER, Needs.NOTHING, "Proposed", "Propose"),
    /** It is to be done: its timescale was understood, and what never ends is looked at now and then (invariant 15). */
    AGREE(EnumSet.of(PROPOSED), AGREED, Who.KEEPER, Needs.SCHEDULE, "Agreed", "Agree"),
    /** Somebody began. */
    BEGIN(EnumSet.of(AGREED), IN_PROGRESS, Who.LEAD, Needs.NOTHING, "Begun", "Begin"),
    /** It waits for something. */
    HOLD(EnumSet.of(AGREED, IN_PROGRESS), ON_HOLD, Who.LEAD, Needs.REASON_AND_REVIEW_DAY, "Put on hold", "Put on hold"),
    /** It goes on. */
    RESUME(EnumSet.of(ON_HOLD), IN_PROGRESS, Who.LEAD, Needs.NOTHING, "Taken up again", "Take up again"),
    /** The lead says that it is done, and how one can see that. */
    CLAIM(EnumSet.of(AGREED, IN_PROGRESS), CLAIMED_COMPLETE, Who.LEAD, Needs.REASON, "Said to be complete",
            "Say it is complete"),
    /** It is not: what is missing. Whoever claimed it may take that back. */
    SEND_BACK(EnumSet.of(CLAIMED_COMPLETE, VERIFIED), IN_PROGRESS, Who.KEEPER, Needs.REASON, "Sent back", "Send back"),
    /** Somebody who did not claim it has looked at the proof. */
    VERIFY(EnumSet.of(CLAIMED_COMPLETE), VERIFIED, Who.ANOTHER, Needs.REASON, "Verified", "Verify"),
    /** What came of it, and the level of its impact (invariant 16). */
    CLOSE(EnumSet.of(VERIFIED), CLOSED, Who.KEEPER, Needs.OUTCOME_AND_IMPACT, "Closed", "Close"),
    /** It will not be done. */
    CANCEL(EnumSet.of(PROPOSED, AGREED, IN_PROGRESS, ON_HOLD), CANCELLED, Who.KEEPER, Needs.REASON, "Cancelled",
            "Cancel the action"),
    /** It goes on in a later plan, as an action of that plan. */
    CARRY(EnumSet.of(PROPOSED, AGREED, IN_PROGRESS, ON_HOLD, CLAIMED_COMPLETE), CARRIED_FORWARD, Who.KEEPER,
            Needs.LATER_PLAN, "Carried forward", "Carry forward");

    /** Who makes a move. */
    enum Who {
        /** Whoever keeps plans. */
        KEEPER("who keeps plans"),
        /** One of its leads, or whoever keeps plans. */
        LEAD("a lead, or who keeps plans"),
        /** Whoever keeps plans, unless it was they who claimed it. */
        ANOTHER("who keeps plans and did not claim it");

        private final String words;

        Who(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What a move needs. */
    enum Needs {
        NOTHING("nothing"), REASON("a reason"), SCHEDULE(
                "a timescale that was understood, with a review if ongoing"), REASON_AND_REVIEW_DAY(
                        "a reason and a review date"), OUTCOME_AND_IMPACT(
                                "outcome, impact and its level"), LATER_PLAN("a later plan");

        private final String words;

        Needs(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Set<ActionState> from;
    private final ActionState to;
    private final Who who;
    private final Needs needs;
    private final String words;
    private final String imperative;

    ActionMove(Set<ActionState> from, ActionState to, Who who, Needs needs, String words, String imperative) {
        this.from = Set.copyOf(from);
        this.to = to;
        this.who = who;
        this.needs = needs;
        this.words = words;
        this.imperative = imperative;
    }

    /** Whether it may start from there; nothing but {@link #PROPOSE} starts from nowhere. */
    public boolean mayStartFrom(@Nullable ActionState state) {
        return state == null ? from.isEmpty() : from.contains(state);
    }

    /** Where it ends. */
    public ActionState to() {
        return to;
    }

    Who who() {
        return who;
    }

    Needs needs() {
        return needs;
    }

    /** Who makes it, in words. */
    public String madeBy() {
        return who.words();
    }

    /** What it needs, in words. */
    public String asks() {
        return needs.words();
    }

    /** As shown in the history. */
    public String words() {
        return words;
    }

    /** As a button says it. */
    public String imperative() {
        return imperative;
    }

    /** Every move that may start from there. */
    public static List<ActionMove> from(ActionState state) {
        return Arrays.stream(values()).filter(m -> m.mayStartFrom(state)).toList();
    }
}
