package heed.assurance.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Action plans of other shapes than the two that were read first; all invented. */
class OtherPlansTest {
    @Test
    void a_word_table_with_other_columns_in_another_order_under_rows_that_name_a_priority() {
        var read = Read.of(PaperKind.PLAN, new Written.Word().heading(1, "Plan of the Vale 2031").table(List.of(
                List.of("Ref", "By when", "Who", "What we will do", "RAG", "Latest position"),
                List.of("Priority 1: Halls", "", "", "", "", ""),
                List.of("1.1", "May 2031", "Clerk", "Count the keys", "A-Amber", "Half are counted"),
                List.of("1.2", "Every quarter", "Caretaker", "Walk round\nand write it down", "Green", ""),
                List.of("Priority 2: Depots", "", "", "", "", ""),
                List.of("2.1", "", "", "Print the policy", "Red", "No printer"))).file());
        var actions = read.of(PieceKind.ACTION);
        assertThat(Read.codes(actions)).containsExactly("1.1", "1.2", "2.1");
        assertThat(actions.get(1).fields()).containsExactlyInAnyOrderEntriesOf(Map.of("timescale", "Every quarter", "lead",
                "Caretaker", "action", "Walk round\nand write it down", "status", "Green", "letter", "G", "word", "Green",
                "standard", "Priority 1: Halls"));
        assertThat(actions.getLast().field(Field.STANDARD)).hasValue("Priority 2: Depots");
        assertThat(actions.getLast().flagged(Flag.Kind.CELL_EMPTY)).isTrue();
        assertThat(read.gaps()).allMatch(g -> g.why() == Gap.Why.COLUMN_HEADINGS);
    }

    @Test
    void a_workbook_with_two_sheets_of_which_one_is_of_closed_actions() {
        var read = Read.of(PaperKind.PLAN, """
                # Open

                Task\tOwner\tDeadline
                Count keys\tClerk\t1 May 2031

                # Closed

                Task\tOwner\tStatus\tResult
                Paint doors\tClerk\tComplete\tDoors are red
                Mend roof\tClerk\tDone\tDry
                """);
        assertThat(Read.all(read.of(PieceKind.ACTION), Field.ACTION)).containsExactly("Count keys");
        assertThat(Read.all(read.of(PieceKind.CLOSED_ACTION), Field.OUTCOME)).containsExactly("Doors are red", "Dry");
    }

    @Test
    void actions_told_in_lines_of_their_own() {
        var read = Read.of(PaperKind.PLAN, """
                Plan after the fire drill

                What was agreed in June.

                Action 1: Count the keys
                and the locks
                Lead: Clerk
                By when: May 2031

                Action 2: Walk round
                Lead: Caretaker
                By when: as and when

                End of the plan, which is looked at again next year.
                """);
        assertThat(read.of(PieceKind.ACTION).stream().map(a -> a.code() + " " + a.field(Field.ACTION).orElse("") + " "
                + a.field(Field.LEAD).orElse("") + " " + a.field(Field.TIMESCALE).orElse(""))).containsExactly(
                        "1 Count the keys\nand the locks Clerk May 2031", "2 Walk round Caretaker as and when");
        assertThat(read.gaps()).isEmpty();
    }

    @Test
    void a_torn_table_keeps_its_columns_also_where_one_is_not_known() {
        var read = Read.of(PaperKind.PLAN, """
                \tAction
                \tLead
                \tDue
                \tSpend

                \tCount the keys
                of every hall
                \tClerk
                \tMay 2031
                \t40

                \tWalk round
                \tCaretaker
                \t
                \t60

                \tPrint the policy
                \tClerk
                \tJune 2031
                \t
                """);
        var actions = read.of(PieceKind.ACTION);
        assertThat(Read.all(actions, Field.ACTION)).containsExactly("Count the keys\nof every hall", "Walk round",
                "Print the policy");
        assertThat(Read.all(actions, Field.TIMESCALE)).containsExactly("May 2031", "", "June 2031");
        assertThat(actions.stream().map(a -> a.fields().getOrDefault("column: Spend", ""))).containsExactly("40", "60", "");
        assertThat(actions.get(1).flagged(Flag.Kind.CELL_EMPTY)).isTrue();
    }

