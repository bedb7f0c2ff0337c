package heed.assurance.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The five papers that were read first, as assurance.md 5 says they come out. */
class SeedsTest {
    private static List<Map<String, String>> rows(Reading reading, Piece table) {
        return reading.under(table, PieceKind.FIGURE).stream().map(Piece::fields).toList();
    }

    @Test
    void the_return_has_23_questions_each_with_answer_evidence_and_a_rating_that_is_lost() {
        var read = Shared.reading(PaperKind.RETURN, "000");
        var items = read.of(PieceKind.ITEM);
        assertThat(Read.codes(items)).containsExactly("2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "4.1",
                "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9", "5.1", "5.2", "5.3", "5.4", "5.5");
        for (var item : items) {
            assertThat(read.under(item, PieceKind.RESPONSE)).as(item.code()).singleElement()
                    .satisfies(r -> assertThat(r.field(Field.TEXT).orElse("")).hasSizeGreaterThan(100));
            assertThat(read.under(item, PieceKind.STATEMENT)).as(item.code()).isNotEmpty();
            assertThat(read.under(item, PieceKind.RATING)).as(item.code()).singleElement()
                    .satisfies(r -> assertThat(r.flagged(Flag.Kind.RATING_NOT_RECOVERABLE)).isTrue())
                    .satisfies(r -> assertThat(r.fields()).isEmpty());
        }
        assertThat(items.stream().filter(i -> i.field(Field.ASKS_LAST_YEAR).isPresent())).hasSize(19);
        assertThat(Read.codes(items.stream().filter(i -> i.field(Field.ASKS_LAST_YEAR).isEmpty()).toList()))
                .containsExactly("5.2", "5.3", "5.4", "5.5");
        assertThat(read.gaps()).allMatch(g -> g.why() == Gap.Why.COLUMN_HEADINGS);
    }

    @Test
    void a_paragraph_of_evidence_is_a_statement_also_where_a_page_ends_within_it() {
        var read = Shared.reading(PaperKind.RETURN, "000");
        var counts = read.of(PieceKind.ITEM).stream().map(i -> i.code() + "=" + read.under(i, PieceKind.STATEMENT).size());
        assertThat(counts).containsExactly("2.1=11", "2.2=4", "2.3=8", "2.4=3", "2.5=4", "2.6=5", "2.7=3", "2.8=14", "2.9=3",
                "4.1=1", "4.2=4", "4.3=4", "4.4=4", "4.5=3", "4.6=4", "4.7=6", "4.8=5", "4.9=4", "5.1=9", "5.2=6", "5.3=7",
                "5.4=4", "5.5=13");
        assertThat(read.of(PieceKind.STATEMENT).stream().filter(s -> s.flagged(Flag.Kind.JOINED)).map(s -> s.lines()))
                .containsExactly(List.of(33, 35), List.of(105, 107), List.of(261, 263), List.of(630, 632), List.of(658, 660));
        // A list of six points stays with the paragraph that announces it.
        assertThat(read.of(PieceKind.STATEMENT)).filteredOn(s -> s.lines().contains(596)).singleElement()
                .satisfies(s -> assertThat(s.lines()).containsExactly(591, 593, 594, 595, 596, 597, 598));
    }

    @Test
    void the_one_action_of_the_return_is_that_of_its_last_question() {
        var read = Shared.reading(PaperKind.RETURN, "000");
        var action = read.of(PieceKind.ACTION).getFirst();
        assertThat(read.of(PieceKind.ACTION)).hasSize(1);
        assertThat(read.piece(Objects.requireNonNull(action.parent())).orElseThrow().code()).isEqualTo("5.5");
        assertThat(action.field(Field.TIMESCALE)).hasValue("01-10-2023");
        assertThat(action.field(Field.LEAD)).isPresent();
    }

    @Test
    void the_tables_of_the_questionnaire_come_out_to_the_digit_torn_or_not() {
        var read = Shared.reading(PaperKind.RETURN, "000");
        var tables = read.of(PieceKind.TABLE);
        assertThat(tables.stream().map(t -> read.piece(Objects.requireNonNull(t.parent())).orElseThrow().code()))
                .containsExactly("2.5", "2.5", "2.7", "2.7", "2.9", "2.9", "4.9");
        assertThat(tables.stream().filter(t -> t.flagged(Flag.Kind.TORN_TABLE))).hasSize(6);
        assertThat(tables).allMatch(t -> t.field(Field.TITLE).orElse("").endsWith("?"));
        var names = List.of("tools_used", "barriers", "reflection", "support", "reflection", "support", "support");
        for (int i = 0; i < names.size(); i++) {
            var golden = Shared.golden("survey_" + names.get(i) + ".csv");
            var rows = rows(read, tables.get(i));
            assertThat(rows.stream().map(r -> r.get("total"))).as(names.get(i))
                    .containsExactlyElementsOf(golden.stream().map(g -> g.get("total")).toList());
            assertThat(rows.stream().map(r -> r.get("percent"))).as(names.get(i))
                    .containsExactlyElementsOf(golden.stream().map(g -> g.get("percent")).toList());
        }
    }

