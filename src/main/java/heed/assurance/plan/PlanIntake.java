package heed.assurance.plan;

import heed.access.Permission;
import heed.assurance.paper.Accepted;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.Field;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.Refusal;
import heed.platform.web.LondonTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes a plan of an accepted paper. Nothing in it is guessed: a year that the paper does not name stays open, leads that are
 * no post's on the day keep their words, and what the paper calls complete is what its lead claims until somebody verifies it.
 */
@Component
@Order(40)
class PlanIntake implements Accepted {
    private static final Pattern YEARS = Pattern.compile("\\b((?:19|20)\\d\\d) ?[-/–] ?((?:20)?\\d\\d)\\b");
    private static final Set<PieceKind> ROWS = Set.of(PieceKind.ACTION, PieceKind.CLOSED_ACTION,
            PieceKind.LEARNING_POINT,
            PieceKind.RECOMMENDATION);
    private static final Pattern COMPLETE = Pattern
            .compile(
                    "(?is)\\s*(?:completed?|closed|done|achieved|finished|b\\b|blue|b-blue|verified|complete,.*|closed.*).*");

    private final Plans plans;
    private final ActionRows rows;
    private final ActionWork work;
    private final PostRows posts;
    private final Recommendations recommendations;

    PlanIntake(Plans plans, ActionRows rows, ActionWork work, PostRows posts, Recommendations recommendations) {
        this.plans = plans;
        this.rows = rows;
        this.work = work;
        this.posts = posts;
        this.recommendations = recommendations;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.PLAN;
    }

    @Override
    public String says(Actor by, AcceptedPaper paper) {
        var reading = paper.reading();
        var year = year(reading);
        int points = reading.of(PieceKind.LEARNING_POINT).size() + reading.of(PieceKind.RECOMMENDATION).size();
        if (points > 0 && year == null)
            return "The plan’s learning points need a year, such as 2026-27 in its title. Correct the title first.";
        long unread = reading.of(PieceKind.ACTION).stream().filter(
                p -> !Timescales.read(p.field(Field.TIMESCALE).orElse(""), year).schedule().standsUp()).count();
        return ActionGroup.count(reading.of(PieceKind.ACTION).size()) + " and "
                + reading.of(PieceKind.CLOSED_ACTION).size() + " completed become a plan"
                + (year == null ? ", whose year the paper does not say" : " for " + year.words()) + "."
                + (unread == 0
                        ? ""
                        : " " + unread
                                + " stay proposed: their timescale was not understood, or never ends and has no review.");
    }

    @Override
    public String href(UUID made) {
        return PlansController.HOME + "/" + made;
    }

    @Override
    public UUID take(Actor by, AcceptedPaper paper) {
        if (!by.may(Permission.KEEP_PLANS))
            throw Refusal.NOT_ALLOWED_NOW.because("does not keep plans");
        var reading = paper.reading();
        var year = year(reading);
        var day = paper.at().atZone(LondonTime.ZONE).toLocalDate();
        var plan = plans.add(by, paper.council(), year, title(reading, day), null, paper.id());
        var book = posts.book(by);
        Map<String, UUID> answers = new HashMap<>();
        for (var piece : reading.pieces())
            switch (piece.kind()) {
                case LEARNING_POINT ->
                    answers.put(piece.id(), point(by, ActionSource.LEARNING_POINT, piece, year, paper));
                case RECOMMENDATION ->
                    answers.put(piece.id(), point(by, ActionSource.RECOMMENDATION, piece, year, paper));
                case ACTION, CLOSED_ACTION -> action(by, plan, piece, year, book, day, answers, reading);
                default -> {
                    // The paper stays readable, with all that is no action.
                }
            }
        return plan;
    }

    private UUID point(Actor by, ActionSource kind, Piece piece, @Nullable PlanYear year, AcceptedPaper paper) {
        if (year == null)
            throw Refusal.NOT_ALLOWED_NOW.because("learning points need the plan's year");
        var code = piece.code();
        var words = new Recommendation.Words(piece.field(Field.TEXT).orElse("(no words)"),
                title(paper.reading(), year.from()));
        return recommendations.add(by, kind, year.from().getYear(),
                code == null || code.isBlank() ? piece.id().substring(0, Math.min(20, piece.id().length())) : code,
                words, paper.id());
    }

