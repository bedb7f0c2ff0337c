package heed.assurance.cycle;

/** Where a cycle stands. */
public enum CycleState {
    /** Being prepared; nobody invited sees it. */
    PLANNED("Planned", "grey"),
    /** Returns are written and submitted. */
    OPEN("Open", "blue"),
    /** No more returns are taken. */
    CLOSED("Closed", "yellow"),
    /** Peers read and rate. */
    PEER_REVIEW("Peer review", "purple"),
    /** The board's panel compares. */
    MODERATION("Moderation", "purple"),
    /** The board has decided. */
    AGREED("Agreed", "turquoise"),
    /** What was agreed is out. */
    PUBLISHED("Published", "green"),
    /** Kept, and done with. */
    ARCHIVED("Archived", "grey");

    private final String words;
    private final String colour;

    CycleState(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    /** As shown on screen. */
    public String words() {
        return words;
    }

    /** The colour of its tag; decoration only. */
    public String colour() {
        return colour;
    }

    /** Whether those invited see it. */
    public boolean seenByInvited() {
        return this != PLANNED;
    }

    /** Whether its dates may still be changed. */
    public boolean datesMayChange() {
        return this == PLANNED || this == OPEN;
    }
}
