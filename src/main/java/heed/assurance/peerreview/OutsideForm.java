package heed.assurance.peerreview;

import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.ReturnEdition;
import heed.assurance.exercise.ReturnForm;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.Field;
import heed.assurance.paper.Flag;
import heed.assurance.paper.PieceKind;
import heed.platform.web.Choice;
import heed.platform.web.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a review from outside is typed: lists have a line for each, and what belongs to an area stands behind its title. */
final class OutsideForm {
    static final String TITLE = "title";
    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String TEAM = "team";
    private static final String LIMITATIONS = "limitations";
    private static final String AREAS = "areas";
    private static final String IMPACT = "impact";
    private static final String JUDGEMENT = "judgement";
    static final String METHODS = "methods";

    private OutsideForm() {
    }

    /** What is there before anything was typed: a review as it is recorded. */
    static Map<String, String> begun(IndependentReview review) {
        var typed = new HashMap<String, String>();
        typed.put(KIND, review.kind().name());
        typed.put(TITLE, review.title());
        typed.putAll(ReturnForm.boxes(FROM, review.from()));
        typed.putAll(ReturnForm.boxes(UNTIL, review.until()));
        typed.put(TEAM, String.join("\n", review.team().stream().map(IndependentReview.Member::post).toList()));
        typed.put(LIMITATIONS, review.limitations().stream()
                .map(l -> l.words() + (l.areas().isEmpty() ? "" : " | " + String.join(", ", l.areas())))
                .collect(Collectors.joining("\n")));
        typed.put(AREAS, review.areas().stream()
                .map(a -> a.title() + (a.items().isEmpty() ? "" : " | " + String.join(", ", a.items())))
                .collect(Collectors.joining("\n")));
        typed.put(IMPACT, review.impact().stream().map(i -> i.area() + " | " + String.join(", ", i.levels())
                + (i.inPart().isEmpty() ? "" : " | " + String.join(", ", i.inPart())))
                .collect(Collectors.joining("\n")));
        typed.put(JUDGEMENT, review.judgement());
        return typed;
    }

    /** The same for what was read of a paper. */
    static Map<String, String> begun(ReviewRead read) {
        return begun(new IndependentReview(new UUID(0, 0), new UUID(0, 0), ReviewKind.COMMISSIONED, "", null, null,
                List.of(), read.methods(), read.limitations(),
                read.areas().stream().map(a -> new IndependentReview.Area(a, List.of())).toList(),
                read.impact().stream()
                        .map(f -> new IndependentReview.Impact(f.area(), "", 0, f.levels(), f.inPart())).toList(),
                ""));
    }

    static List<Question> questions(ReturnForm form, List<String> methods, @Nullable RatingScale scale) {
        var questions = new ArrayList<Question>();
        questions.add(new Question.Pick(form.field(KIND, "What kind of look was it?", null),
                Arrays.stream(ReviewKind.values()).map(k -> form.choice(KIND, k.name(), k.words(), null)).toList(),
                false));
        questions.add(form.line(TITLE, "What is it called?", "Ratings that it gives name it so."));
        questions.add(new Question.Day(form.date(FROM, "First day of the work (optional)", null)));
        questions.add(new Question.Day(form.date(UNTIL, "Day it is dated (optional)", null)));
        questions.add(form.text(TEAM, "Who were the reviewers?", "Posts, one a line. No names are needed.", 4));
        questions.add(new Question.Tick(form.field(METHODS, "How did they work?", null),
                Arrays.stream(ReviewMethod.values())
                        .map(m -> Choice.of(m.name(), m.words(), methods.contains(m.name()))).toList()));
        questions.add(form.text(LIMITATIONS, "What could they not do?",
                "One a line. Behind a “|” the areas it weakens; without, it weakens the whole.", 4));
        questions.add(form.text(AREAS, "What did they look at together?",
                "One area a line. Behind a “|” the numbers of its standards.", 5));
        if (scale != null)
            questions.add(form.text(IMPACT, "Which levels of impact did they find?",
                    "One area a line, behind a “|” the levels, behind another those in part; nothing before the first “|” for the whole. "
                            + scale.levels().stream().map(l -> l.code() + " is " + l.meaning())
                                    .collect(Collectors.joining("; "))
                            + ".",
                    5));
        questions.add(form.text(JUDGEMENT, "What do they say of your own assessment? (optional)", null, 3));
        return List.copyOf(questions);
    }

