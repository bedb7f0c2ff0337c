package heed.assurance.exercise;

import heed.access.Permission;
import heed.assurance.evidence.About;
import heed.assurance.evidence.Window;
import heed.assurance.exercise.ReturnEdition.Asked;
import heed.assurance.paper.Accepted;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.Field;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes a past return of an accepted paper. Each question's answer, every printed statement of evidence, every figure of a
 * table; a rating only where the paper prints one that the framework's scale has, and else "not recoverable".
 */
@Component
@Order(20)
class ReturnIntake implements Accepted {
    private static final Pattern YEAR = Pattern.compile("(?<![\\d.,/-])(?:19|20)\\d\\d(?![\\d.,]\\d|\\d)");

    private final Returns returns;
    private final Statements statements;
    private final Ratings ratings;
    private final ReturnFacts facts;
    private final ReturnEditions editions;
    private final Trail trail;
    private final Clock clock;

    ReturnIntake(Returns returns, Statements statements, Ratings ratings, ReturnFacts facts, ReturnEditions editions,
            Trail trail, Clock clock) {
        this.returns = returns;
        this.statements = statements;
        this.ratings = ratings;
        this.facts = facts;
        this.editions = editions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a paper becomes: the edition whose questions it answers, and the question that each of its items is. */
    private record Fit(ReturnEdition edition, int year, Window window, Map<Asked, Piece> items) {
    }

    @Override
    public PaperKind kind() {
        return PaperKind.RETURN;
    }

    @Override
    public String href(UUID made) {
        return "/assurance/returns/" + made;
    }

    @Override
    public String says(Actor by, AcceptedPaper paper) {
        var reading = paper.reading();
        var fit = fit(by, reading);
        if (fit == null)
            return "No published framework has these questions. Publish or take part in the one it answers first, and "
                    + "check the questions’ numbers.";
        int items = fit.items().size();
        int read = reading.of(PieceKind.ITEM).size();
        long lost = fit.items().values().stream().filter(i -> level(fit, reading, i) == null).count();
        int actions = reading.of(PieceKind.ACTION).size();
        int printed = fit.items().values().stream().mapToInt(i -> reading.under(i, PieceKind.STATEMENT).size()).sum();
        return items + (items == 1 ? " answer" : " answers") + " with " + printed
                + (printed == 1 ? " statement" : " statements") + " of evidence "
                + (items == 1 ? "becomes" : "become") + " the return of " + fit.year() + " on “"
                + fit.edition().title() + "”, evidence from " + ReturnWords.window(fit.window()) + "."
                + otherYear(years(reading), fit.year()) + " "
                + lost(lost, items)
                + (read > items ? " " + (read - items) + " stay in the paper: the framework has no such question." : "")
                + (actions == 0
                        ? ""
                        : " " + actions + (actions == 1 ? " action stays" : " actions stay") + " in the paper.");
    }

    private static String lost(long lost, int items) {
        if (lost == 0)
            return "Every rating was read.";
        return items == 1
                ? "Its rating is not recoverable."
                : lost + " of " + items + (lost == 1 ? " ratings is" : " ratings are") + " not recoverable.";
    }

    @Override
    public UUID take(Actor by, AcceptedPaper paper) {
        if (!by.may(Permission.KEEP_RETURN))
            throw Refusal.NOT_ALLOWED_NOW.because("does not keep returns");
        var reading = paper.reading();
        var fit = fit(by, reading);
        if (fit == null)
            throw Refusal.NOT_ALLOWED_NOW.because("no published framework has these questions");
        var now = clock.instant();
        var opened = Return.opened(ReturnMove.TAKE_IN, by, now, null, fit.edition().id(), paper.council(), "",
                fit.window());
        var made = opened.made().id();
        returns.open(by, opened);
        var items = new ArrayList<Item>();
        fit.items().forEach((asked, piece) -> items.add(new Item(UUID.randomUUID(), asked.code(), items.size(),
                text(reading.under(piece, PieceKind.RESPONSE)), Carried.OWN, null, 0, by.staff(), now)));
        returns.add(by, made, items);
        fit.items().forEach((asked, piece) -> {
            evidence(by, made, asked.code(), reading.under(piece, PieceKind.STATEMENT), fit.window(), now);
            rate(by, made, paper, fit, asked.code(), level(fit, reading, piece), now);
            figures(by, made, asked.code(), reading, piece, now);
        });
        trail.add(by, new Trace("return.take", made, List.of(), List.of(paper.id()), null));
        return made;
    }

    private void evidence(Actor by, UUID made, String code, List<Piece> printed, Window window, Instant now) {
        int n = 0;
        for (var piece : printed) {
            var words = piece.field(Field.TEXT).orElse("");
            if (!words.isBlank())
                statements.add(by, made, new Statement(UUID.randomUUID(), code, ++n, words.strip(),
                        About.printed(words, window.to()).spans(), false, EvidenceState.ACCEPTED, null, 0, by.staff(),
                        now));
        }
    }

    private void rate(Actor by, UUID made, AcceptedPaper paper, Fit fit, String code, @Nullable String level,
            Instant now) {
        var scale = fit.edition().scale();
        ratings.add(by, made, new Rating(UUID.randomUUID(), code, Voice.SELF, Audience.ALL, scale.code(),
                scale.version(), level == null ? new Verdict.NotRecoverable() : new Verdict.Level(level, null),
                paper.council(), by.staff(), now, null, null, "the paper as imported"));
    }

    private void figures(Actor by, UUID made, String code, Reading reading, Piece item, Instant now) {
        for (var table : reading.under(item, PieceKind.TABLE))
            for (var figure : reading.under(table, PieceKind.FIGURE)) {
                var total = number(figure.field(Field.TOTAL).orElse(""));
                if (total == null)
                    continue;
                var title = table.field(Field.TITLE).orElse("Table") + ": " + figure.field(Field.OPTION).orElse("");
                facts.add(by, made, new Fact(UUID.randomUUID(), List.of(code), title, title, total, "responses", null,
                        null, Fact.Origin.READ, "A table of the paper, in " + code,
                        total.toPlainString() + figure.field(Field.PERCENT).map(p -> " (" + p + ")").orElse(""),
                        List.of(), null, null, now));
            }
    }

    private static @Nullable BigDecimal number(String printed) {
        var digits = printed.replace(",", "").strip();
        return digits.matches("\\d{1,12}(\\.\\d{1,6})?") ? new BigDecimal(digits) : null;
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(p -> p.field(Field.TEXT).orElse("")).filter(t -> !t.isBlank()).map(String::strip)
                .collect(Collectors.joining("\n\n"));
    }

    /** The level that the paper prints for an item, where the scale has it; null where it cannot be known. */
    private static @Nullable String level(Fit fit, Reading reading, Piece item) {
        var scale = fit.edition().scale();
        for (var rating : reading.under(item, PieceKind.RATING)) {
            var letter = rating.field(Field.LETTER).orElse("").strip();
            var word = rating.field(Field.WORD).orElse("").strip();
            for (var level : scale.levels())
                if (level.code().equalsIgnoreCase(letter) || level.word().equalsIgnoreCase(word))
                    return level.code();
        }
        return null;
    }

    /** The years that stand in the paper before its first question: by them equal frameworks of several years are told apart. */
    static Set<Integer> years(Reading reading) {
        int first = reading.of(PieceKind.ITEM).stream().flatMap(i -> i.lines().stream()).min(Integer::compare)
                .orElse(0);
        var years = new TreeSet<Integer>();
        for (var line : reading.lines())
            if (line.number() < first)
                YEAR.matcher(line.text()).results().forEach(m -> years.add(Integer.valueOf(m.group())));
        return years;
    }

    /** Said where the paper names years, and none of them is the framework's. */
    private static String otherYear(Set<Integer> named, int year) {
        return named.isEmpty() || named.contains(year)
                ? ""
                : " The paper itself names " + named.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ": if it answers another framework, publish that one first.";
    }

    /** The published edition that has most of the paper's questions, if it has more than half; null where none has. */
    private @Nullable Fit fit(Actor by, Reading reading) {
        var items = new LinkedHashMap<String, Piece>();
        for (var item : reading.of(PieceKind.ITEM)) {
            var code = item.code();
            if (code != null)
                items.putIfAbsent(code, item);
        }
        var named = years(reading);
        Fit best = null;
        for (var published : editions.published(by)) {
            var edition = editions.of(by, published.id(), "");
            var fits = new LinkedHashMap<Asked, Piece>();
            var codes = new HashSet<String>();
            for (var asked : edition.questions()) {
                var item = items.get(asked.code());
                if (item != null && codes.add(asked.code()))
                    fits.put(asked, item);
            }
            boolean better = best == null || fits.size() > best.items().size()
                    || fits.size() == best.items().size() && named.contains(published.year())
                            && !named.contains(best.year());
            if (2 * fits.size() > items.size() && better)
                best = new Fit(edition, published.year(), window(published), fits);
        }
        return best;
    }

    /** The paper does not say for what time evidence was asked: as many months as the edition has, to the end of its year. */
    private static Window window(ReturnEditions.Published published) {
        var until = LocalDate.of(published.year(), 12, 31);
        var months = published.windowMonths();
        return new Window(until.plusDays(1).minusMonths(months == null ? 12 : months), until);
    }
}
