package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.paper.Field;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan leaves as Word and Excel and is read back as what it was. */
class PlanFilesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private final Post housing = new Post(UUID.randomUUID(), "Housing and support lead", List.of(new Post.Holder(
            UUID.randomUUID(), null, "Rosa Salt", LocalDate.of(2026, 1, 1), null)), List.of(), 1);
    private final PostBook posts = new PostBook(List.of(housing));
    private final ActionPlan plan = new ActionPlan(UUID.randomUUID(), UUID.randomUUID(), PlanYear.financial(2026),
            "Safeguarding action plan 2026/27", null, 1);
    private final Map<UUID, Recommendation> points = new LinkedHashMap<>();

    private ShownAction shown(ActionState state, ActionWords words, PlanAction.Origin origin,
            @Nullable PlanColour judged) {
        var result = state == ActionState.CLOSED
                ? new ActionResult("Letters went out", "Fewer people wait", List.of(ImpactLevel.LEVEL_3))
                : null;
        var action = new PlanAction(UUID.randomUUID(), "P-0000-00", plan.id(), 1, origin, words,
                Timescales.read(words.timescale(), plan.year()).schedule(),
                words.leads().isEmpty() ? List.of(housing.id()) : List.of(),
                new Standing(state, TODAY, null, null, null, null, null, null, result, null), 1);
        var entries = judged == null
                ? List.<ActionEntry>of()
                : List.of(new ActionEntry(UUID.randomUUID(), ActionEntry.Kind.JUDGEMENT, null, judged,
                        "Two posts are empty", UUID.randomUUID(), Instant.parse("2026-06-01T09:00:00Z")));
        return ShownAction.on(TODAY, java.time.ZoneId.of("Europe/London"), action, entries, List.of(), true, false);
    }

    private static ActionWords words(String standard, int n, String timescale, String leads) {
        return new ActionWords(standard, "Objective " + n + ", said at some length",
                "Do thing " + n + "\nand then more of it",
                "Input " + n, "Outcome " + n, "", "Measure " + n, "Minutes " + n, leads, timescale, "");
    }

    private List<ShownAction> actions() {
        var list = new ArrayList<ShownAction>();
        var when = List.of("March 2027", "Quarterly meetings", "All year", "As and when",
                "Ongoing, reviewed quarterly");
        for (int i = 0; i < 10; i++)
            list.add(shown(ActionState.AGREED, words(i < 6 ? "1. Working together" : "2. Practice", i, when.get(i % 5),
                    i % 3 == 0 ? "QP/RS" : ""), PlanAction.Origin.TYPED, i == 4 ? PlanColour.R : null));
        for (int i = 10; i < 13; i++)
            list.add(shown(ActionState.CLOSED, words("", i, "May 2026", "QP"), PlanAction.Origin.TYPED, null));
        return list;
    }

    private Plans.Sheet sheet(List<ShownAction> actions) {
        return new Plans.Sheet(plan, actions, posts, TODAY);
    }

    private Reading read(String kind, Plans.Sheet sheet) {
        var file = kind.equals("word")
                ? PlanFiles.word(sheet, points, Map.of())
                : PlanFiles.excel(sheet, points, Map.of());
        var source = Sources.of(file);
        assertThat(source).isInstanceOf(Source.Lines.class);
        return Papers.read(PaperKind.PLAN, ((Source.Lines) source).lines(), Mapping.NONE);
    }

    private static String field(Piece piece, Field field) {
        return piece.field(field).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "excel"})
    void actions_come_back_as_they_left(String kind) {
        var all = actions();
        var back = read(kind, sheet(all));
        var open = all.stream().filter(a -> a.action().state() == ActionState.AGREED).toList();
        assertThat(back.of(PieceKind.ACTION)).hasSameSizeAs(open);
        for (int i = 0; i < open.size(); i++) {
            var w = open.get(i).action().words();
            var piece = back.of(PieceKind.ACTION).get(i);
            assertThat(List.of(field(piece, Field.STANDARD), field(piece, Field.OBJECTIVE), field(piece, Field.ACTION),
                    field(piece, Field.INPUT), field(piece, Field.OUTCOME), field(piece, Field.TIMESCALE)))
                    .as("row " + i)
                    .containsExactly(w.standard(), w.objective(), w.action(), w.input(), w.outcome(), w.timescale());
            if (w.leads().isEmpty())
                assertThat(posts.resolve(field(piece, Field.LEAD), TODAY).posts()).containsExactly(housing.id());
            else
                assertThat(field(piece, Field.LEAD)).isEqualTo(w.leads());
        }
        var closed = back.of(PieceKind.CLOSED_ACTION);
        assertThat(closed).hasSize(3);
        assertThat(field(closed.getFirst(), Field.OUTCOME)).isEqualTo("Letters went out");
        assertThat(field(closed.getFirst(), Field.IMPACT)).startsWith("Fewer people wait");
        assertThat(field(closed.getFirst(), Field.MEASURE)).isEqualTo("Measure 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "excel"})
    void learning_points_come_back_with_the_actions_under_them(String kind) {
        var list = new ArrayList<ShownAction>();
        for (int p = 1; p <= 3; p++) {
            var id = UUID.randomUUID();
            points.put(id, new Recommendation(id, ActionSource.LEARNING_POINT, 2026, "" + p,
                    new Recommendation.Words("We need to learn thing " + p, "A review"), null, true, 1));
            for (int i = 0; i < p; i++)
                list.add(shown(ActionState.AGREED, words("", p * 10 + i, "June 2027", "QP"),
                        new PlanAction.Origin(ActionSource.LEARNING_POINT, id, "" + p, null), null));
        }
        var back = read(kind, sheet(list));
        var found = back.of(PieceKind.LEARNING_POINT);
        assertThat(found.stream().map(Piece::code)).containsExactly("1", "2", "3");
        assertThat(field(found.get(1), Field.TEXT)).isEqualTo("We need to learn thing 2");
        var names = new ArrayList<String>();
        for (var point : found)
            back.under(point, PieceKind.ACTION).forEach(a -> names.add(point.code() + " " + field(a, Field.ACTION) + " "
                    + field(a, Field.TIMESCALE) + " " + field(a, Field.LEAD) + " " + field(a, Field.EVIDENCE)));
        assertThat(names).containsExactlyElementsOf(list.stream().map(a -> a.action().origin().code() + " "
                + a.action().words().action().replace("\n", " ") + " June 2027 QP " + a.action().words().evidence())
                .toList());
    }

    @Test
    void both_colours_print_with_their_reasons_where_they_differ() {
        var printed = PlanFiles.printed(sheet(actions()), points, Map.of());
        assertThat(printed.tables().getFirst().rows().get(4).getLast())
                .isEqualTo("Agreed\nLead: R Red on 1 June 2026\nHeed: R Red. The lead judges the risk to be high");
        var differing = shown(ActionState.AGREED, words("", 1, "March 2027", ""), PlanAction.Origin.TYPED,
                PlanColour.A);
        assertThat(PlanFiles.printed(sheet(List.of(differing)), points, Map.of()).tables().getFirst().rows().getFirst()
                .getLast())
                .isEqualTo("Agreed\nLead: A Amber on 1 June 2026: Two posts are empty\nHeed: G Green. Nothing is late");
    }

    @Test
    void the_letters_print_with_their_words_and_meanings() {
        assertThat(PlanFiles.printed(sheet(actions()), points, Map.of()).legend()).contains("B Blue: Completed",
                "R Red: Likely not to be completed; remedy needed");
    }
}
