package heed.platform.names;

/** How one part of a name agrees with the same part of another, closest first. */
public enum Agreement {
    /** The same once case, accents and punctuation are gone. */
    SAME("the same"),
    /** One part of a hyphenated or joined name. */
    PART("part of it"),
    /** A short or pet form, or a usual other spelling, of the same name. */
    SHORT_FORM("a short form"),
    /** An initial only. */
    INITIAL("an initial"),
    /** Spelt otherwise, sounding the same. */
    SOUNDS_ALIKE("sounds alike"),
    /** One letter apart. */
    ONE_LETTER("one letter apart"),
    /** Agrees with a middle name. */
    MIDDLE_NAME("a middle name"),
    /** Not there to compare. */
    NOT_GIVEN("not given");

    private final String words;

    Agreement(String words) {
        this.words = words;
    }

    /** In plain words, without the name itself, such as "sounds alike". */
    public String words() {
        return words;
    }
}
