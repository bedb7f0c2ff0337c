package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.evidence.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Figures of an answer's text are offered, once each, and only such as can be kept as they stand. */
class FoundFigureTest {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");

    private static Item answer(String words) {
        return Item.empty("1.1", 0, UUID.randomUUID(), AT).saying(words, UUID.randomUUID(), AT);
    }

    private static Statement statement(String words, EvidenceState state) {
        return new Statement(UUID.randomUUID(), "1.1", 1, words, List.of(), false, state, null, 0, UUID.randomUUID(),
                AT);
    }

    private static Fact kept(String value) {
        return new Fact(UUID.randomUUID(), List.of("1.1"), "Crews", "Crews", new BigDecimal(value), "crews", null, null,
                Fact.Origin.TYPED, "The log", value, List.of(), null, null, AT);
    }

    @Test
    void a_count_with_its_time_and_a_share_are_offered() {
        var found = FoundFigure.in(answer("In June 2025 we trained 193 drivers. Of these, 88.4% of drivers passed."),
                List.of(), List.of());
        assertThat(found).extracting(FoundFigure::says).containsExactly("193 drivers", "88.4 per cent");
        assertThat(found.getFirst().title()).isEqualTo("Drivers");
        assertThat(found.getFirst().period())
                .isEqualTo(new Span(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30)));
        assertThat(found.getFirst().sentence()).isEqualTo("In June 2025 we trained 193 drivers.");
        assertThat(found.getLast().title()).isEqualTo("Share of drivers");
    }

    @Test
    void what_is_kept_already_is_about_or_is_a_number_in_words_is_not_offered() {
        var answer = answer(
                "We trained 193 drivers and about 40 guides. The depot has six supervisors. We have 12 crews.");
        assertThat(FoundFigure.in(answer, List.of(), List.of(kept("193")))).extracting(FoundFigure::says)
                .containsExactly("12 crews");
    }

    @Test
    void evidence_that_stands_is_read_too_and_the_same_figure_is_offered_once() {
        var found = FoundFigure.in(answer("We trained 193 drivers."),
                List.of(statement("All 193 drivers were trained. 14 guides were not.", EvidenceState.ACCEPTED),
                        statement("We trained 77 cooks.", EvidenceState.WITHDRAWN)),
                List.of());
        assertThat(found).extracting(FoundFigure::says).containsExactly("193 drivers", "14 guides");
    }

    @Test
    void no_more_are_offered_than_can_be_looked_over() {
        var text = new StringBuilder();
        for (int n = 100; n < 130; n++)
            text.append("We trained ").append(n).append(" drivers. ");
        assertThat(FoundFigure.in(answer(text.toString()), List.of(), List.of())).hasSize(8);
    }
}
