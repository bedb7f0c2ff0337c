package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.exercise.SignOffCheck.Answered;
import heed.assurance.exercise.SignOffCheck.Kind;
import heed.assurance.exercise.SignOffCheck.Missing;
import heed.assurance.exercise.SignOffCheck.Standings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a return from being signed off: invariants 3, 4, 7, 8, 11 and 12. */
class SignOffCheckTest {
    private static final Standings ONE_IN = new Standings(1, 0, 0);
    private static final Verdict BLUE = new Verdict.Level("B", new Facets("met", "ready"));

    @Test
    void a_whole_answer_has_nothing_missing() {
        assertThat(missing(answered(BLUE, ONE_IN, 0, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "R"})
    void amber_and_red_need_an_open_action_or_a_reason(String letter) {
        var low = new Verdict.Level(letter, null);
        assertThat(missing(answered(low, ONE_IN, 0, null, null))).containsExactly(Kind.NO_ACTION);
        assertThat(missing(answered(low, ONE_IN, 0, "  ", null))).containsExactly(Kind.NO_ACTION);
        assertThat(missing(answered(low, ONE_IN, 1, null, null))).isEmpty();
        assertThat(missing(answered(low, ONE_IN, 0, "Waits for the county’s own review", null))).isEmpty();
    }

    @Test
    void green_needs_neither() {
        assertThat(missing(answered(new Verdict.Level("G", null), ONE_IN, 0, null, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,3,0", "0,0,2"})
    void blue_is_not_evidenced_by_what_is_out_of_the_window_or_undated(int in, int out, int undated) {
        var item = answered(BLUE, new Standings(in, out, undated), 0, null, null);
        assertThat(missing(item)).contains(Kind.NOT_EVIDENCED, Kind.NO_EVIDENCE);
        assertThat(missing(answered(BLUE, new Standings(in, out, undated), 0, null, "Seen on the visit")))
                .doesNotContain(Kind.NOT_EVIDENCED);
    }

    @Test
    void text_from_last_year_holds_it_up_until_somebody_confirms_or_changes_it() {
        for (var carried : Carried.values()) {
            var item = new Answered("2.1", true, carried, BLUE, null, 0, null, ONE_IN, 0, true, 0, 0);
            assertThat(missing(item)).isEqualTo(carried == Carried.CARRIED ? List.of(Kind.NOT_CONFIRMED) : List.of());
        }
    }

    @Test
    void nobodys_rating_is_missing_and_a_stated_not_rated_is_not() {
        assertThat(missing(answered(null, ONE_IN, 0, null, null))).containsExactly(Kind.NO_RATING);
        assertThat(missing(answered(new Verdict.NotRated(), ONE_IN, 0, null, null))).isEmpty();
    }

    @Test
    void on_a_scale_without_levels_no_rating_is_missing() {
        assertThat(SignOffCheck.of(OnScale.without(), List.of(answered(null, ONE_IN, 0, null, null)))).isEmpty();
    }

    @Test
    void what_does_not_apply_needs_no_answer_and_no_evidence() {
        var item = new Answered("2.1", false, Carried.CARRIED, new Verdict.NotApplicable("No such service"), null, 0,
                null, Standings.NONE, 0, true, 0, 0);
        assertThat(missing(item)).isEmpty();
    }

    @Test
    void everything_else_is_said_and_only_what_is_not_finished_holds_it_up() {
        var item = new Answered("2.1", false, Carried.OWN, new Verdict.NotRated(), null, 0, null,
                new Standings(0, 1, 2), 3, true, 1, 1);
        var found = SignOffCheck.of(OnScale.facets(), List.of(item));
        assertThat(found).containsExactly(new Missing("2.1", Kind.NO_ANSWER, 1),
                new Missing("2.1", Kind.NO_EVIDENCE, 1), new Missing("2.1", Kind.NOT_ACCEPTED, 3),
                new Missing("2.1", Kind.UNDATED, 2), new Missing("2.1", Kind.OUT_OF_WINDOW, 1),
                new Missing("2.1", Kind.CLASH, 1), new Missing("2.1", Kind.WAITING, 1));
        assertThat(SignOffCheck.clear(found)).isFalse();
        assertThat(SignOffCheck.clear(found.stream().filter(m -> !m.kind().holdsUp()).toList())).isTrue();
    }

    private static List<Kind> missing(Answered item) {
        return SignOffCheck.of(OnScale.facets(), List.of(item)).stream().map(Missing::kind).toList();
    }

    private static Answered answered(@Nullable Verdict own, Standings accepted, int actions, @Nullable String noAction,
            @Nullable String override) {
        return new Answered("2.1", true, Carried.OWN, own, override, actions, noAction, accepted, 0, true, 0, 0);
    }
}
