package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No report is checked while it may tell of a person: invariant 22. */
class DisclosureTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final String STORY = "A tenant told us that she had left her home because of her brother.";
    private static final String NAMED = "We thank Mr Orrin Tasker for the training.";

    private static List<Disclosure.Found> found(FrozenReport report) {
        return Disclosure.in(report, TODAY);
    }

    private static FrozenReport saying(ReportPart part, String words) {
        return ReportOf.report(ReportOf.with(ReportOf.text(), part, words), ReportOf.copy());
    }

    @Test
    void a_report_without_people_in_it_is_not_cried_at() {
        assertThat(found(ReportOf.report())).isEmpty();
    }

    @Test
    void a_story_and_a_name_are_found_where_they_stand() {
        var found = found(saying(ReportPart.RISKS, "Training may fall behind.\n\n" + STORY + "\n\n" + NAMED));
        assertThat(found).extracting(Disclosure.Found::place).containsExactly("Risks and challenges, paragraph 2",
                "Risks and challenges, paragraph 3");
        assertThat(found).extracting(Disclosure.Found::says).containsExactly(STORY, NAMED);
        assertThat(found.toString()).doesNotContain("Tasker", "brother");
    }

    @Test
    void computed_lines_are_looked_at_as_well() {
        var copy = ReportOf.copy();
        assertThat(found(ReportOf.report(ReportOf.text(), copy, List.of(ReportOf.action(NAMED)), List.of(), null)))
                .extracting(Disclosure.Found::place).singleElement().asString().startsWith("Action plan");
        assertThat(found(
                ReportOf.report(ReportOf.text(), copy, List.of(), List.of(ReportOf.completed("Help", STORY)), null)))
                .extracting(Disclosure.Found::place).singleElement().asString().startsWith("Completed actions");
    }

    @Test
    void achievements_recommendations_and_appendices_are_looked_at() {
        var text = ReportOf.text();
        var achievements = new LinkedHashMap<>(text.achievements());
        achievements.put("Training and resources", NAMED);
        var report = ReportOf.report(
                new ReportText(text.header(), List.of(STORY), text.parts(), achievements, text.finance(),
                        text.legal(), text.author(),
                        List.of(new ReportText.Appendix("Cases", "Call 07700 900123 to ask."))),
                ReportOf.copy());
        assertThat(found(report)).extracting(Disclosure.Found::place).containsExactly("Recommendations, paragraph 1",
                "Key achievements: Training and resources, paragraph 1", "Appendix 2, paragraph 2");
    }

    @Test
    void what_is_printed_at_the_head_and_of_a_plan_is_looked_at_as_well() {
        var head = ReportOf.text().header();
        var titled = new ReportText(new ReportText.Header(head.to(), head.date(), head.from(), NAMED, head.purpose(),
                head.keyDecision(), head.member(), head.priority(), head.policy()), ReportOf.text().recommendations(),
                ReportOf.text().parts(), ReportOf.text().achievements(), ReportOf.text().finance(),
                ReportOf.text().legal(), ReportOf.text().author(), List.of());
        assertThat(found(ReportOf.report(titled, ReportOf.copy()))).extracting(Disclosure.Found::place)
                .containsExactly("Title and purpose, paragraph 1");
        assertThat(found(ReportOf.report(ReportOf.text(), ReportOf.copy(), List.of(), List.of(), NAMED)))
                .extracting(Disclosure.Found::place).containsExactly("Reason for the new version, paragraph 1");
        var action = ReportOf.action("Write a guide");
        var when = new ReportAction(action.ref(), action.group(), action.words(), action.leads(), NAMED, action.state(),
                "", "", "", "", "");
        assertThat(found(ReportOf.report(ReportOf.text(), ReportOf.copy(), List.of(when), List.of(), null)))
                .extracting(Disclosure.Found::place).singleElement().asString().startsWith("Action plan");
    }

    @Test
    void a_figure_so_small_that_somebody_could_be_known_by_it_is_found() {
        for (var small : List.of("3 concerns", "75% (3 of 4)", "1", "Seen by 2, told by 40"))
            assertThat(found(figure(small))).as(small).singleElement()
                    .satisfies(f -> assertThat(f.says()).contains("Concerns raised").contains(small));
        for (var large : List.of("48 concerns", "0 concerns", "Fewer than 5", "88% (42 of 48)", "3 working days",
                "2.5 visits", "1,204 people", "4%"))
            assertThat(found(figure(large))).as(large).isEmpty();
    }

    private static FrozenReport figure(String says) {
        var report = ReportOf.report();
        return new FrozenReport(report.format(), report.number(), report.because(), report.body(), report.text(),
                report.results(), report.ret(), report.returnHash(), report.computedAt(),
                List.of(new ReportFigure("Concerns raised", says, "", "Counted by Heed", "Concerns", "")),
                report.completed(), report.plan(), report.limitations(), report.settled());
    }

    @Test
    void who_answers_for_the_report_may_be_named_at_its_head() {
        assertThat(ReportOf.text().finance().name()).isNotEmpty();
        assertThat(found(ReportOf.report())).isEmpty();
    }

    @Test
    void somebody_may_keep_a_place_with_a_reason_and_must_look_again_once_it_is_written_otherwise() {
        var found = found(saying(ReportPart.RISKS, NAMED));
        assertThat(Disclosure.open(found, List.of())).hasSize(1);
        assertThat(Disclosure.open(found, List.of(new Disclosure.Settled(found.getFirst().mark(), " ")))).hasSize(1);
        var settled = List.of(new Disclosure.Settled(found.getFirst().mark(), "In public office"));
        assertThat(Disclosure.open(found, settled)).isEmpty();
        assertThat(Disclosure.kept(found, settled)).isEqualTo(settled);

        var changed = found(saying(ReportPart.RISKS, NAMED + " " + STORY));
        assertThat(Disclosure.open(changed, settled)).extracting(Disclosure.Found::says).containsExactly(STORY);
        var otherwise = found(saying(ReportPart.RISKS, NAMED.replace("training", "long talks")));
        assertThat(Disclosure.open(otherwise, settled)).hasSize(1);
        assertThat(Disclosure.kept(otherwise, settled)).isEmpty();
        assertThat(Disclosure.open(found(saying(ReportPart.LEGAL, NAMED)), settled)).as("elsewhere").hasSize(1);
    }
}