    @Test
    void the_report_gives_eleven_standards_ten_letters_and_says_which_has_none() {
        var read = Shared.reading(PaperKind.REPORT, "001");
        var golden = Shared.golden("ratings_2017.csv");
        assertThat(Read.codes(read.of(PieceKind.STANDARD)))
                .containsExactlyElementsOf(golden.stream().map(g -> g.get("standard")).toList());
        for (var row : golden) {
            var standard = read.of(PieceKind.STANDARD).stream().filter(s -> row.get("standard").equals(s.code())).findFirst()
                    .orElseThrow();
            var ratings = read.under(standard, PieceKind.RATING);
            assertThat(standard.flagged(Flag.Kind.NOT_RATED)).as(row.get("standard"))
                    .isEqualTo(row.get("rating_state").equals("not_rated"));
            assertThat(Read.all(ratings, Field.LETTER)).as(row.get("standard"))
                    .isEqualTo(row.get("letter").isEmpty() ? List.of() : List.of(row.get("letter")));
        }
        assertThat(Read.codes(read.of(PieceKind.SCALE_LEVEL))).containsExactly("B", "G", "A", "R");
        assertThat(Read.all(read.of(PieceKind.SCALE_LEVEL), Field.WORD)).containsExactly("Blue", "Green", "Amber", "Red");
    }

    @Test
    void the_report_gives_its_header_achievements_focus_risks_and_recommendations() {
        var read = Shared.reading(PaperKind.REPORT, "001");
        assertThat(Read.all(read.of(PieceKind.HEADER), Field.LABEL)).containsExactly("To", "Date", "Report of",
                "Title of Report", "Purpose of report", "Key decision", "Executive Board Member", "Corporate Priority",
                "Policy Framework", "Appendix 1", "Appendix 2", "Appendix 3", "Report author", "Job title",
                "Service area or department", "Telephone", "e-mail", "Telephone number");
        assertThat(read.of(PieceKind.HEADER).get(1).field(Field.VALUE)).hasValue("13 June 2018");
        assertThat(Read.codes(read.of(PieceKind.RECOMMENDATION))).containsExactly("1", "2", "3");
        assertThat(Read.codes(read.of(PieceKind.ACHIEVEMENT))).containsExactly("4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8",
                "4.9", "4.10", "4.11", "4.12", "4.13", "4.14");
        assertThat(read.of(PieceKind.ACHIEVEMENT)).allMatch(a -> a.field(Field.GROUP).isPresent());
        assertThat(read.of(PieceKind.FOCUS)).hasSize(7);
        assertThat(read.of(PieceKind.RISK)).hasSize(4);
        assertThat(read.of(PieceKind.SECTION).stream().map(Piece::code).filter(Objects::nonNull)).containsExactly("1", "2",
                "3", "4", "5", "6", "7", "8");
        assertThat(read.gaps()).noneMatch(g -> g.why().toSettle());
    }

    @Test
    void the_review_gives_areas_strengths_and_areas_for_development_by_their_numbers() {
        var read = Shared.reading(PaperKind.REVIEW, "002");
        var areas = read.of(PieceKind.AREA);
        assertThat(Read.codes(areas)).containsExactly("4.1", "4.2", "4.3", "4.4");
        assertThat(areas.stream().map(a -> read.under(a, PieceKind.STRENGTH).size() + "+"
                + read.under(a, PieceKind.DEVELOPMENT).size())).containsExactly("7+5", "11+5", "4+5", "7+7");
        assertThat(Read.codes(read.under(areas.getFirst(), PieceKind.DEVELOPMENT))).containsExactly("4.1.8", "4.1.9",
                "4.1.10", "4.1.11", "4.1.12");
        assertThat(read.of(PieceKind.STANDARD)).hasSize(12);
        assertThat(read.of(PieceKind.FIELDWORK)).hasSize(18);
        assertThat(Read.codes(read.of(PieceKind.LIMITATION))).contains("3.9");
        assertThat(read.gaps()).allMatch(g -> g.why() == Gap.Why.CONTENTS);
    }

    @Test
    void the_review_gives_four_recommendations_with_fifteen_parts_once_though_printed_three_times() {
        var read = Shared.reading(PaperKind.REVIEW, "002");
        var recommendations = read.of(PieceKind.RECOMMENDATION);
        assertThat(Read.codes(recommendations)).containsExactly("1", "2", "3", "4");
        assertThat(recommendations.stream().map(r -> read.under(r, PieceKind.SUB_POINT).size())).containsExactly(4, 4, 3, 4);
        assertThat(recommendations).allMatch(r -> r.flagged(Flag.Kind.PRINTED_AGAIN));
        assertThat(read.of(PieceKind.SUB_POINT)).hasSize(15).allMatch(p -> p.lines().size() == 3);
        assertThat(read.of(PieceKind.SUB_POINT).stream().filter(p -> p.flagged(Flag.Kind.PRINTED_DIFFERENTLY))).hasSize(1);
    }

