package heed.assurance.exercise;

/** Whom a rating is about. Where an edition is for both, children's and adults' ratings may stand apart. */
public enum Audience {
    /** Children and adults together. */
    ALL("Children and adults"),
    /** Children. */
    CHILDREN("Children"),
    /** Adults with care and support needs. */
    ADULTS("Adults");

    private final String words;

    Audience(String words) {
        this.words = words;
    }

    /** As shown. */
    public String words() {
        return words;
    }
}