    private void action(Actor by, UUID plan, Piece piece, @Nullable PlanYear year, PostBook book, LocalDate day,
            Map<String, UUID> answers, Reading reading) {
        var above = piece.parent() == null ? null : reading.piece(piece.parent()).orElse(null);
        var answered = above == null ? null : answers.get(above.id());
        var words = words(piece, above);
        var schedule = Timescales.read(words.timescale(), year).schedule();
        boolean complete = COMPLETE.matcher(words.printed()).matches();
        var state = complete
                ? ActionState.CLAIMED_COMPLETE
                : piece.kind() == PieceKind.ACTION && schedule.standsUp() ? ActionState.AGREED : ActionState.PROPOSED;
        var origin = answered == null || above == null
                ? PlanAction.Origin.TYPED
                : new PlanAction.Origin(above.kind() == PieceKind.LEARNING_POINT
                        ? ActionSource.LEARNING_POINT
                        : ActionSource.RECOMMENDATION, answered, above.code() == null ? "" : above.code(), null);
        work.take(by,
                new PlanAction(UUID.randomUUID(), Reference.unused(() -> Reference.random('P'), rows::taken), plan,
                        rows.nextPlace(plan), origin, words, schedule, book.resolve(words.leads(), day).posts(),
                        Standing.asPrinted(state, state == ActionState.AGREED ? day : null), 1));
    }

    /** What a plan says of an action; where it says it of the whole learning point above, it counts for each under it. */
    private static ActionWords words(Piece piece, @Nullable Piece above) {
        return new ActionWords(get(piece, Field.STANDARD), get(piece, Field.OBJECTIVE), get(piece, Field.ACTION),
                get(piece, Field.INPUT), get(piece, Field.OUTCOME), get(piece, Field.IMPACT),
                get(piece, Field.MEASURE), either(piece, above, Field.EVIDENCE), either(piece, above, Field.LEAD),
                either(piece, above, Field.TIMESCALE), either(piece, above, Field.STATUS));
    }

    private static String get(Piece piece, Field field) {
        return piece.field(field).orElse("");
    }

    private static String either(Piece piece, @Nullable Piece above, Field field) {
        var own = get(piece, field);
        return own.isEmpty() && above != null && above.kind() != PieceKind.SECTION ? get(above, field) : own;
    }

    /** The first title that says it is a plan; without one, that it was brought in. */
    private static String title(Reading reading, LocalDate day) {
        return titles(reading).filter(t -> t.toLowerCase(Locale.ROOT).contains("plan")).findFirst()
                .map(t -> t.length() > 200 ? t.substring(0, 200) : t)
                .orElse("Action plan brought in on " + PlanDays.words(day));
    }

    /** What stands before the first action: a heading after it may be of an earlier plan. */
    private static Stream<String> titles(Reading reading) {
        return reading.pieces().stream().takeWhile(p -> !ROWS.contains(p.kind()))
                .filter(p -> p.kind() == PieceKind.HEADER || p.kind() == PieceKind.SECTION)
                .map(p -> p.field(Field.TITLE).or(() -> p.field(Field.VALUE)).orElse("").replaceAll("\\s+", " ")
                        .strip())
                .filter(t -> !t.isEmpty());
    }

    /** The year that a title names, such as 2026-27 or 2026/27; null for none, or where titles name several. */
    static @Nullable PlanYear year(Reading reading) {
        var years = titles(reading).flatMap(t -> YEARS.matcher(t).results()).map(m -> {
            int from = Integer.parseInt(m.group(1));
            var last = m.group(2);
            return Integer.parseInt(last) % 100 == (from + 1) % 100 ? from : -1;
        }).filter(y -> y > 0).distinct().toList();
        return years.size() == 1 ? PlanYear.financial(years.getFirst()) : null;
    }
}
