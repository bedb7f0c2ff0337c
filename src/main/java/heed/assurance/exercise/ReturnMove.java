package heed.assurance.exercise;

import static heed.assurance.exercise.ReturnState.*;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every move of a return: where it starts and ends, whose it is, whether it needs words and what has to be so. Written
 * down only here. Nothing leads back out of {@link ReturnState#SIGNED_OFF} to where answers are written: a correction is
 * a new version with a reason.
 */
public enum ReturnMove {
    /** It is made, empty or from last year's. */
    OPEN(null, NOT_STARTED, Who.COORDINATOR, false, Guard.NONE, "Opened"),
    /** A past one, as an imported paper says it. */
    TAKE_IN(null, SUBMITTED, Who.COORDINATOR, false, Guard.NONE, "Taken in from a paper"),
    /** One that came whole from elsewhere, not signed off yet. */
    BRING_IN(null, IN_PROGRESS, Who.COORDINATOR, false, Guard.NONE, "Brought in from a file"),
    /** The same, as it was signed off there. */
    BRING_IN_SIGNED(null, SIGNED_OFF, Who.COORDINATOR, false, Guard.SAME_AS_SIGNED,
            "Brought in from a file, signed off"),
    /** The first answer is written. */
    START(NOT_STARTED, IN_PROGRESS, Who.CONTRIBUTOR, false, Guard.NONE, "Started"),
    /** A correction of one signed off or sent back: the new version begins with what the old one says. */
    AMEND(null, IN_PROGRESS, Who.COORDINATOR, true, Guard.NONE, "Opened to correct the version before"),
    /** Everything is written: those who sign it off read it. */
    ASK_FOR_REVIEW(IN_PROGRESS, INTERNAL_REVIEW, Who.COORDINATOR, false, Guard.NONE, "Sent for internal review"),
    /** More is to be written. */
    GO_ON_WRITING(INTERNAL_REVIEW, IN_PROGRESS, Who.COORDINATOR_OR_SIGNATORY, true, Guard.NONE,
            "Opened for writing again"),
    /** The approving group's minute and the accountable post. */
    SIGN_OFF(INTERNAL_REVIEW, SIGNED_OFF, Who.SIGNATORY, false, Guard.NOTHING_MISSING, "Signed off"),
    /** A frozen copy goes to the board. */
    SUBMIT(SIGNED_OFF, SUBMITTED, Who.COORDINATOR, false, Guard.SAME_AS_SIGNED, "Submitted"),
    /** The board wants it corrected, and says why. */
    SEND_BACK(SUBMITTED, RETURNED, Who.BOARD, true, Guard.NONE, "Sent back by the board"),
    /** Peers begin to ask. */
    CHALLENGE(SUBMITTED, UNDER_CHALLENGE, Who.BOARD, false, Guard.NONE, "Under challenge"),
    /** The panel has decided. */
    MODERATE(UNDER_CHALLENGE, MODERATED, Who.BOARD, false, Guard.PANEL_DECIDED, "Moderated"),
    /** The board has minuted its ratings. */
    AGREE(MODERATED, AGREED, Who.BOARD, false, Guard.BOARD_MINUTED, "Agreed"),
    /** It may be read by all. */
    PUBLISH(AGREED, PUBLISHED, Who.BOARD, false, Guard.DISCLOSURE_CHECKED, "Published");

    /** Whose move it is. */
    public enum Who {
        /** Who keeps the return. */
        COORDINATOR,
        /** Who keeps it, or whoever an answer is shared with. */
        CONTRIBUTOR,
        /** Who signs it off. */
        SIGNATORY,
        /** Either. */
        COORDINATOR_OR_SIGNATORY,
        /** The board it goes to. */
        BOARD
    }

    /** What has to be so besides where it starts. */
    public enum Guard {
        /** Nothing. */
        NONE,
        /** {@link SignOffCheck} finds nothing that holds it up. */
        NOTHING_MISSING,
        /** The copy hashes to what was signed. */
        SAME_AS_SIGNED,
        /** Every dispute has a panel's decision. */
        PANEL_DECIDED,
        /** There is a minute with its date. */
        BOARD_MINUTED,
        /** The text was checked for people and single cases. */
        DISCLOSURE_CHECKED
    }

    private final @Nullable ReturnState from;
    private final ReturnState to;
    private final Who who;
    private final boolean note;
    private final Guard guard;
    private final String words;

    ReturnMove(@Nullable ReturnState from, ReturnState to, Who who, boolean note, Guard guard, String words) {
        this.from = from;
        this.to = to;
        this.who = who;
        this.note = note;
        this.guard = guard;
        this.words = words;
    }

    /** Where it starts; null for those by which a return comes to be. */
    public @Nullable ReturnState from() {
        return from;
    }

    /** Where it ends. */
    public ReturnState to() {
        return to;
    }

    /** Whose it is. */
    public Who who() {
        return who;
    }

    /** Whether it needs words. */
    public boolean note() {
        return note;
    }

    /** What has to be so. */
    public Guard guard() {
        return guard;
    }

    /** As shown in the history. */
    public String words() {
        return words;
    }

    /** Whether it may start from there. */
    public boolean mayStartFrom(@Nullable ReturnState state) {
        return state == from;
    }

    /** Every move that may start from there. */
    public static List<ReturnMove> from(ReturnState state) {
        return Arrays.stream(values()).filter(m -> m.mayStartFrom(state)).toList();
    }
}