    @Test
    void the_review_gives_the_levels_it_found_by_area_and_for_the_whole() {
        var read = Shared.reading(PaperKind.REVIEW, "002");
        assertThat(Read.codes(read.of(PieceKind.SCALE_LEVEL))).containsExactly("1", "2", "3", "4");
        assertThat(read.of(PieceKind.IMPACT).stream().map(i -> i.code() + ": " + i.field(Field.LEVEL).orElse("")))
                .containsExactly("4.1.13: 2", "4.2.17: 2, 3", "4.3.10: 2", "4.4.15: 2", "5.2: 1, 2, 3");
    }

    @Test
    void the_plan_of_2021_gives_24_rows_whole_with_the_wording_of_every_timescale() {
        var read = Shared.reading(PaperKind.PLAN, "003");
        var actions = read.of(PieceKind.ACTION);
        assertThat(Read.all(actions, Field.TIMESCALE))
                .containsExactlyElementsOf(Shared.golden("timescales_2021.csv").stream().map(g -> g.get("wording")).toList());
        assertThat(actions).hasSize(24);
        for (var field : List.of(Field.STANDARD, Field.OBJECTIVE, Field.ACTION, Field.INPUT, Field.OUTCOME, Field.LEAD))
            assertThat(actions).as(field.key()).allMatch(a -> a.field(field).isPresent());
        assertThat(actions.stream().map(a -> a.field(Field.STANDARD)).distinct()).hasSize(2);
        assertThat(actions).allMatch(a -> a.flags().isEmpty());
    }

    @Test
    void the_plan_of_2021_gives_21_closed_rows_and_flags_the_blank_status_and_the_doubled_row() {
        var read = Shared.reading(PaperKind.PLAN, "003");
        var closed = read.of(PieceKind.CLOSED_ACTION);
        assertThat(closed).hasSize(21);
        for (var field : List.of(Field.ACTION, Field.MEASURE, Field.OUTCOME, Field.IMPACT, Field.LEAD))
            assertThat(closed).as(field.key()).allMatch(a -> a.field(field).isPresent());
        assertThat(closed.stream().filter(a -> a.flagged(Flag.Kind.CELL_EMPTY))).singleElement()
                .satisfies(a -> assertThat(a.field(Field.STATUS)).isEmpty())
                .satisfies(a -> assertThat(a).isSameAs(closed.get(3)));
        assertThat(closed.stream().filter(a -> a.flagged(Flag.Kind.ROW_TWICE)).map(closed::indexOf)).containsExactly(13, 20);
        assertThat(read.gaps()).allMatch(g -> g.why() == Gap.Why.COLUMN_HEADINGS);
    }

    @Test
    void the_plan_of_2016_gives_seven_learning_points_with_what_their_rows_say() {
        var read = Shared.reading(PaperKind.PLAN, "004");
        var points = read.of(PieceKind.LEARNING_POINT);
        var golden = Shared.golden("actions_2016.csv");
        assertThat(Read.codes(points)).containsExactlyElementsOf(golden.stream().map(g -> g.get("learning_point")).toList());
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            for (var field : List.of(Field.TEXT, Field.ACTION, Field.EVIDENCE, Field.TIMESCALE, Field.LEAD, Field.STATUS))
                assertThat(point.field(field)).as(point.code() + " " + field.key()).isPresent();
            var row = golden.get(i);
            assertThat(read.under(point, PieceKind.RATING)).singleElement()
                    .satisfies(r -> assertThat(r.field(Field.LETTER)).hasValue(row.get("letter")))
                    .satisfies(r -> assertThat(r.field(Field.AS_PRINTED)).hasValue(row.get("as_printed")))
                    .satisfies(r -> assertThat(r.flagged(Flag.Kind.PRINTED_AGAIN))
                            .isEqualTo(!row.get("times_printed").equals("1")));
        }
        assertThat(points.stream().map(p -> read.under(p, PieceKind.ACTION).size())).containsExactly(1, 6, 2, 3, 2, 4, 3);
        assertThat(Read.all(read.of(PieceKind.CONTROL), Field.LABEL)).containsExactly("Document", "Owner", "Author",
                "Date last reviewed", "Next Review Date Due", "Version", "Name", "File Location");
        assertThat(Read.codes(read.of(PieceKind.SCALE_LEVEL))).containsExactly("B", "G", "A", "R");
        assertThat(read.gaps()).noneMatch(g -> g.why().toSettle());
    }

    @Test
    void any_paper_read_as_any_kind_loses_no_line() {
        for (var number : List.of("000", "001", "002", "003", "004"))
            for (var kind : PaperKind.values())
                assertThat(Shared.reading(kind, number).lines()).isNotEmpty();
    }
}
