package heed.access.policy;

/** Why somebody may see a concern: the part of the rule that lets them. */
public enum Way {
    /** Officers see every concern that is not restricted. */
    OFFICER("Works on every concern that is not restricted"),
    /** Named on a restricted concern. */
    NAMED("Named on it"),
    /** Told of an allegation by name. */
    TOLD("Told of this allegation by name"),
    /** Receives allegations. */
    RECIPIENT("Receives every allegation"),
    /** It is open to them for a time. */
    OPENED("Open to them for a time, to read");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** In words, as a page says it of somebody. */
    public String words() {
        return words;
    }
}
