package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counts show both bases: invariant 7. */
class TallyTest {
    private final RatingScale scale = OnScale.facets();

    @Test
    void ten_rated_of_eleven_reads_as_the_report_of_2017_should_have() {
        var all = verdicts("B B B G B G B - B B B");
        assertThat(Tally.of(scale, all).words()).isEqualTo("8 Blue, 2 Green of 10 rated; 1 of 11 not rated (q8)");
    }

    @Test
    void not_rated_and_not_applicable_and_lost_are_three_things() {
        var all = verdicts("B - n ? R");
        var tally = Tally.of(scale, all);
        assertThat(tally.words()).isEqualTo("1 Blue, 1 Red of 2 rated; 1 of 5 not rated (q2); "
                + "1 of 5 not applicable (q3); 1 of 5 rating not recoverable (q4)");
        assertThat(tally.rated()).isEqualTo(2);
        assertThat(tally.levels()).containsEntry(scale.level("G").orElseThrow(), 0);
    }

    @Test
    void nothing_rated_is_said_once() {
        assertThat(Tally.of(scale, verdicts("- - -")).words()).isEqualTo("None of 3 rated");
        assertThat(Tally.of(OnScale.without(), verdicts("? ?")).words())
                .isEqualTo("None of 2 rated; 2 of 2 rating not recoverable (q1, q2)");
    }

    @Test
    void many_codes_are_counted_and_not_listed() {
        assertThat(Tally.of(scale, verdicts("B - - - - - -")).words())
                .isEqualTo("1 Blue of 1 rated; 6 of 7 not rated");
    }

    @Test
    void a_level_of_another_scale_cannot_be_counted_with_these() {
        var all = verdicts("B");
        all.put("q2", new Verdict.Level("met_fully", null));
        assertThatThrownBy(() -> Tally.of(scale, all)).isInstanceOf(IllegalArgumentException.class);
    }

    private static LinkedHashMap<String, @Nullable Verdict> verdicts(String letters) {
        var all = new LinkedHashMap<String, @Nullable Verdict>();
        int n = 0;
        for (var letter : letters.split(" "))
            all.put("q" + ++n, switch (letter) {
                case "-" -> null;
                case "n" -> new Verdict.NotApplicable("Not ours");
                case "?" -> new Verdict.NotRecoverable();
                default -> new Verdict.Level(letter, null);
            });
        return all;
    }
}
