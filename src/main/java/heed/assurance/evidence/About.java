package heed.assurance.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a statement of evidence is about, in time: not when it was written or uploaded (invariant 8 of the assurance
 * model).
 *
 * @param said  every place of the text that says when
 * @param spans which days they come to; empty where nothing says when
 */
public record About(List<DateMention> said, List<Span> spans) {
    private static final Pattern STANDS = Pattern.compile(
            "\\b(?:adopted|approved|agreed|published|reviewed|revised|updated|introduced|signed|ratified|renewed|in force)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNS_ON = Pattern.compile(
            "\\b(?:(?:due|scheduled|planned)\\b.{0,40}|(?:next|further) (?:review|revision|renewal)\\b.{0,40}|review date\\b.{0,20}"
                    + "|expires?\\b.{0,20}|runs? (?:until|to)|valid (?:until|to)|in force (?:until|to))$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int A_YEAR = 366;

    /** Copies the lists. */
    public About {
        said = List.copyOf(said);
        spans = List.copyOf(spans);
    }

    /**
     * Reads it.
     *
     * @param text      one statement
     * @param writtenOn the day from which "last month" and the like are counted
     */
    public static About of(String text, LocalDate writtenOn) {
        return of(text, DateReader.read(text, writtenOn));
    }

    /**
     * The same, where the dates of the text were read before.
     *
     * @param said every place of the text that says when, as {@link DateReader#read} gives them
     */
    public static About of(String text, List<DateMention> said) {
        // "The 2024 survey" says when only where nothing else does; "the 2024-2029 strategy" has been in force so long.
        var firm = said.stream().filter(m -> m.bearing() != Bearing.ASIDE).toList();
        var spans = new ArrayList<Span>();
        for (var mention : firm.isEmpty() ? said : firm)
            spans.add(mention.span());
        if (!firm.isEmpty())
            said.stream().filter(m -> m.bearing() == Bearing.ASIDE && m.span().days() > A_YEAR)
                    .forEach(m -> spans.add(m.span()));
        inForce(text, firm, spans);
        return new About(said, spans);
    }

    /** What was agreed at one date and is to be reviewed at a later one has been in force between the two. */
    private static void inForce(String text, List<DateMention> firm, List<Span> spans) {
        for (int i = 1; i < firm.size(); i++) {
            var last = firm.get(i - 1).span();
            var next = firm.get(i).span();
            var between = text.substring(Math.max(0, firm.get(i - 1).end()), firm.get(i).start());
            if (RUNS_ON.matcher(between.strip()).find()
                    && STANDS.matcher(text.substring(0, firm.get(i - 1).start())).find()
                    && last.from() != null && next.to() != null && last.from().isBefore(next.to()))
                spans.add(new Span(last.from(), next.to()));
        }
    }

    /** Whether it is in the window, out of it, or undated. */
    public Standing in(Window window) {
        if (spans.isEmpty())
            return Standing.UNDATED;
        return spans.stream().anyMatch(s -> s.overlaps(window.span())) ? Standing.IN : Standing.OUT;
    }
}
