package heed.assurance.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Returns of other shapes than the one that was read first; all invented. */
class OtherReturnsTest {
    private static String summary(Reading read, Piece item) {
        return item.code() + " " + read.under(item, PieceKind.RESPONSE).size() + "/"
                + read.under(item, PieceKind.STATEMENT).size() + "/"
                + Read.all(read.under(item, PieceKind.RATING), Field.LETTER)
                + "/" + read.under(item, PieceKind.ACTION).size();
    }

    @Test
    void labels_on_the_line_of_what_they_label_in_another_order() {
        var read = Read.of(PaperKind.RETURN, """
                Marsh End Borough Council
                Yearly check of safeguarding

                Question 1: Is there a policy that staff know?
                Our score: Amber
                Our answer: There is a policy. It is on every noticeboard.
                1. It names who leads.
                2. It says whom to ring.
                How we know: Sixty staff were asked in March 2031.
                Nine in ten could say where it is.
                Next steps: Print it for the depots.

                Question 2: Are volunteers checked?
                Our score: Green
                Our answer: Yes, before they begin.
                How we know: The list was looked through in May 2031.
                Next steps: None

                Question 3: Is there a lead?
                Our score: B-Blue
                Our answer: The post is filled.
                How we know: The chart of posts.
                Next steps: None
                """);
        var items = read.of(PieceKind.ITEM);
        assertThat(items.stream().map(i -> summary(read, i))).containsExactly("1 1/2/[A]/1", "2 1/1/[G]/0",
                "3 1/1/[B]/0");
        assertThat(read.under(items.getFirst(), PieceKind.RESPONSE).getFirst().field(Field.TEXT).orElse(""))
                .contains("noticeboard", "It names who leads.", "It says whom to ring.");
        assertThat(items.get(1).field(Field.QUESTION)).hasValue("Are volunteers checked?");
        assertThat(read.gaps()).noneMatch(g -> g.why().toSettle());
    }

    @Test
    void what_stands_behind_a_label_is_kept_though_the_same_line_comes_round_again() {
        var read = Read.of(PaperKind.RETURN, """
                1 Is there a policy?
                Response: Yes
                Evidence: what shows it
                The policy of May 2031.
                Rating: Green

                2 Are volunteers checked?
                Response: Yes
                Evidence: what shows it
                The list of June 2031.
                Rating: Green

                3 Is there a lead?
                Response: Not yet
                Evidence: what shows it
                The chart of posts.
                Rating: Amber

                4 Are halls let with a form?
                Response: Yes
                Evidence: what shows it
                The form of July 2031.
                Rating: Green
                """);
        assertThat(read.of(PieceKind.ITEM).stream().map(i -> summary(read, i))).containsExactly("1 1/1/[G]/0",
                "2 1/1/[G]/0", "3 1/1/[A]/0", "4 1/1/[G]/0");
        assertThat(Read.all(read.of(PieceKind.RESPONSE), Field.TEXT)).containsExactly("Yes", "Yes", "Not yet", "Yes");
        assertThat(Read.all(read.of(PieceKind.STATEMENT), Field.TEXT)).containsExactly("The policy of May 2031.",
                "The list of June 2031.", "The chart of posts.", "The form of July 2031.");
    }

    @Test
    void a_word_document_with_headings_no_numbers_and_ratings_as_pictures() {
        var word = new Written.Word().heading(1, "Safeguarding return 2031").text("Prepared by: the Clerk");
        for (var question : List.of("How are complaints heard?", "How are keys looked after?", "How are halls let?"))
            word.heading(2, question).heading(3, "Commentary").text("We do it so.", "And so.").heading(3, "RAG rating")
                    .picture()
                    .heading(3, "Evidence").bullets("The log of June 2031", "The walk round in May 2031");
        var read = Read.of(PaperKind.RETURN, word.file());
        var items = read.of(PieceKind.ITEM);
        assertThat(Read.all(items, Field.QUESTION)).containsExactly("How are complaints heard?",
                "How are keys looked after?",
                "How are halls let?");
        assertThat(items).allMatch(i -> read.under(i, PieceKind.STATEMENT).size() == 2);
        assertThat(read.of(PieceKind.RATING)).hasSize(3).allMatch(r -> r.flagged(Flag.Kind.RATING_NOT_RECOVERABLE));
        assertThat(Read.all(read.of(PieceKind.RESPONSE), Field.TEXT)).containsOnly("We do it so.\nAnd so.");
        assertThat(read.gaps()).isEmpty();
    }

