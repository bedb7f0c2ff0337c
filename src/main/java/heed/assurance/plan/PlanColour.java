package heed.assurance.plan;

/**
 * A level of the scale {@code action-brag-2016} (version 1): how an action stands. The same letters on a scale of standards
 * mean other things, so nothing converts one into the other.
 */
public enum PlanColour {
    /** Blue. */
    B("Blue", "Completed", "blue"),
    /** Green. */
    G("Green", "On target", "green"),
    /** Amber. */
    A("Amber", "May be late", "orange"),
    /** Red. */
    R("Red", "Likely not to be completed; remedy needed", "red");

    private final String word;
    private final String meaning;
    private final String tag;

    PlanColour(String word, String meaning, String tag) {
        this.word = word;
        this.meaning = meaning;
        this.tag = tag;
    }

    /** The word for the letter. */
    public String word() {
        return word;
    }

    /** What it means. */
    public String meaning() {
        return meaning;
    }

    /** The colour of its tag, which is decoration. */
    public String tag() {
        return tag;
    }

    /** Letter and word, such as "G Green". */
    public String shown() {
        return name() + " " + word;
    }

    /** Letter, word and meaning, as it is printed. */
    public String inFull() {
        return shown() + ": " + meaning;
    }
}
