package heed.assurance.exercise;

/** Where a return stands. */
public enum ReturnState {
    /** There, with nothing written in it. */
    NOT_STARTED("Not started", "grey"),
    /** Being written. */
    IN_PROGRESS("In progress", "blue"),
    /** Written, and read by those who sign it off. */
    INTERNAL_REVIEW("In internal review", "yellow"),
    /** Approved; it does not change any more. */
    SIGNED_OFF("Signed off", "turquoise"),
    /** With the board. */
    SUBMITTED("Submitted", "green"),
    /** Sent back by the board: a new version answers it. */
    RETURNED("Sent back", "orange"),
    /** Peers ask about it. */
    UNDER_CHALLENGE("Under challenge", "purple"),
    /** A panel has decided what was in dispute. */
    MODERATED("Moderated", "purple"),
    /** The board has minuted its ratings. */
    AGREED("Agreed", "green"),
    /** Anybody may read it. */
    PUBLISHED("Published", "green");

    private final String words;
    private final String colour;

    ReturnState(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    /** As shown. */
    public String words() {
        return words;
    }

    /** The colour beside the words; decoration only. */
    public String colour() {
        return colour;
    }

    /** Whether answers may be written. */
    public boolean open() {
        return this == NOT_STARTED || this == IN_PROGRESS;
    }

    /** Whether it is fixed, so that only a new version can correct it: from signing off on. (Invariant 1) */
    public boolean fixed() {
        return !open() && this != INTERNAL_REVIEW;
    }

    /** Whether the board has it, and has not sent it back. */
    public boolean withBoard() {
        return submitted() && this != RETURNED;
    }

    /** Whether the board has had it. */
    public boolean submitted() {
        return fixed() && this != SIGNED_OFF;
    }
}
