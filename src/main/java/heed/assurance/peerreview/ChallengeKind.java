package heed.assurance.peerreview;

/** What a peer says about an answer. */
public enum ChallengeKind {
    /** It is not clear. */
    CLARIFY("Asks for clarity", "What should be clearer?"),
    /** It is not shown. */
    EVIDENCE("Asks for evidence", "What should be shown?"),
    /** The rating is better than what is said and shown. */
    TOO_HIGH("Finds the rating too high", "What speaks for a lower rating?"),
    /** The rating is worse than what is said and shown. */
    TOO_LOW("Finds the rating too low", "What speaks for a higher rating?"),
    /** Others could learn from it. */
    GOOD_PRACTICE("Good practice", "What could others learn from?");

    private final String words;
    private final String ask;

    ChallengeKind(String words, String ask) {
        this.words = words;
        this.ask = ask;
    }

    /** As shown. */
    public String words() {
        return words;
    }

    /** What its box is called. */
    public String ask() {
        return ask;
    }

    /** Whether there is anything to answer: praise only has to be passed on. */
    public boolean asks() {
        return this != GOOD_PRACTICE;
    }

    /** Whether it says that the rating is wrong, and not only that more is wanted. */
    public boolean disputes() {
        return this == TOO_HIGH || this == TOO_LOW;
    }

    /**
     * Whether an own rating may be changed so because of it: one that was found too high is not raised for that reason.
     *
     * @param better above 0 where the new level is better than the old, below 0 where worse, 0 where neither is said
     */
    public boolean fits(int better) {
        return switch (this) {
            case CLARIFY, EVIDENCE -> true;
            case TOO_HIGH -> better <= 0;
            case TOO_LOW -> better >= 0;
            case GOOD_PRACTICE -> false;
        };
    }
}