    @Test
    void a_workbook_with_a_question_a_row() {
        var read = Read.of(PaperKind.RETURN, Written.sheet("Return", List.of(List.of("Return of the Vale"), List.of(),
                List.of("Ref", "Requirement", "Current practice", "Evidence", "Self-rating", "Actions needed", "Owner",
                        "Target date", "Cost code"),
                List.of("1a", "A named lead", "There is one.", "Chart of posts\nMinutes of May 2031", "Green", "", "",
                        "", 17),
                List.of("1b", "A policy, looked at in the last 12 months", "It is old.", "", "Red", "Write it anew",
                        "Clerk",
                        java.time.LocalDate.of(2031, 10, 1), 18))));
        assertThat(read.of(PieceKind.ITEM).stream().map(i -> summary(read, i))).containsExactly("1a 1/2/[G]/0",
                "1b 1/0/[R]/1");
        assertThat(read.of(PieceKind.ITEM).get(1).flagged(Flag.Kind.NO_EVIDENCE)).isTrue();
        assertThat(read.of(PieceKind.ITEM).get(1).field(Field.ASKS_LAST_YEAR)).isPresent();
        assertThat(read.of(PieceKind.ACTION).getFirst().fields()).containsEntry("lead", "Clerk").containsEntry(
                "timescale",
                "1 October 2031");
        assertThat(read.of(PieceKind.ITEM).getFirst().fields()).containsEntry("column: Cost code", "17");
        assertThat(read.seen()).contains(new Seen(true, "Cost code", null, List.of(4)));
    }

    @Test
    void a_word_document_with_a_box_for_each_label() {
        var word = new Written.Word().text("Return of Lower Wold");
        for (int i = 1; i <= 3; i++)
            word.text("Standard 2." + i + " Halls are let with care")
                    .table(List.of(List.of("Narrative", "Hirers sign first."),
                            List.of("Supporting evidence", "Forms of June 2031\nForms of July 2031"),
                            List.of("Self-assessment rating", "G")));
        var read = Read.of(PaperKind.RETURN, word.file());
        assertThat(read.of(PieceKind.ITEM).stream().map(i -> summary(read, i))).containsExactly("2.1 1/2/[G]/0",
                "2.2 1/2/[G]/0", "2.3 1/2/[G]/0");
        assertThat(Read.all(read.of(PieceKind.STATEMENT), Field.TEXT)).startsWith("Forms of June 2031",
                "Forms of July 2031");
    }

    @Test
    void a_pdf_of_some_pages_with_a_running_heading() {
        var pages = new java.util.ArrayList<String>();
        for (int i = 1; i <= 4; i++)
            pages.add("""
                    Return of the Wold 2031 - safeguarding standards

                    3.%d Halls are let with care and keys are counted

                    Response

                    Hirers sign a form before they are given a key, and the form says what they may do, and what
                    they may not.

                    Rating

                    Green

                    Evidence

                    The forms of June 2031 were counted by the clerk, and there were %d of them.

                    Page %d of 4
                    """.formatted(i, 10 + i, i));
        var read = Read.of(PaperKind.RETURN, Written.pdf(pages, ""));
        assertThat(read.of(PieceKind.ITEM).stream().map(i -> summary(read, i))).containsExactly("3.1 1/1/[G]/0",
                "3.2 1/1/[G]/0", "3.3 1/1/[G]/0", "3.4 1/1/[G]/0");
        assertThat(Read.all(read.of(PieceKind.STATEMENT), Field.TEXT))
                .contains("The forms of June 2031 were counted by the clerk, and there were 12 of them.");
        assertThat(read.gaps()).allMatch(g -> g.why() == Gap.Why.FURNITURE);
    }

    @Test
    void sections_between_questions_and_a_signature_at_the_end_are_neither_question_nor_evidence() {
        var read = Read.of(PaperKind.RETURN, """
                # Section 1: People

                1.1

                Is there a lead?

                Response

                Yes.

                Evidence

                The chart of posts.

                # Section 2: Places

                2.1

                Are halls safe?

                Response

                Yes.

                Evidence

                The walk round of May 2031.

                Sign-off

                Signed: the Clerk
                """);
        assertThat(Read.codes(read.of(PieceKind.ITEM))).containsExactly("1.1", "2.1");
        assertThat(read.of(PieceKind.STATEMENT)).hasSize(2);
        assertThat(Read.all(read.of(PieceKind.SECTION), Field.TITLE)).containsExactly("Section 1: People",
                "Section 2: Places", "Sign-off");
    }

    @Test
    void labels_that_nobody_knows_are_shown_and_a_mapping_reads_them() {
        var paper = """
                Item one

                Gloss

                We do.

                Warrant

                Seen in May 2031.

                Item two

                Gloss

                We do not.

                Warrant

                Not seen.
                """;
        var before = Read.of(PaperKind.RETURN, paper);
        assertThat(before.of(PieceKind.ITEM)).isEmpty();
        assertThat(before.gaps()).allMatch(g -> g.why() == Gap.Why.NOT_RECOGNISED);
        assertThat(before.seen().stream().map(Seen::text)).containsExactly("Gloss", "Warrant");
        var after = Read.of(PaperKind.RETURN, paper,
                new Mapping(Map.of(), Map.of("GLOSS:", PieceKind.RESPONSE, "warrant", PieceKind.STATEMENT)));
        assertThat(Read.all(after.of(PieceKind.ITEM), Field.QUESTION)).containsExactly("Item one", "Item two");
        assertThat(Read.all(after.of(PieceKind.STATEMENT), Field.TEXT)).containsExactly("Seen in May 2031.",
                "Not seen.");
    }

