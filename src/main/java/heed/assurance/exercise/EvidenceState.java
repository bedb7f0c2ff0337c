package heed.assurance.exercise;

/** Where a statement of evidence stands. Whether it is in the window is worked out from its dates, and is no state. */
public enum EvidenceState {
    /** Written by somebody, not yet looked at by who keeps the return. */
    PROPOSED("Proposed", "grey"),
    /** Stands as evidence. */
    ACCEPTED("Accepted", "green"),
    /** Looked at, and too old or too new to stand. */
    OUT_OF_WINDOW("Set aside: outside the window", "orange"),
    /** A newer statement stands in its place. */
    SUPERSEDED("Replaced", "grey"),
    /** Taken back. */
    WITHDRAWN("Taken back", "grey");

    private final String words;
    private final String colour;

    EvidenceState(String words, String colour) {
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

    /** Whether it is still to be read as part of the answer. */
    public boolean live() {
        return this == PROPOSED || this == ACCEPTED;
    }
}
