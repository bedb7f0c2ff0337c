package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.plan.ActionPlan;
import heed.assurance.plan.PlanYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is typed into boxes becomes a report's text; what is wrong in a box counts as not there. */
class TypedReportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 18);
    private static final List<String> SECTIONS = List.of("Leading", "", "Doing");

    @Test
    void nothing_typed_is_a_report_in_which_everything_is_missing() {
        var text = TypedReport.text(Map.of(), SECTIONS);
        assertThat(text.achievements()).containsOnlyKeys("Leading", "Doing");
        assertThat(Missing.of(text, DAY)).extracting(Missing::field).contains("to", "date", "recommendations", "RISKS",
                "financeName", "legalDate", "authorPost", "authorEmail");
    }

    @Test
    void every_missing_thing_has_a_box_to_be_written_in() {
        var text = TypedReport.text(Map.of("APPENDICES", Map.of("text-1", "Words without a title")), SECTIONS);
        for (var missing : Missing.of(text, DAY)) {
            var box = WrittenPart.box(missing).split("#");
            assertThat(WrittenPart.of(SECTIONS, box[0])).as(missing.field()).hasValueSatisfying(p -> assertThat(
                    p.boxes().stream().flatMap(b -> b.names().stream())).contains(box[1]));
        }
    }

    @Test
    void a_recommendation_stands_on_each_line_and_loses_the_number_that_somebody_typed() {
        assertThat(
                TypedReport.recommendations("1. Note this\n\n (2) Agree that\n- Approve 3 posts\n\n2026 is the year"))
                .containsExactly("Note this", "Agree that", "Approve 3 posts", "2026 is the year");
    }

    @Test
    void a_day_that_is_none_counts_as_not_given() {
        var boxes = Map.of("date-day", "31", "date-month", "2", "date-year", "2026");
        assertThat(TypedReport.begun(boxes, "date")).isTrue();
        assertThat(TypedReport.day(boxes, "date")).isNull();
        assertThat(TypedReport.text(Map.of("LEGAL", boxes), SECTIONS).legal().given()).isFalse();
        assertThat(TypedReport.day(Map.of("date-day", "18", "date-month", "6", "date-year", "2026"), "date"))
                .isEqualTo(DAY);
        assertThat(TypedReport.day(Map.of("date-day", "1", "date-month", "1", "date-year", "26"), "date")).isNull();
    }

    @Test
    void achievements_stand_under_their_section_and_an_empty_appendix_is_none() {
        var text = TypedReport.text(Map.of("SECTION_3", Map.of("text", "Crews were trained."), "APPENDICES",
                Map.of("title-2", "Groups", "title-1", " ")), SECTIONS);
        assertThat(text.achievements()).containsEntry("Doing", "Crews were trained.").containsEntry("Leading", "");
        assertThat(text.appendices()).extracting(ReportText.Appendix::title).containsExactly("Groups");
    }

    @Test
    void a_section_of_any_number_can_be_typed_into_and_nothing_else_can() {
        assertThat(WrittenPart.somewhere("SECTION_12")).isPresent();
        assertThat(WrittenPart.somewhere("HEADER")).isPresent();
        for (var none : List.of("SECTION_0", "SECTION_100", "SETTLED", "FIGURES", "", "header"))
            assertThat(WrittenPart.somewhere(none)).as(none).isEmpty();
    }

    @Test
    void the_plans_of_a_report_are_that_of_its_year_and_the_one_after() {
        var past = plan(2025);
        var next = plan(2026);
        var far = plan(2028);
        var undated = new ActionPlan(UUID.randomUUID(), UUID.randomUUID(), null, "Old plan", null, 1);
        var from = LocalDate.of(2025, 5, 1);
        var to = LocalDate.of(2026, 4, 30);
        assertThat(ReportSources.likely(List.of(far, next, past, undated), from, to))
                .isEqualTo(new ReportSources.Pair(past.id(), next.id()));
        assertThat(ReportSources.likely(List.of(past), from, to)).as("the same where there is no later one")
                .isEqualTo(new ReportSources.Pair(past.id(), past.id()));
        assertThat(ReportSources.likely(List.of(far, undated), from, to))
                .isEqualTo(new ReportSources.Pair(null, far.id()));
        assertThat(ReportSources.likely(List.of(), from, to)).isEqualTo(new ReportSources.Pair(null, null));
    }

    private static ActionPlan plan(int year) {
        return new ActionPlan(UUID.randomUUID(), UUID.randomUUID(), PlanYear.financial(year), "Plan " + year, null, 1);
    }
}
