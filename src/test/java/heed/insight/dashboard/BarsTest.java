package heed.insight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import heed.platform.measure.Answer;
import heed.platform.measure.Definition;
import heed.platform.measure.Figure;
import heed.platform.measure.Period;
import heed.platform.measure.Question;
import heed.platform.measure.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static final Period YEAR = new Period(LocalDate.parse("2026-04-01"), LocalDate.parse("2027-03-31"));

    @Test
    void the_longest_bar_shown_fills_its_place_and_parts_that_are_not_shown_count_for_nothing() {
        var bars = Bars.of("Concerns by kind", "Kind", counted(10, 5, 400), counted(2, 20, 900), 2);
        assertThat(bars.bars()).extracting(Bars.Bar::now100).containsExactly(Columns.percent(50), Columns.percent(25));
        assertThat(bars.bars()).extracting(Bars.Bar::before100)
                .containsExactly(Columns.percent(10), Columns.percent(100));
        assertThat(bars.more()).isEqualTo(1);
    }

    private static Answer counted(long... counts) {
        var definition = new Definition("concerns-raised", "Concerns raised", "Concerns", "Every concern.", "",
                Unit.CONCERNS, "concerns");
        var parts = IntStream.range(0, counts.length)
                .mapToObj(i -> Figure.count("kind-" + i, "Kind " + i, counts[i], "/figures/concerns-raised"))
                .toList();
        return new Answer(definition, Question.of(YEAR, Instant.parse("2026-11-22T12:00:00Z")),
                Figure.count("", "All", LongStream.of(counts).sum(), "/figures/concerns-raised"), parts,
                true);
    }
}
