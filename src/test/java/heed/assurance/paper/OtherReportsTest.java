package heed.assurance.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports and reviews of other shapes than the two that were read first; all invented. */
class OtherReportsTest {
    @Test
    void a_word_report_with_a_header_table_a_standard_a_row_and_bullets() {
        var read = Read.of(PaperKind.REPORT, new Written.Word().heading(1, "Safeguarding in the Vale 2031")
                .table(List.of(List.of("Report to", "Overview Committee"), List.of("Meeting date", "4 June 2031"),
                        List.of("Report of", "The Clerk")))
                .heading(2, "Recommendations").text("The Committee is asked to:").numbers("Note what was done.", "Agree the plan.")
                .heading(2, "Results")
                .table(List.of(List.of("Standard", "Rating"), List.of("1.1 A lead is named", "Green"),
                        List.of("1.2 A policy is kept", "Amber"), List.of("1.3 Halls are safe", "")))
                .text("Green: the standard is met in full.", "Amber: work on it has begun.", "Red: work on it has not begun.")
                .heading(2, "What we have achieved").bullets("Keys were counted.", "Doors were painted.", "A lead was named.")
                .heading(2, "Priorities for next year").bullets("Count the locks.", "Print the policy.")
                .heading(2, "Financial implications").text("None.").file());
        assertThat(Read.all(read.of(PieceKind.HEADER), Field.VALUE)).containsExactly("Overview Committee", "4 June 2031",
                "The Clerk");
        assertThat(Read.all(read.of(PieceKind.RECOMMENDATION), Field.TEXT)).containsExactly("Note what was done.",
                "Agree the plan.");
        assertThat(Read.codes(read.of(PieceKind.STANDARD))).containsExactly("1.1", "1.2", "1.3");
        assertThat(Read.all(read.of(PieceKind.RATING), Field.LETTER)).containsExactly("G", "A");
        assertThat(read.of(PieceKind.STANDARD).getLast().flagged(Flag.Kind.NOT_RATED)).isTrue();
        assertThat(Read.codes(read.of(PieceKind.SCALE_LEVEL))).containsExactly("G", "A", "R");
        assertThat(read.of(PieceKind.ACHIEVEMENT)).hasSize(3);
        assertThat(read.of(PieceKind.FOCUS)).hasSize(2);
        assertThat(read.gaps()).noneMatch(g -> g.why().toSettle());
    }

    @Test
    void a_report_in_plain_text_with_codes_across_for_two_councils() {
        var read = Read.of(PaperKind.REPORT, """
                REPORT TO CABINET

                1. Results

                \tA1\tA2\tB1
                Vale\tGreen\tAmber\tGreen
                Wold\tGreen\tRed\tGreen

                2. Key highlights

                2.1 Keys were counted in every hall by the end of May.

                2.2 Doors were painted.

                3. Risks

                3.1 The roof may leak again.
                """);
        assertThat(read.of(PieceKind.RATING).stream().map(r -> r.code() + " " + r.field(Field.GROUP).orElse("") + " "
                + r.field(Field.LETTER).orElse(""))).containsExactlyInAnyOrder("A1 Vale G", "A2 Vale A", "B1 Vale G", "A1 Wold G",
                        "A2 Wold R", "B1 Wold G");
        assertThat(Read.codes(read.of(PieceKind.ACHIEVEMENT))).containsExactly("2.1", "2.2");
        assertThat(Read.codes(read.of(PieceKind.RISK))).containsExactly("3.1");
    }

    @Test
    void a_review_with_other_headings_and_recommendations_that_stand_alone() {
        var read = Read.of(PaperKind.REVIEW, """
                Peer challenge of the Vale

                May 2031

                1. What we did

                1.1 We were on site for two days.

                1.2 We did not see any records of concerns, because they are kept elsewhere.

                2. Leadership

                What is working well

                - The lead is known to everybody we spoke to.
                - The policy is short and is read.

                What could be better

                - Members are not trained.

                3. Practice

                What is working well

                - Halls are let with care.

                What could be better

                - Nobody counts the keys:
                - of the north halls
                - of the south halls
                - Forms are filed twice.

                4. Recommendations

                R1. Train every member within a year.

                R2. Count the keys:
                a) of the north halls
                b) of the south halls

                R3. File each form once.

                5. People we met

                Person\tHow
                The Clerk\tInterview
                Caretakers\tFocus group
                """);
        assertThat(Read.all(read.of(PieceKind.AREA), Field.TITLE)).containsExactly("Leadership", "Practice");
        assertThat(read.of(PieceKind.AREA).stream().map(a -> read.under(a, PieceKind.STRENGTH).size() + "+"
                + read.under(a, PieceKind.DEVELOPMENT).size())).containsExactly("2+1", "1+2");
        assertThat(Read.codes(read.of(PieceKind.RECOMMENDATION))).containsExactly("1", "2", "3");
        assertThat(Read.codes(read.of(PieceKind.SUB_POINT))).containsExactly("a", "b");
        assertThat(Read.codes(read.of(PieceKind.LIMITATION))).containsExactly("1.2");
        assertThat(Read.all(read.of(PieceKind.FIELDWORK), Field.WHO)).containsExactly("The Clerk", "Caretakers");
        assertThat(read.gaps()).noneMatch(g -> g.why().toSettle());
    }

    @Test
    void a_review_in_word_with_headings_and_a_section_of_limits() {
        var read = Read.of(PaperKind.REVIEW, new Written.Word().heading(1, "Review of the Wold").heading(2, "Findings")
                .heading(3, "Strengths").bullets("The lead is known.", "Halls are safe.").heading(3, "Areas for improvement")
                .bullets("Members are not trained.").heading(2, "Limitations of this review")
                .text("Two halls were closed.", "No caretaker of the north was there.").heading(2, "Recommendations")
                .bullets("Train every member.", "Open the halls.").file());
        assertThat(read.of(PieceKind.STRENGTH)).hasSize(2);
        assertThat(read.of(PieceKind.DEVELOPMENT)).hasSize(1);
        assertThat(read.of(PieceKind.LIMITATION)).hasSize(2);
        assertThat(Read.all(read.of(PieceKind.RECOMMENDATION), Field.TEXT)).containsExactly("Train every member.",
                "Open the halls.");
    }

    @Test
    void two_recommendations_of_one_number_that_say_other_things_are_both_kept() {
        var read = Read.of(PaperKind.REVIEW, """
                A review

                It was short.

                Recommendation 1: Train every member within a year.

                Some words on that, which end here.

                Recommendation 1: Paint the doors of all the halls red.
                """);
        assertThat(read.of(PieceKind.RECOMMENDATION)).hasSize(2);
        assertThat(read.of(PieceKind.RECOMMENDATION).getLast().flagged(Flag.Kind.CODE_TWICE)).isTrue();
    }

    @Test
    void a_section_that_a_person_maps_is_read_as_what_it_is() {
        var paper = """
                A report

                1. Feathers in our caps

                1.1 Keys were counted.

                1.2 Doors were painted.
                """;
        assertThat(Read.of(PaperKind.REPORT, paper).of(PieceKind.ACHIEVEMENT)).isEmpty();
        var mapping = new Mapping(java.util.Map.of(), java.util.Map.of("Feathers in our caps", PieceKind.ACHIEVEMENT));
        assertThat(Read.codes(Read.of(PaperKind.REPORT, paper, mapping).of(PieceKind.ACHIEVEMENT))).containsExactly("1.1", "1.2");
    }
}
