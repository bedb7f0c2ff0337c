package heed.assurance.peerreview;

/** What came of a challenge. */
public enum ChallengeOutcome {
    /** The answer made it clear. */
    CLEARER(ChallengeMove.RESOLVE, "Made clear"),
    /** The answer showed it. */
    EVIDENCE_SHOWN(ChallengeMove.RESOLVE, "Evidence was shown"),
    /** The organisation changed its rating, and says so with this challenge. */
    RATING_CHANGED(ChallengeMove.RESOLVE, "The organisation changed its rating"),
    /** The peer accepts the rating as it is. */
    RATING_STANDS(ChallengeMove.RESOLVE, "The rating stands"),
    /** The peer took it back. */
    WITHDRAWN(ChallengeMove.WITHDRAW, "Withdrawn"),
    /** Praise, passed on. */
    NOTED(ChallengeMove.PRAISE, "Passed on"),
    /** The panel came to the organisation's own rating. */
    PANEL_KEPT(ChallengeMove.DECIDE, "The panel kept the rating"),
    /** The panel came to another. */
    PANEL_CHANGED(ChallengeMove.DECIDE, "The panel changed the rating"),
    /** The panel had no rating to decide, only what should be clearer or shown. */
    PANEL_ADVISED(ChallengeMove.DECIDE, "The panel advised");

    private final ChallengeMove move;
    private final String words;

    ChallengeOutcome(ChallengeMove move, String words) {
        this.move = move;
        this.words = words;
    }

    /** The one move that ends in it. */
    public ChallengeMove move() {
        return move;
    }

    /** As shown. */
    public String words() {
        return words;
    }

    /** Whether it has to be seen in the ratings before it can be said. */
    public boolean mustShow() {
        return this == RATING_CHANGED || this == PANEL_KEPT || this == PANEL_CHANGED;
    }
}
