package heed.assurance.importing;

import heed.assurance.paper.Field;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How pieces of papers are called on pages. */
final class PaperWords {
    private static final int SHORT = 90;
    /** The longest heading that stands before what a piece repeats. */
    private static final int HEADING = 30;
    /** What more than one of a kind is called. */
    private static final Map<PieceKind, String> MANY = new EnumMap<>(Map.ofEntries(
            Map.entry(PieceKind.HEADER, "Header lines"), Map.entry(PieceKind.CONTROL, "Lines of document control"),
            Map.entry(PieceKind.SECTION, "Headings"), Map.entry(PieceKind.PARAGRAPH, "Paragraphs"),
            Map.entry(PieceKind.ITEM, "Questions"), Map.entry(PieceKind.RESPONSE, "Responses"),
            Map.entry(PieceKind.STATEMENT, "Evidence statements"), Map.entry(PieceKind.RATING, "Ratings"),
            Map.entry(PieceKind.ACTION, "Actions"), Map.entry(PieceKind.CLOSED_ACTION, "Closed actions"),
            Map.entry(PieceKind.LEARNING_POINT, "Learning points"),
            Map.entry(PieceKind.RECOMMENDATION, "Recommendations"),
            Map.entry(PieceKind.SUB_POINT, "Parts of recommendations"), Map.entry(PieceKind.AREA, "Areas"),
            Map.entry(PieceKind.STRENGTH, "Strengths"), Map.entry(PieceKind.DEVELOPMENT, "Areas for development"),
            Map.entry(PieceKind.IMPACT, "Levels of impact"), Map.entry(PieceKind.STANDARD, "Standards"),
            Map.entry(PieceKind.SCALE_LEVEL, "Levels of a scale"), Map.entry(PieceKind.TABLE, "Tables"),
            Map.entry(PieceKind.FIGURE, "Figures"), Map.entry(PieceKind.ACHIEVEMENT, "Achievements"),
            Map.entry(PieceKind.FOCUS, "Focus of next year"), Map.entry(PieceKind.RISK, "Risks"),
            Map.entry(PieceKind.FIELDWORK, "Fieldwork"), Map.entry(PieceKind.LIMITATION, "Limitations")));

    private PaperWords() {
    }

    /** What a kind is called where there are so many of it, without the number. */
    static String name(PieceKind kind, int many) {
        if (many == 1)
            return kind == PieceKind.STATEMENT ? "Evidence statement" : kind.words();
        return MANY.getOrDefault(kind, kind.words());
    }

    /** So many of a kind: "23 questions". */
    static String count(int many, PieceKind kind) {
        return many + " " + name(kind, many).toLowerCase(Locale.UK);
    }

    static String count(int many, String one, String more) {
        return String.format(Locale.UK, "%,d", many) + " " + (many == 1 ? one : more);
    }

    /** A field by its key: its words, or the paper's own heading where nobody said what the column is. */
    static String field(String key) {
        return Field.of(key).map(Field::words).orElse(key.startsWith(Field.UNMAPPED)
                ? "Column “" + key.substring(Field.UNMAPPED.length()) + "”"
                : key);
    }

    /** What a piece says in one line: its number and the first words of what matters most. */
    static String shortly(Piece piece) {
        var said = piece.fields().entrySet().stream().filter(e -> !e.getKey().equals(Field.PROMPT.key()))
                .map(Map.Entry::getValue).findFirst().orElse("");
        var code = piece.code() == null ? "" : piece.code();
        return (code + " " + cut(said)).strip();
    }

    /** The beginning of a text, ending at a word. */
    static String cut(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= SHORT)
            return line;
        int end = line.lastIndexOf(' ', SHORT);
        return line.substring(0, end < SHORT / 2 ? SHORT : end) + "…";
    }

    /** Whether a piece's one text only repeats the lines it stands beside, but for a short heading or number before it. */
    static boolean repeats(String said, String source) {
        var shown = Mapping.fold(source);
        var words = Mapping.fold(said);
        return shown.equals(words) || shown.endsWith(" " + words) && shown.length() - words.length() <= HEADING;
    }

    /** Lines as people write them: "12 to 15, 18". */
    static String lines(Collection<Integer> numbers) {
        var all = numbers.stream().sorted().distinct().toList();
        var words = new StringBuilder();
        for (int i = 0; i < all.size();) {
            int end = i;
            while (end + 1 < all.size() && all.get(end + 1) == all.get(end) + 1)
                end++;
            words.append(words.isEmpty() ? "" : ", ").append(all.get(i));
            if (end > i)
                words.append(end == i + 1 ? ", " : " to ").append(all.get(end));
            i = end + 1;
        }
        return words.toString();
    }

    /** What a paper of that kind is chiefly made of: shown open where it was read. */
    static List<PieceKind> chiefly(PaperKind kind) {
        return switch (kind) {
            case RETURN -> List.of(PieceKind.ITEM);
            case PLAN -> List.of(PieceKind.ACTION, PieceKind.CLOSED_ACTION, PieceKind.LEARNING_POINT);
            case REPORT -> List.of(PieceKind.STANDARD, PieceKind.RATING, PieceKind.ACHIEVEMENT, PieceKind.FOCUS);
            case REVIEW -> List.of(PieceKind.RECOMMENDATION, PieceKind.STRENGTH, PieceKind.DEVELOPMENT,
                    PieceKind.IMPACT);
        };
    }

    /** What a piece of that kind usually says, in order. */
    static List<Field> usual(PieceKind kind) {
        return switch (kind) {
            case HEADER, CONTROL -> List.of(Field.LABEL, Field.VALUE);
            case SECTION, AREA, STANDARD, TABLE -> List.of(Field.TITLE);
            case ITEM -> List.of(Field.QUESTION, Field.PROMPT);
            case RATING -> List.of(Field.LETTER, Field.WORD);
            case ACTION -> List.of(Field.ACTION, Field.OUTCOME, Field.LEAD, Field.TIMESCALE, Field.STATUS);
            case CLOSED_ACTION -> List.of(Field.ACTION, Field.MEASURE, Field.OUTCOME, Field.IMPACT, Field.LEAD,
                    Field.STATUS);
            case SCALE_LEVEL -> List.of(Field.LETTER, Field.WORD, Field.TEXT);
            case IMPACT -> List.of(Field.LEVEL, Field.TEXT);
            case FIGURE -> List.of(Field.OPTION, Field.TOTAL, Field.PERCENT);
            case FIELDWORK -> List.of(Field.WHO, Field.HOW, Field.GROUP);
            case PARAGRAPH, RESPONSE, STATEMENT, LEARNING_POINT, RECOMMENDATION, SUB_POINT, STRENGTH, DEVELOPMENT,
                    ACHIEVEMENT, FOCUS, RISK, LIMITATION ->
                List.of(Field.TEXT);
        };
    }

    /** Whether other pieces may belong to one of that kind. */
    static boolean holds(PieceKind kind) {
        return switch (kind) {
            case SECTION, ITEM, AREA, STANDARD, TABLE, RECOMMENDATION, LEARNING_POINT, ACTION, CLOSED_ACTION,
                    STRENGTH, DEVELOPMENT ->
                true;
            default -> false;
        };
    }
}
