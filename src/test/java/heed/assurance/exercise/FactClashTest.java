package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.exercise.Fact.Origin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same thing counted twice agrees, or the return says so: invariants 9 and 11. */
class FactClashTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 31);

    @Test
    void the_same_measure_unit_and_period_with_two_values_clashes() {
        var one = fact("concerns_raised", "193", "concerns", JANUARY, OCTOBER);
        var other = fact("concerns_raised", "186", "concerns", JANUARY, OCTOBER);
        assertThat(FactClash.in(List.of(one, other))).containsExactly(new FactClash(one, other));
    }

    @Test
    void how_a_number_is_written_is_no_clash() {
        assertThat(FactClash.in(List.of(fact("trained", "233", "people", JANUARY, OCTOBER),
                fact("Trained ", "233.0", "People", JANUARY, OCTOBER)))).isEmpty();
    }

    @Test
    void another_unit_period_or_measure_is_another_thing() {
        var one = fact("concerns_raised", "193", "concerns", JANUARY, OCTOBER);
        assertThat(FactClash.in(List.of(one, fact("concerns_raised", "88", "per cent", JANUARY, OCTOBER),
                fact("concerns_raised", "20", "concerns", JANUARY, JANUARY.plusDays(30)),
                fact("concerns_closed", "150", "concerns", JANUARY, OCTOBER)))).isEmpty();
    }

    @Test
    void figures_without_a_period_may_be_of_two_times() {
        assertThat(FactClash.in(List.of(fact("cases_open", "54", "cases", null, null),
                fact("cases_open", "61", "cases", null, null)))).isEmpty();
    }

    @Test
    void three_that_differ_are_three_pairs() {
        assertThat(FactClash.in(List.of(fact("m", "1", "u", JANUARY, OCTOBER), fact("m", "2", "u", JANUARY, OCTOBER),
                fact("m", "3", "u", JANUARY, OCTOBER)))).hasSize(3);
    }

    @Test
    void every_figure_says_how_it_came_here() {
        assertThat(Arrays.stream(Origin.values()).map(Origin::words)).doesNotHaveDuplicates()
                .contains("Typed by hand", "Cited");
    }

    private static Fact fact(String measure, String value, String unit, @Nullable LocalDate from,
            @Nullable LocalDate until) {
        return new Fact(UUID.randomUUID(), List.of("2.7"), measure, measure, new BigDecimal(value), unit, from, until,
                Origin.TYPED, "Own count", value, List.of(), null, null, Instant.parse("2026-10-05T09:00:00Z"));
    }
}