    @Test
    void a_table_whose_columns_nobody_knows_is_shown_and_a_mapping_reads_it() {
        var paper = "Nub\tGist\tBacking\n1\tA lead is named\tChart\n2\tA policy is kept\tPolicy\n3\tHalls are safe\tLog\n";
        var before = Read.of(PaperKind.RETURN, paper);
        assertThat(before.pieces()).isEmpty();
        assertThat(before.seen().stream().map(Seen::text)).containsExactly("Nub", "Gist", "Backing");
        var after = Read.of(PaperKind.RETURN, paper,
                new Mapping(Map.of("nub", Field.CODE, "gist", Field.QUESTION, "backing", Field.EVIDENCE), Map.of()));
        assertThat(Read.codes(after.of(PieceKind.ITEM))).containsExactly("1", "2", "3");
        assertThat(Read.all(after.of(PieceKind.STATEMENT), Field.TEXT)).containsExactly("Chart", "Policy", "Log");
    }

    /** Of one shape, written in four ways: a standard, how it is met, and what is done next; nothing rated. */
    private static void standardsMetAndNext(Reading read) {
        assertThat(read.of(PieceKind.ITEM).stream().map(i -> summary(read, i))).containsExactly("1.1 1/0/[]/1",
                "1.2 1/0/[]/2", "1.3 1/0/[]/0");
        assertThat(Read.all(read.of(PieceKind.ITEM), Field.QUESTION)).containsExactly("Halls are let with care",
                "Keys are counted", "Hirers know whom to ring");
        assertThat(Read.all(read.of(PieceKind.ACTION), Field.ACTION)).containsExactly("Print the form again.",
                "Count the keys each month.", "Write down who has them.");
        assertThat(read.under(read.of(PieceKind.ITEM).get(1), PieceKind.RESPONSE).getFirst().field(Field.TEXT)
                .orElse("")).contains("The clerk keeps a book.").doesNotContain("Count the keys");
        assertThat(read.gaps()).noneMatch(g -> g.why().toSettle());
    }

    @Test
    void a_standard_with_how_it_is_met_and_what_is_done_next_under_headings() {
        standardsMetAndNext(Read.of(PaperKind.RETURN, """
                Return of Upper Wold

                Standard 1.1 Halls are let with care

                How we meet it

                Hirers sign a form.

                What we will do next

                Print the form again.

                Standard 1.2 Keys are counted

                How we meet it

                The clerk keeps a book.
                Nobody else has keys.

                What we will do next

                - Count the keys each month.
                - Write down who has them.

                Standard 1.3 Hirers know whom to ring

                How we meet it

                It is on the door.

                What we will do next

                Nothing further
                """));
    }

    @Test
    void the_same_with_the_standard_on_a_line_of_its_own_and_labels_on_the_line_they_label() {
        standardsMetAndNext(Read.of(PaperKind.RETURN, """
                Standard 1.1
                Halls are let with care
                How we meet it: Hirers sign a form.
                What we will do next: Print the form again.

                Standard 1.2
                Keys are counted
                How we meet it: The clerk keeps a book.
                Nobody else has keys.
                What we will do next:
                - Count the keys each month.
                - Write down who has them.

                Standard 1.3
                Hirers know whom to ring
                How we meet it: It is on the door.
                What we will do next: None
                """));
    }

    @Test
    void the_same_in_a_table_with_a_standard_a_row() {
        var rows = List.of(List.of("Standard", "How we meet it", "What we will do next"),
                List.of("1.1 Halls are let with care", "Hirers sign a form.", "Print the form again."),
                List.of("1.2 Keys are counted", "The clerk keeps a book.\nNobody else has keys.",
                        "Count the keys each month.\nWrite down who has them."),
                List.of("1.3 Hirers know whom to ring", "It is on the door.", "None"));
        standardsMetAndNext(
                Read.of(PaperKind.RETURN, new Written.Word().text("Return of Upper Wold").table(rows).file()));
    }

    @Test
    void the_same_in_a_word_document_with_a_table_for_each_standard() {
        var word = new Written.Word().text("Return of Upper Wold");
        word.heading(2, "Standard 1.1: Halls are let with care").table(List.of(
                List.of("How we meet it", "What we will do next"),
                List.of("Hirers sign a form.", "Print the form again.")));
        word.heading(2, "Standard 1.2: Keys are counted")
                .table(List.of(List.of("How we meet it", "What we will do next"),
                        List.of("The clerk keeps a book.\nNobody else has keys.",
                                "Count the keys each month.\nWrite down who has them.")));
        word.heading(2, "Standard 1.3: Hirers know whom to ring").table(List.of(
                List.of("How we meet it", "What we will do next"), List.of("It is on the door.", "None")));
        standardsMetAndNext(Read.of(PaperKind.RETURN, word.file()));
    }
}
