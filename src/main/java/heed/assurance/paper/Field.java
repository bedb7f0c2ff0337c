package heed.assurance.paper;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a part of a piece says, by the name under which {@link Piece#fields()} keeps it. A column that nobody mapped is
 * kept too, under its own heading with {@code "column: "} before it.
 */
public enum Field {
    CODE("code", "Number"), TEXT("text", "Text"), TITLE("title", "Title"), LABEL("label", "Label"), VALUE("value", "Value"),
    QUESTION("question", "Question"), PROMPT("prompt", "Prompt"),
    ASKS_LAST_YEAR("asks-last-year", "Asks for evidence of the last year"), RESPONSE("response", "Response"),
    RATING("rating", "Rating"),
    LETTER("letter", "Letter"), WORD("word", "Rating in words"), AS_PRINTED("as-printed", "As printed"),
    LEVEL("level", "Level"), LEARNING_POINT("learning-point", "Learning point"),
    RECOMMENDATION("recommendation", "Recommendation"),
    STANDARD("standard", "Standard"), OBJECTIVE("objective", "Objective"), ACTION("action", "Action"),
    INPUT("input", "Input"), MEASURE("measure", "Measure"), OUTCOME("outcome", "Outcome"), IMPACT("impact", "Impact"),
    EVIDENCE("evidence", "Evidence"), LEAD("lead", "Lead"), TIMESCALE("timescale", "Timescale"),
    PROGRESS("progress", "Progress"), STATUS("status", "Status"), SOURCE("source", "Source"), NOTE("note", "Note"),
    OPTION("option", "Option"), TOTAL("total", "Total"), PERCENT("percent", "Percent"),
    WHO("who", "Who"), HOW("how", "How"), GROUP("group", "Group");

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
