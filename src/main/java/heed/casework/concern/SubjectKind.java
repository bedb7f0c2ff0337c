package heed.casework.concern;

/** Who or what a concern is about (domain 2.1). */
public enum SubjectKind {
    /** Someone under 18. */
    CHILD("A child or young person"),
    /** Not yet born. */
    UNBORN("An unborn child"),
    /** Someone of 18 or over. */
    ADULT("An adult"),
    /** Several people of one household or family. */
    FAMILY("A family or household"),
    /** A park, hotel, street or other place. */
    PLACE("A place"),
    /** Not known yet. */
    NOT_KNOWN("I am not sure");

    private final String words;

    SubjectKind(String words) {
        this.words = words;
    }

    /** As the person telling us reads it. */
    public String words() {
        return words;
    }

    /** As an officer reads it in a list. */
    public String shortWords() {
        return switch (this) {
            case CHILD -> "Child";
            case UNBORN -> "Unborn child";
            case ADULT -> "Adult";
            case FAMILY -> "Family";
            case PLACE -> "Place";
            case NOT_KNOWN -> "Not known";
        };
    }
}
