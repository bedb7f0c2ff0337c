package heed.assurance.peerreview;

/** What kind of look from outside it was. */
public enum ReviewKind {
    /** Somebody asked and paid by the organisation. */
    COMMISSIONED("Independent review"),
    /** Colleagues of other organisations, as a team. */
    PEER_TEAM("Peer team review"),
    /** The board's own people. */
    BOARD("Review by the board"),
    /** Auditors of the organisation. */
    AUDIT("Audit"),
    /** A body that may come unasked. */
    INSPECTION("Inspection");

    private final String words;

    ReviewKind(String words) {
        this.words = words;
    }

    /** As shown. */
    public String words() {
        return words;
    }
}