    /** What was typed. @return null where something is wrong, which the form then says */
    static @Nullable IndependentReview read(ReturnForm form, List<String> methods, UUID council,
            @Nullable RatingScale scale) {
        var kind = form.one(KIND, Arrays.stream(ReviewKind.values()).map(Enum::name).toList(),
                "Choose what kind of look it was");
        var title = form.words(TITLE, "Give the review a title", ReturnForm.SHORT);
        var from = form.typed(FROM) ? form.day(FROM) : null;
        var until = form.typed(UNTIL) ? form.day(UNTIL) : null;
        var team = lines(form, TEAM).stream().map(p -> new IndependentReview.Member(p, false)).toList();
        var used = Arrays.stream(ReviewMethod.values()).filter(m -> methods.contains(m.name())).toList();
        var limitations = lines(form, LIMITATIONS).stream().map(l -> cells(l))
                .map(c -> new IndependentReview.Limitation(c.getFirst(), ReviewMethod.in(c.getFirst()).stream()
                        .filter(m -> !used.contains(m)).toList(), codes(c, 1)))
                .toList();
        var areas = lines(form, AREAS).stream().map(l -> cells(l))
                .map(c -> new IndependentReview.Area(c.getFirst(), codes(c, 1))).toList();
        var impact = scale == null
                ? List.<IndependentReview.Impact>of()
                : lines(form, IMPACT).stream().map(l -> cells(l))
                        .map(c -> new IndependentReview.Impact(c.getFirst(), scale.code(), scale.version(),
                                codes(c, 1), codes(c, 2)))
                        .toList();
        var judgement = form.maybe(JUDGEMENT, ReturnForm.LONG);
        if (!form.right() || kind == null)
            return null;
        return new IndependentReview(UUID.randomUUID(), council, ReviewKind.valueOf(kind), title, from, until, team,
                used, limitations, areas, impact, judgement);
    }

    private static List<String> lines(ReturnForm form, String name) {
        return form.maybe(name, ReturnForm.LONG).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static List<String> codes(List<String> cells, int at) {
        return cells.size() <= at
                ? List.of()
                : Arrays.stream(cells.get(at).split("\\s*,\\s*")).map(String::strip).filter(c -> !c.isEmpty())
                        .toList();
    }

    /** The field that a fault is beside. */
    static String field(IndependentReview.Fault fault) {
        return switch (fault) {
            case NO_TITLE, TITLE_TWICE -> TITLE;
            case DATES -> UNTIL + "-day";
            case NO_TEAM, NOT_INDEPENDENT -> TEAM;
            case NO_METHODS, METHOD_LACKED -> METHODS;
            case NO_SUCH_AREA, AREA_TWICE -> AREAS;
            case NO_SUCH_LEVEL, LEVEL_TWICE -> IMPACT;
        };
    }

    /** What a paper prints of each standard of an edition, as judgements of one voice. */
    static List<PastJudgement> printed(AcceptedPaper paper,
            ReturnEdition edition, Voice voice, UUID organisation,
            String from, Rating.@Nullable Ground ground) {
        var reading = paper.reading();
        var found = new LinkedHashMap<Verdict, List<String>>();
        for (var standard : reading.of(PieceKind.STANDARD)) {
            var code = standard.code();
            if (code == null || edition.question(code).isEmpty())
                continue;
            var letter = reading.of(PieceKind.RATING).stream()
                    .filter(r -> code.equals(r.code())).findFirst()
                    .flatMap(r -> r.field(Field.LETTER)).orElse("");
            Verdict verdict = edition.scale().level(letter).isPresent()
                    ? new Verdict.Level(letter, null)
                    : standard.flagged(Flag.Kind.RATING_NOT_RECOVERABLE)
                            ? new Verdict.NotRecoverable()
                            : new Verdict.NotRated();
            var codes = found.computeIfAbsent(verdict, v -> new ArrayList<>());
            if (!codes.contains(code))
                codes.add(code);
        }
        return found.entrySet().stream()
                .map(e -> new PastJudgement(voice, organisation, e.getValue(), e.getKey(), from, ground)).toList();
    }
}
