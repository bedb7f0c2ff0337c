package heed.assurance.plan;

/** What an action comes from. */
public enum ActionSource {
    /** A question or standard of a return. */
    RETURN_ITEM("Return"),
    /** Something a check or a review found. */
    FINDING("Finding"),
    /** A recommendation. */
    RECOMMENDATION("Recommendation"),
    /** Something learned. */
    LEARNING_POINT("Learning point"),
    /** Somebody put it in. */
    TYPED("Typed in");

    private final String words;

    ActionSource(String words) {
        this.words = words;
    }

    /** As shown on screen. */
    public String words() {
        return words;
    }

    /** Whether one of these is something that must be answered by an action or by a decision not to act (invariant 17). */
    public boolean mustBeAnswered() {
        return this == FINDING || this == RECOMMENDATION || this == LEARNING_POINT;
    }
}
