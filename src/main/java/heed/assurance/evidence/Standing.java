package heed.assurance.evidence;

/** How a statement of evidence stands to the {@link Window} of its cycle. */
public enum Standing {
    /** What it is about overlaps the window. */
    IN("In the window"),
    /** It says when, and none of it is in the window. */
    OUT("Out of the window"),
    /** It does not say when: never counted as in. */
    UNDATED("Date missing");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** As said on a page. */
    public String words() {
        return words;
    }
}