    @Test
    void a_pdf_table_whose_cells_run_over_two_lines() {
        var read = Read.of(PaperKind.PLAN, Written.pdf(List.of("""
                Plan of the Wold

                Action|Lead|Timescale

                Count the keys of every|Clerk|May 2031
                hall and write it down||

                Walk round|Caretaker of the|Ongoing
                |north halls|

                Print the policy|Clerk|June 2031
                """), ""));
        assertThat(read.of(PieceKind.ACTION).stream().map(a -> a.fields().values().toString())).containsExactly(
                "[Count the keys of every hall and write it down, Clerk, May 2031]",
                "[Walk round, Caretaker of the north halls, Ongoing]", "[Print the policy, Clerk, June 2031]");
    }

    @Test
    void recommendations_with_their_actions_in_one_table() {
        var read = Read.of(PaperKind.PLAN, """
                Recommendation\tAgreed action\tOwner\tDue date\tRAG status
                Recommendation 1: Count what can be lost\tCount the keys\tClerk\tMay 2031\tGreen
                \tCount the locks\tClerk\tJune 2031\tAmber
                Recommendation 2: Tell people\tPrint the policy\tClerk\tJuly 2031\tGreen
                """);
        var recommendations = read.of(PieceKind.RECOMMENDATION);
        assertThat(Read.codes(recommendations)).containsExactly("1", "2");
        assertThat(Read.all(read.under(recommendations.getFirst(), PieceKind.ACTION), Field.TIMESCALE))
                .containsExactly("May 2031", "June 2031");
        assertThat(Read.all(read.under(recommendations.getFirst(), PieceKind.RATING), Field.LETTER)).containsExactly("G", "A");
    }

    @Test
    void a_cell_that_slipped_goes_where_it_fits_and_says_so() {
        var read = Read.of(PaperKind.PLAN, """
                Action\tEvidence\tLead\tDue\tProgress\tStatus
                Count the keys of the halls\tThe list of keys in the office\tClerk\tMay 2031\t\tGreen
                Walk round every hall at night\tThe log that is kept at the door\tCaretaker\tJune 2031\tAmber
                """);
        var slipped = read.of(PieceKind.ACTION).getLast();
        assertThat(slipped.field(Field.STATUS)).hasValue("Amber");
        assertThat(slipped.field(Field.PROGRESS)).isEmpty();
        assertThat(slipped.flagged(Flag.Kind.COLUMN_UNSURE)).isTrue();
        assertThat(read.of(PieceKind.ACTION).getFirst().flags()).isEmpty();
    }

    @Test
    void numbers_in_the_first_column_are_no_numbers_of_pages() {
        var read = Read.of(PaperKind.PLAN, """
                Theme\tAction\tLead
                1\tCount the keys\tClerk
                2\tWalk round\tClerk
                """);
        assertThat(Read.all(read.of(PieceKind.ACTION), Field.STANDARD)).containsExactly("1", "2");
    }

    @Test
    void a_table_whose_columns_nobody_knows_is_a_gap_until_somebody_maps_them() {
        var paper = "Deed\tHand\tHour\nCount keys\tClerk\tMay 2031\nWalk round\tClerk\tJune 2031\n";
        var before = Read.of(PaperKind.PLAN, paper);
        assertThat(before.pieces()).isEmpty();
        assertThat(before.gaps()).containsExactly(new Gap(List.of(1, 2, 3), Gap.Why.NOT_RECOGNISED));
        assertThat(before.seen()).containsExactly(new Seen(true, "Deed", null, List.of(1)),
                new Seen(true, "Hand", null, List.of(1)), new Seen(true, "Hour", null, List.of(1)));
        var after = Read.of(PaperKind.PLAN, paper,
                new Mapping(Map.of("Deed", Field.ACTION, "Hand", Field.LEAD, "Hour", Field.TIMESCALE), Map.of()));
        assertThat(Read.all(after.of(PieceKind.ACTION), Field.TIMESCALE)).containsExactly("May 2031", "June 2031");
    }
}
