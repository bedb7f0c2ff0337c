package heed.assurance.paper;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a part of a piece says, by the name under which {@link Piece#fields()} keeps it. A column that nobody mapped is
 * kept too, under its own heading with {@code "column: "} before it.
 */
public enum Field {
    /** What is printed before it; a piece keeps it as its code. */
    CODE("code", "Number"),
    /** What it says, where that is all. */
    TEXT("text", "Text"),
    /** What it is called. */
    TITLE("title", "Title"),
    /** What a line of a header is called. */
    LABEL("label", "Label"),
    /** What that line says. */
    VALUE("value", "Value"),
    /** What is asked. */
    QUESTION("question", "Question"),
    /** What the form says about answering, under more than one question. */
    PROMPT("prompt", "Prompt"),
    /** "yes" where evidence of the year that ended is asked for. */
    ASKS_LAST_YEAR("asks-last-year", "Asks for evidence of the last year"),
    /** The column with the answer. */
    RESPONSE("response", "Response"),
    /** The column with the rating. */
    RATING("rating", "Rating"),
    /** The letter of a rating. */
    LETTER("letter", "Letter"),
    /** Its word. */
    WORD("word", "Rating in words"),
    /** The rating as the paper has it. */
    AS_PRINTED("as-printed", "As printed"),
    /** The levels that were found, parted by commas. */
    LEVEL("level", "Level"),
    /** The column with what was learned. */
    LEARNING_POINT("learning-point", "Learning point"),
    /** The column with what was recommended. */
    RECOMMENDATION("recommendation", "Recommendation"),
    /** The standard, theme or priority that it comes under. */
    STANDARD("standard", "Standard"),
    /** What is to be reached. */
    OBJECTIVE("objective", "Objective"),
    /** What is to be done. */
    ACTION("action", "Action"),
    /** What goes into it. */
    INPUT("input", "Input"),
    /** How one will know. */
    MEASURE("measure", "Measure"),
    /** What is to come of it, or came. */
    OUTCOME("outcome", "Outcome"),
    /** What difference it made. */
    IMPACT("impact", "Impact"),
    /** What shows it. */
    EVIDENCE("evidence", "Evidence"),
    /** Who leads, as written: posts, names, initials. */
    LEAD("lead", "Lead"),
    /** By when, as written. */
    TIMESCALE("timescale", "Timescale"),
    /** How far it has come. */
    PROGRESS("progress", "Progress"),
    /** How it stands, as written. */
    STATUS("status", "Status"),
    /** Where it comes from. */
    SOURCE("source", "Source"),
    /** Anything else that was noted. */
    NOTE("note", "Note"),
    /** What could be answered. */
    OPTION("option", "Option"),
    /** How many answered so, as printed. */
    TOTAL("total", "Total"),
    /** What share, as printed, without the sign. */
    PERCENT("percent", "Percent"),
    /** Who was met. */
    WHO("who", "Who"),
    /** In which way. */
    HOW("how", "How"),
    /** What it is listed under. */
    GROUP("group", "Group");

    /** What stands before the heading of a column that nobody mapped. */
    public static final String UNMAPPED = "column: ";

    private final String key;
    private final String words;

    Field(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The name in {@link Piece#fields()}. */
    public String key() {
        return key;
    }

    /** How it is called on a page. */
    public String words() {
        return words;
    }

    /** The field of that key, or none. */
    public static Optional<Field> of(String key) {
        return Stream.of(values()).filter(f -> f.key.equals(key)).findFirst();
    }
}
