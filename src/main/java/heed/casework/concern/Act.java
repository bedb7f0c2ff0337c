package heed.casework.concern;

import static heed.casework.concern.Status.*;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Every move of a concern: where it starts and where it ends. Written down only here. */
public enum Act {
    /** Someone tells us. */
    RAISE(null, RECEIVED, false, "Received"),
    /** An officer takes it up; only this stops the clock, looking does not. */
    TAKE_UP(RECEIVED, IN_TRIAGE, false, "Taken up"),
    /** It goes back to the queue: the officer knows the person, or cannot go on. */
    HAND_BACK(IN_TRIAGE, RECEIVED, false, "Handed back to the queue"),
    /** One of six decisions, with reasons. */
    DECIDE(IN_TRIAGE, DECIDED, false, "Decided"),
    /** A correction: the decision is taken again, and the earlier one stays on record. */
    REOPEN(DECIDED, IN_TRIAGE, true, "Reopened"),
    /** A correction: the full account can now be read elsewhere, so this one ends unread. */
    JOIN(RECEIVED, JOINED, true, "Joined to the full concern"),
    /** A correction: as above, though someone had begun. */
    JOIN_BEGUN(IN_TRIAGE, JOINED, true, "Joined to the full concern"),
    /** A correction: it should not have been recorded, and nobody had taken it up. */
    SET_ASIDE(RECEIVED, IN_ERROR, true, "Recorded in error"),
    /** A correction: as above, though someone had begun. */
    SET_ASIDE_BEGUN(IN_TRIAGE, IN_ERROR, true, "Recorded in error"),
    /** A correction: as above, though it was decided. */
    SET_ASIDE_DECIDED(DECIDED, IN_ERROR, true, "Recorded in error"),
    /** A correction: it was no error after all, and waits again. */
    PUT_BACK(IN_ERROR, RECEIVED, true, "Put back into use");

    private final @Nullable Status from;
    private final Status to;
    private final boolean correction;
    private final String words;

    Act(@Nullable Status from, Status to, boolean correction, String words) {
        this.from = from;
        this.to = to;
        this.correction = correction;
        this.words = words;
    }

    /** Whether it may start from there; nothing but {@link #RAISE} starts from nowhere. */
    public boolean mayStartFrom(@Nullable Status status) {
        return status == from;
    }

    /** Where it starts; null for the first move. */
    public @Nullable Status from() {
        return from;
    }

    /** Where it ends. */
    public Status to() {
        return to;
    }

    /** Whether it corrects what was done rather than carrying it on. */
    public boolean correction() {
        return correction;
    }

    /** As shown in the history. */
    public String words() {
        return words;
    }

    /** Every move that may start from there. */
    public static java.util.List<Act> from(Status status) {
        return Arrays.stream(values()).filter(a -> a.mayStartFrom(status)).toList();
    }
}
