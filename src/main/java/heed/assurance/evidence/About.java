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

    /** What says that it was lately, and not how lately. */
    private static final Pattern LATELY = Pattern.compile(
            "\\b(?:recently|lately|(?:last|this|next) term|recent (?:days|weeks|months|years|times)"
                    + "|(?:(?:several|some|(?:a )?few|many|a couple of|\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|a)"
                    + " )?(?:days?|weeks?|fortnights?|months?|years?) ago"
                    + "|(?:last|past|previous) (?:few|several|couple of) (?:days|weeks|months|years))\\b",
            Pattern.CASE_INSENSITIVE);

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
     * The same for what a paper prints that does not say on which day it was written: words that count from that day leave
     * the date missing.
     *
     * @param until the last day that the paper may be about, by which a month without a year is placed
     */
    public static About printed(String text, LocalDate until) {
        return of(text, DateReader.read(text, until).stream().filter(m -> !m.counted()).toList());
    }

    /** The first words of a text that count from the day on which it was written, as written; empty where none do. */
    public static String counting(String text) {
        var counted = DateReader.read(text, LocalDate.EPOCH).stream().filter(DateMention::counted).findFirst();
        var lately = LATELY.matcher(text);
        if (!lately.find())
            return counted.map(DateMention::words).orElse("");
        return counted.filter(m -> m.start() <= lately.start()).map(DateMention::words).orElseGet(lately::group);
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
