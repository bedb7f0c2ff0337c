package heed.assurance.peerreview;

/** Where a challenge stands. */
public enum ChallengeState {
    /** It waits for an answer. */
    OPEN("Waits for an answer", "blue"),
    /** It was answered; the peer reads that. */
    ANSWERED("Answered", "yellow"),
    /** It is settled, and says how. */
    RESOLVED("Resolved", "green"),
    /** The two do not agree, or no answer came: the panel decides. */
    REFERRED("Referred to the panel", "purple");

    private final String words;
    private final String colour;

    ChallengeState(String words, String colour) {
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
}
