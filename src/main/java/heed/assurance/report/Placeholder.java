package heed.assurance.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a Word template may ask for, written as {@code {{name}}}. A line stands within other words, in a heading, a table,
 * a header or a footer; a part stands alone in a paragraph, and takes that paragraph's style.
 */
public enum Placeholder {
    /** The title. */
    TITLE(Kind.LINE, true, "The title of the report"),
    /** The council. */
    BODY(Kind.LINE, false, "The name of the council"),
    /** The version. */
    VERSION(Kind.LINE, false, "Which version this is, and why there is a new one"),
    /** The committee. */
    TO(Kind.LINE, false, "The committee"),
    /** The meeting. */
    DATE(Kind.LINE, false, "The date of the meeting"),
    /** The reporting post. */
    FROM(Kind.LINE, false, "The post that reports"),
    /** The purpose. */
    PURPOSE(Kind.LINE, false, "What the report is for"),
    /** Key decision. */
    KEY_DECISION(Kind.LINE, false, "Whether it is a key decision"),
    /** Member. */
    MEMBER(Kind.LINE, false, "The member who answers for it"),
    /** Corporate priority. */
    PRIORITY(Kind.LINE, false, "The corporate priority"),
    /** Policy framework. */
    POLICY(Kind.LINE, false, "The policy framework"),
    /** Recommendations. */
    RECOMMENDATIONS(Kind.PART, true, "The recommendations, numbered"),
    /** Appendices. */
    APPENDICES(Kind.PART, false, "The list of appendices"),
    /** Background. */
    BACKGROUND(Kind.PART, true, "The background"),
    /** Introduction. */
    INTRODUCTION(Kind.PART, false, "What the report sets out to say"),
    /** Words on the results. */
    RESULTS_TEXT(Kind.PART, true, "How the self-assessment was made and challenged"),
    /** Counts. */
    COUNTS(Kind.PART, true, "How many questions have which rating, of those rated and of all"),
    /** Matrix. */
    RESULTS(Kind.PART, true, "The table of results, with limitations and notes under it"),
    /** Definitions. */
    SCALE(Kind.PART, true, "What each rating means"),
    /** Figures. */
    FIGURES(Kind.PART, false, "The figures, each with its period and source"),
    /** Achievements. */
    ACHIEVEMENTS(Kind.PART, true, "The achievements, by section"),
    /** Completed actions. */
    COMPLETED_ACTIONS(Kind.PART, false, "The actions completed in the year, with outcome and impact"),
    /** Priorities. */
    PRIORITIES(Kind.PART, true, "The priorities for next year"),
    /** Risks. */
    RISKS(Kind.PART, true, "The risks and challenges"),
    /** Finance. */
    FINANCE(Kind.PART, true, "The financial implications"),
    /** Who cleared them. */
    FINANCE_NAME(Kind.LINE, true, "Who cleared the financial implications"),
    /** When. */
    FINANCE_DATE(Kind.LINE, true, "When they were cleared"),
    /** Legal. */
    LEGAL(Kind.PART, true, "The legal implications"),
    /** Who cleared them. */
    LEGAL_NAME(Kind.LINE, true, "Who cleared the legal implications"),
    /** When. */
    LEGAL_DATE(Kind.LINE, true, "When they were cleared"),
    /** Equalities. */
    EQUALITIES(Kind.PART, true, "The equalities impact"),
    /** Author. */
    AUTHOR(Kind.LINE, false, "The author’s name"),
    /** Post. */
    AUTHOR_POST(Kind.LINE, false, "The author’s post"),
    /** Service. */
    AUTHOR_SERVICE(Kind.LINE, false, "The author’s service or department"),
    /** Telephone. */
    AUTHOR_TELEPHONE(Kind.LINE, false, "The author’s telephone number"),
    /** Email. */
    AUTHOR_EMAIL(Kind.LINE, false, "The author’s email address"),
    /** Plan. */
    ACTION_PLAN(Kind.PART, true, "The action plan, with the meaning of its colours"),
    /** Texts of the appendices. */
    APPENDIX_TEXTS(Kind.PART, false, "The other appendices that have text, each under its heading"),
    /** Hash. */
    HASH(Kind.LINE, false, "When the figures were computed, and the content hash of what was frozen");

    /** Where one may stand. */
    public enum Kind {
        /** Within other words. */
        LINE,
        /** Alone in its paragraph. */
        PART
    }

    private final Kind kind;
    private final boolean needed;
    private final String words;

    Placeholder(Kind kind, boolean needed, String words) {
        this.kind = kind;
        this.needed = needed;
        this.words = words;
    }

    /** Where it may stand. */
    public Kind kind() {
        return kind;
    }

    /** Whether a template without it leaves out what a report must say. */
    public boolean needed() {
        return needed;
    }

    /** What is put in its place. */
    public String words() {
        return words;
    }

    /** Its name, as typed between the braces. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As typed in a template. */
    public String typed() {
        return "{{" + key() + "}}";
    }

    /** The one of this name; capitals and spaces around it do not matter. */
    public static Optional<Placeholder> of(String name) {
        var key = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst();
    }

    /** Those a template must have. */
    public static List<Placeholder> necessary() {
        return Arrays.stream(values()).filter(Placeholder::needed).toList();
    }
}
