package heed.assurance.importing;

/** Where a paper stands. */
public enum PaperState {
    /** It came and is to be read. */
    WAITING("Being read", "blue"),
    /** It could not be read. */
    UNREADABLE("Not readable", "danger"),
    /** It was read and is for a person to look through. */
    READ("To look through", "yellow"),
    /** A person accepted what was read. */
    ACCEPTED("Accepted", "green");

    private final String words;
    private final String colour;

    PaperState(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    /** As shown on screen. */
    public String words() {
        return words;
    }

    /** The colour of its tag, which says nothing that the words do not. */
    public String colour() {
        return colour;
    }
}
