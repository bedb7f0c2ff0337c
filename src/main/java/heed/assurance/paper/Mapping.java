package heed.assurance.paper;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person said about a paper's own words: they go before everything that the readers know.
 *
 * @param columns headings of columns and what they are
 * @param headings headings in the text and what stands under them
 */
public record Mapping(Map<String, Field> columns, Map<String, PieceKind> headings) {
    /** Nothing said. */
    public static final Mapping NONE = new Mapping(Map.of(), Map.of());

    /** Keeps the words in the form in which they are compared. */
    public Mapping {
        columns = folded(columns);
        headings = folded(headings);
    }

    /** What the column of that heading is, if somebody said so. */
    public Optional<Field> column(String heading) {
        return Optional.ofNullable(columns.get(fold(heading)));
    }

    /** What stands under that heading, if somebody said so. */
    public Optional<PieceKind> heading(String heading) {
        return Optional.ofNullable(headings.get(fold(heading)));
    }

    /** Lower case, letters and digits only, words parted by one space: how headings are compared. */
    public static String fold(String heading) {
        return heading.toLowerCase(Locale.UK).replace('’', '\'').replaceAll("<[^>]*>", " ")
                .replaceAll("[^\\p{L}\\p{N}']+", " ").strip();
    }

    private static <T> Map<String, T> folded(Map<String, T> given) {
        var folded = new HashMap<String, T>();
        given.forEach((heading, is) -> folded.put(fold(heading), is));
        return Map.copyOf(folded);
    }
}
