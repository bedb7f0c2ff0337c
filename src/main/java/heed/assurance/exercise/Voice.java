package heed.assurance.exercise;

/** Whose rating it is. None ever takes the place of another: they stand side by side. */
public enum Voice {
    /** The organisation's own. */
    SELF("Own rating"),
    /** Another organisation's. */
    PEER("Peer rating"),
    /** A panel's, in a dispute. */
    MODERATED("Moderated rating"),
    /** An independent reviewer's. */
    INDEPENDENT("Independent rating"),
    /** The board's, as minuted. */
    AGREED("Agreed rating");

    private final String words;

    Voice(String words) {
        this.words = words;
    }

    /** As shown. */
    public String words() {
        return words;
    }
}
