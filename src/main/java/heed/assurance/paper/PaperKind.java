package heed.assurance.paper;

/** What a paper is: chosen by the person who brings it, and never guessed over their head. */
public enum PaperKind {
    /** A self-assessment: questions with response, rating, evidence and sometimes actions. */
    RETURN("A self-assessment return"),
    /** A table of actions or of learning points with leads and dates. */
    PLAN("An action plan"),
    /** A report to members: header table, numbered paragraphs, results, achievements, what comes next. */
    REPORT("A committee report"),
    /** Somebody from outside says what was strong, what was not, and what should be done. */
    REVIEW("An independent review");

    private final String words;

    PaperKind(String words) {
        this.words = words;
    }

    /** How it is called on a page. */
    public String words() {
        return words;
    }
}
