package heed.assurance.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the questions of a return begin. No form is expected: of the ways in which lines of this paper begin, the one is
 * taken that most often stands before the first label of an answer ("Response", "Rating" …), in rising order.
 */
final class ItemStarts {
    private static final Pattern BARE = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){0,3}[A-Za-z]?|[A-Z]\\d{1,2}(?:\\.\\d{1,2})?");
    private static final Pattern WORDED = Pattern.compile("(?is)(?:standard|question|q|criterion|requirement|item|statement|"
            + "indicator|element|section|expectation|area|kloe|objective)\\s*(\\d{1,2}(?:\\.\\d{1,2}){0,3}[a-z]?|[a-z]\\d{0,2}"
            + "(?:\\.\\d{1,2})?)\\b\\s*[.:)–—-]*\\s*(.*)");
    /** So far may the first label be: a question with its list of points is shorter. */
    private static final int NEAR = 30;

    private ItemStarts() {
    }

    /** Where one begins: the place of its line among the parts, its code, and what of the question stands on that line. */
    record Start(int place, @Nullable String code, String rest) {
    }

    /** The beginnings, in their order; none where the lines show no questions. */
    static List<Start> in(List<Part> parts, IntFunction<@Nullable PieceKind> label) {
        var ways = Stream.<Function<Part, @Nullable Start>>of(ItemStarts::bare, ItemStarts::worded,
                p -> numbered(p, 2), p -> numbered(p, 1), p -> numbered(p, 0), ItemStarts::lettered);
        return ways.map(way -> proper(parts, label, way)).filter(found -> found.size() >= 2)
                .max(Comparator.comparingInt(List::size)).orElseGet(() -> uncoded(parts, label));
    }

    private static @Nullable Start bare(Part part) {
        var code = part.code();
        return code != null && part.rest().isEmpty() && BARE.matcher(code).matches() ? new Start(0, code, "") : null;
    }

    private static @Nullable Start worded(Part part) {
        var worded = WORDED.matcher(part.text());
        return worded.matches() && worded.group(1).matches(".*\\d.*|[A-Z]")
                ? new Start(0, worded.group(1), worded.group(2).strip())
                : null;
    }

    private static @Nullable Start numbered(Part part, int depth) {
        var code = part.code();
        return code != null && !part.rest().isEmpty() && part.depth() == depth && Character.isDigit(code.charAt(0))
                && Character.isDigit(code.charAt(code.length() - 1))
                        ? new Start(0, code, part.rest())
                        : null;
    }

    private static @Nullable Start lettered(Part part) {
        var code = part.code();
        return code != null && !part.rest().isEmpty() && code.matches("\\d{1,2}[A-Za-z]|[A-Z]\\d{1,2}(?:\\.\\d{1,2})?")
                ? new Start(0, code, part.rest())
                : null;
    }

    private static List<Start> proper(List<Part> parts, IntFunction<@Nullable PieceKind> label,
            Function<Part, @Nullable Start> way) {
        var candidates = new ArrayList<Start>();
        for (int i = 0; i < parts.size(); i++) {
            var start = label.apply(i) == null ? way.apply(parts.get(i)) : null;
            if (start != null)
                candidates.add(new Start(i, start.code(), start.rest()));
        }
        // Which label comes first after each; most questions of a paper begin with the same.
        var first = new HashMap<Start, PieceKind>();
        for (int c = 0; c < candidates.size(); c++) {
            int from = candidates.get(c).place();
            int to = c + 1 < candidates.size() ? candidates.get(c + 1).place() : parts.size();
            for (int i = from + 1; i < Math.min(to, from + NEAR); i++) {
                var kind = label.apply(i);
                if (kind != null) {
                    first.put(candidates.get(c), kind);
                    break;
                }
            }
        }
        var counts = new HashMap<PieceKind, Integer>();
        first.values().forEach(kind -> counts.merge(kind, 1, Integer::sum));
        var usual = counts.entrySet().stream().max(Map.Entry.<PieceKind, Integer>comparingByValue()
                .thenComparing(e -> -e.getKey().ordinal())).map(Map.Entry::getKey).orElse(null);
        var proper = new ArrayList<Start>();
        for (var candidate : candidates) {
            if (first.get(candidate) != usual || usual == null)
                continue;
            var code = candidate.code();
            if (proper.isEmpty() || code == null || rises(proper.getLast().code(), code))
                proper.add(candidate);
        }
        return proper;
    }

    /** Whether one code comes after another: parts that are numbers by their value, letters by the alphabet. */
    static boolean rises(@Nullable String before, String after) {
        if (before == null)
            return true;
        var a = pieces(before);
        var b = pieces(after);
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i).length() == b.get(i).length()
                    ? a.get(i).compareTo(b.get(i))
                    : Integer.compare(a.get(i).length(), b.get(i).length());
            if (order != 0)
                return order < 0;
        }
        return a.size() < b.size();
    }

    private static List<String> pieces(String code) {
        return Pattern.compile("\\d+|[A-Za-z]+").matcher(code).results().map(m -> m.group().toUpperCase(java.util.Locale.UK))
                .toList();
    }

    /**
     * Without numbers: each time the label comes round that comes first, a question stands before it: a heading, or the
     * paragraph that ends with a question mark or stands alone.
     */
    private static List<Start> uncoded(List<Part> parts, IntFunction<@Nullable PieceKind> label) {
        var labels = IntStream.range(0, parts.size()).filter(i -> label.apply(i) != null).boxed().toList();
        if (labels.isEmpty())
            return List.of();
        var opening = label.apply(labels.getFirst());
        var starts = new ArrayList<Start>();
        for (int at : labels) {
            if (label.apply(at) != opening || at == 0 || label.apply(at - 1) != null)
                continue;
            int from = at - 1;
            // A list of points belongs to the question before it.
            while (from > 0 && parts.get(from).bullet() && label.apply(from - 1) == null)
                from--;
            for (int back = from; back >= Math.max(0, from - 3) && label.apply(back) == null; back--)
                if (parts.get(back).heading() || parts.get(back).text().endsWith("?")) {
                    from = back;
                    break;
                }
            starts.add(new Start(from, null, parts.get(from).text()));
        }
        return starts.size() >= 2 ? starts : List.of();
    }
}
