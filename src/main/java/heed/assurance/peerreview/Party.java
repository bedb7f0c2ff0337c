package heed.assurance.peerreview;

/** Who has a say in a challenge. */
public enum Party {
    /** Who raised it. */
    PEER("Peer"),
    /** Whose return it is about. */
    OWNER("Organisation"),
    /** Who runs the cycle, and the panel that sits for it. */
    BOARD("Board");

    private final String words;

    Party(String words) {
        this.words = words;
    }

    /** As shown. */
    public String words() {
        return words;
    }
}
