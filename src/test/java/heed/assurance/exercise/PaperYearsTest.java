package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Of which year a paper is, as far as its head says so. */
class PaperYearsTest {
    @Test
    void the_years_before_the_first_question_are_the_papers_and_those_of_its_answers_are_not() {
        var paper = """
                Standards check 2031
                Brought to the panel on 3 June 2031, paper 1/2019

                1.1 Is there a policy?
                Response
                There is, since 2027.
                Evidence
                Read in May 2030.

                1.2 Is there a lead?
                Response
                There is.
                Evidence
                The chart of 2029.
                """;
        var lines = (Source.Lines) Sources.of(paper.getBytes(StandardCharsets.UTF_8));
        assertThat(ReturnIntake.years(Papers.read(PaperKind.RETURN, lines.lines(), Mapping.NONE)))
                .containsExactly(2031);
    }
}
