package heed.assurance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.prose.Sentence;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures as returns give them. */
class FigureReaderTest {
    private static List<FigureMention> read(String text) {
        return FigureReader.read(Sentence.of(text), DateReader.read(text, LocalDate.of(2025, 11, 20)));
    }

    @Test
    void a_figure_has_what_it_counts_what_was_done_and_when() {
        var figure = read("From April 2024 to May 2024, 1,204 parking appeals were received.").getFirst();
        assertThat(figure.value()).isEqualByComparingTo("1204");
        assertThat(figure.of().head()).isEqualTo("appeal");
        assertThat(figure.of().by()).containsExactly("parking");
        assertThat(figure.deed()).isEqualTo("receiv");
        assertThat(figure.when()).isNotNull();
        assertThat(figure.words()).isEqualTo("1204 parking appeals");
    }

    @Test
    void a_number_in_words_counts_and_whose_it_is_is_kept() {
        var figure = read("The depot has six supervisors.").getFirst();
        assertThat(figure.value()).isEqualByComparingTo("6");
        assertThat(figure.beside()).isNotNull().extracting(t -> t.head()).isEqualTo("depot");
    }

    @Test
    void a_share_is_told_from_a_count() {
        var figure = read("96% of calls were answered within one minute.").getFirst();
        assertThat(figure.percent()).isTrue();
        assertThat(figure.of().head()).isEqualTo("call");
    }

    @Test
    void about_and_more_than_are_kept() {
        assertThat(read("More than 300 replies came.").getFirst().degree()).isEqualTo(FigureMention.Degree.MORE_THAN);
        assertThat(read("About 300 replies came.").getFirst().degree()).isEqualTo(FigureMention.Degree.ABOUT);
        assertThat(read("We read 300 replies.").getFirst().degree()).isEqualTo(FigureMention.Degree.EXACT);
    }

    @Test
    void dates_levels_and_lengths_of_time_are_no_figures() {
        assertThat(read("In May 2024 level 2 courses took 6 hours over three weeks, as section 42 asks.")).isEmpty();
    }
}
