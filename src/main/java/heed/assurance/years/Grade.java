package heed.assurance.years;

/** How far two years of one theme can be compared, best first (invariant 19 of the assurance model). */
public enum Grade {
    /** The same or equivalent standards, nearly all of them, on one scale. */
    A("Comparable", "The standards are the same or equivalent, and so is the scale."),
    /** Narrower, wider or agreed sets, at least half of them, on one scale or with an agreed conversion. */
    B("Comparable in part", "One year's standards are part of the other's, or a set that was agreed."),
    /** Both are there and may only be read side by side. */
    C("Side by side", "Read the two side by side: they do not measure the same."),
    /** Nothing on one side. */
    X("Not comparable", "One of the two years has nothing on this theme.");

    private final String words;
    private final String meaning;

    Grade(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** As said on a page, after its letter. */
    public String words() {
        return words;
    }

    /** What it means, a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether a movement may be said. */
    public boolean moves() {
        return this == A || this == B;
    }

    /** The one that promises less. */
    public Grade or(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
