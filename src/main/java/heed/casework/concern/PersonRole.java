package heed.casework.concern;

/** The part someone has in a concern (domain 2.1). */
public enum PersonRole {
    /** May be harmed. */
    AT_RISK("Person at risk"),
    /** May have caused harm; may also be at risk. */
    ALLEGED("Person alleged to have caused harm"),
    /** Lives with or is related to them. */
    FAMILY("Family or household"),
    /** Saw or heard it. */
    WITNESS("Witness"),
    /** Knows them through work. */
    PROFESSIONAL("Professional"),
    /** The person telling us cannot say. */
    NOT_SURE("Not sure");

    private final String words;

    PersonRole(String words) {
        this.words = words;
    }

    /** As shown on screen. */
    public String words() {
        return words;
    }
}
