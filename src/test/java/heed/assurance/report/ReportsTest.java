package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.StatementCount;
import heed.access.Role;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.ReturnOf;
import heed.assurance.plan.ActionMove;
import heed.assurance.plan.PlanAction;
import heed.assurance.plan.PlanOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report is begun, written by two at once, checked, frozen, approved by another, published, withdrawn and corrected. */
@InTown
class ReportsTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private ReportReading reading;
    @Autowired
    private ReportWriting writing;
    @Autowired
    private ReportDesk desk;
    @Autowired
    private Reports reports;
    @Autowired
    private SetClock clock;

    private Town town;
    private Actor keeper;
    private Actor other;
    private Actor officer;

    @BeforeEach
    void a_council() {
        clock.goTo(Instant.parse("2026-04-20T09:00:00Z"));
        town = Town.in(context);
        keeper = town.person("Cora Vale", Role.COORDINATOR);
        other = town.person("Cleo Tarn", Role.COORDINATOR);
        officer = town.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    private static void refused(Refusal kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(kind));
    }

    private UUID whole() {
        return CommitteeReport.whole(context, keeper, officer);
    }

    private FrozenReport says(UUID report) {
        return reading.open(keeper, report).says();
    }

    private List<String> missing(UUID report) {
        return reading.open(keeper, report).missing().stream().map(Missing::field).toList();
    }

    private void text(UUID report, String part, String words) {
        CommitteeReport.type(context, keeper, report, part, Map.of(WrittenPart.TEXT, words));
    }

    @Test
    void it_begins_with_results_figures_and_the_plan_in_it_and_says_what_is_to_be_written() {
        var report = CommitteeReport.begun(context, keeper, officer);
        var says = says(report);
        assertThat(says.results().rows()).extracting(ReportResults.Row::code)
                .containsExactlyElementsOf(ReturnOf.QUESTIONS);
        assertThat(says.results().counts()).containsExactly("Own rating: 3 Blue of 3 rated.");
        assertThat(says.figures()).extracting(ReportFigure::title).containsExactly("Crews trained");
        assertThat(says.plan()).extracting(ReportAction::words).containsExactly("Train every crew");
        assertThat(says.text().recommendations()).hasSize(2);
        assertThat(missing(report)).contains("to", "date", "BACKGROUND", "financeName", "legalDate", "authorPost")
                .doesNotContain("return", "plans", "recommendations");
    }

    @Test
    void a_return_that_can_still_change_holds_the_check_up_and_what_corrects_it_is_taken() {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        var report = writing.begin(keeper, ret);
        assertThat(missing(report)).contains("return");
        ReturnOf.inReview(context, keeper, ret);
        ReturnOf.signed(context, officer, ret);
        assertThat(missing(report)).doesNotContain("return");
        var corrected = ReturnOf.amended(context, keeper, ret);
        assertThat(missing(report)).as("its correction is not signed off").contains("return");
        assertThat(says(report).ret()).isEqualTo(corrected.toString());
    }

    @Test
    void two_people_in_two_parts_never_meet_and_in_one_the_second_is_told_and_loses_nothing() {
        var report = CommitteeReport.begun(context, keeper, officer);
        assertThat(writing.write(keeper, report, "BACKGROUND", 0, Map.of("text", "Mine")).how())
                .isEqualTo(ReportWriting.Saved.How.SAVED);
        assertThat(writing.write(other, report, "RISKS", 0, Map.of("text", "Theirs")).how())
                .isEqualTo(ReportWriting.Saved.How.SAVED);
        var second = writing.write(other, report, "BACKGROUND", 0, Map.of("text", "Another’s"));
        assertThat(second.how()).isEqualTo(ReportWriting.Saved.How.CHANGED_ELSEWHERE);
        assertThat(second.typed().boxes()).containsEntry("text", "Mine");
        assertThat(writing.write(other, report, "BACKGROUND", second.typed().version(), Map.of("text", "Both")).how())
                .isEqualTo(ReportWriting.Saved.How.SAVED);
        assertThat(says(report).text().part(ReportPart.BACKGROUND)).isEqualTo("Both");
        assertThat(says(report).text().part(ReportPart.RISKS)).isEqualTo("Theirs");
        refused(Refusal.NOT_FOUND, () -> writing.write(keeper, report, "NO_PART", 0, Map.of("text", "x")));
    }

    @Test
    void what_is_not_a_box_of_the_part_is_not_kept() {
        var report = CommitteeReport.begun(context, keeper, officer);
        writing.write(keeper, report, "BACKGROUND", 0, Map.of("text", "Mine", "said-at", "x", "other", "y"));
        assertThat(reading.open(keeper, report).typed("BACKGROUND").boxes()).containsOnlyKeys("text");
    }

    @Test
    void who_cleared_a_text_has_not_cleared_what_it_became_on_a_later_day() {
        var report = whole();
        assertThat(missing(report)).isEmpty();
        text(report, "FINANCE", "It costs a little.");
        assertThat(missing(report)).as("the same day").isEmpty();
        clock.pass(Duration.ofDays(1));
        CommitteeReport.type(context, keeper, report, "FINANCE", Map.of("name", "Another head"));
        assertThat(missing(report)).as("only the name changed").isEmpty();
        text(report, "FINANCE", "It costs much.");
        assertThat(missing(report)).containsExactly("financeDate");
    }

    /** Invariant 22. */
    @Test
    void what_may_tell_of_a_person_is_kept_with_a_reason_or_written_otherwise() {
        var report = whole();
        text(report, "BACKGROUND", "Mr Rowan Applegarth, aged 84, was visited at home in May.");
        var found = desk.checking(keeper, report).open();
        assertThat(found).isNotEmpty();
        refused(Refusal.NOT_ALLOWED_NOW, () -> CommitteeReport.checked(context, keeper, report));
        refused(Refusal.NOT_ALLOWED_NOW, () -> writing.settle(keeper, report, found.getFirst().mark(), "  "));
        refused(Refusal.MOVED_ON, () -> writing.settle(keeper, report, "no such place", "Why"));
        found.forEach(f -> writing.settle(keeper, report, f.mark(), "He agreed to be named"));
        assertThat(desk.checking(keeper, report).open()).isEmpty();
        text(report, "BACKGROUND", "Mr Rowan Applegarth, aged 85, was visited at home in May.");
        assertThat(desk.checking(keeper, report).open()).as("another sentence needs another look").isNotEmpty();
        text(report, "BACKGROUND", "People were visited at home in May.");
        CommitteeReport.checked(context, keeper, report);
        assertThat(says(report).settled()).as("what no longer stands needs no reason").isEmpty();
    }

    @Test
    void moves_of_one_instant_stay_in_the_order_in_which_they_were_made() {
        var report = whole();
        for (int n = 0; n < 6; n++) {
            CommitteeReport.checked(context, keeper, report);
            CommitteeReport.moved(context, keeper, report, "WRITE_ON", "Look again " + n);
        }
        assertThat(reading.open(keeper, report).moves()).extracting(Reports.Entry::note)
                .startsWith("Look again 5", null, "Look again 4", null, "Look again 3", null, "Look again 2", null,
                        "Look again 1", null, "Look again 0", null);
    }

    /** Invariants 1 and 24. */
    @Test
    void what_is_checked_is_frozen_with_its_hash_and_nothing_later_changes_it() {
        var report = whole();
        refused(Refusal.MOVED_ON, () -> desk.check(keeper, report, 0));
        CommitteeReport.checked(context, keeper, report);
        var frozen = says(report);
        var kept = reading.open(keeper, report).report();
        assertThat(kept.hash()).isEqualTo(frozen.hash())
                .isEqualTo(FrozenReturn.shown(FrozenReturn.hash(stored(report))));
        PlanOf.proposed(context, keeper, plan(report), "Added later", "March 2027");
        clock.pass(Duration.ofDays(2));
        assertThat(says(report)).isEqualTo(frozen);
        refused(Refusal.NOT_ALLOWED_NOW,
                () -> writing.write(keeper, report, "RISKS", 1, Map.of("text", "Written after the check")));
        CommitteeReport.moved(context, keeper, report, "WRITE_ON", "A risk is missing");
        assertThat(says(report).plan()).extracting(ReportAction::words).contains("Added later");
        assertThat(reading.open(keeper, report).report().hash()).isNull();
    }

    private String stored(UUID report) {
        return context.getBean(heed.platform.db.Transactions.class).inScope(town.scope(),
                () -> reports.frozen(keeper, report).orElseThrow());
    }

    private UUID plan(UUID report) {
        return java.util.Objects.requireNonNull(reading.open(keeper, report).kept().next());
    }

    @Test
    void somebody_else_approves_and_only_what_was_checked_is_published() {
        var both = town.person("Bo Fell", Role.COORDINATOR, Role.ACCOUNTABLE_OFFICER);
        var report = whole();
        CommitteeReport.checked(context, both, report);
        refused(Refusal.NOT_ALLOWED_NOW, () -> CommitteeReport.moved(context, both, report, "APPROVE", ""));
        refused(Refusal.NOT_FOUND, () -> CommitteeReport.moved(context, keeper, report, "APPROVE", ""));
        refused(Refusal.MOVED_ON, () -> CommitteeReport.moved(context, keeper, report, "PUBLISH", ""));
        CommitteeReport.moved(context, officer, report, "APPROVE", "");
        refused(Refusal.NOT_FOUND, () -> CommitteeReport.moved(context, officer, report, "PUBLISH", ""));
        CommitteeReport.moved(context, keeper, report, "PUBLISH", "");
        assertThat(reading.open(keeper, report).report().state()).isEqualTo(ReportState.PUBLISHED);
        assertThat(town.texts("select kind from platform.outbox")).contains("REPORT_TO_APPROVE");
    }

    @Test
    void what_went_out_is_withdrawn_or_corrected_by_a_new_version_with_a_reason() {
        var report = whole();
        refused(Refusal.NOT_ALLOWED_NOW, () -> desk.amend(keeper, report, "Too early"));
        CommitteeReport.published(context, keeper, officer, report);
        refused(Refusal.NOT_ALLOWED_NOW, () -> CommitteeReport.moved(context, officer, report, "WITHDRAW", " "));
        CommitteeReport.moved(context, officer, report, "WITHDRAW", "A figure was wrong");
        refused(Refusal.NOT_ALLOWED_NOW, () -> desk.amend(keeper, report, " "));
        var second = desk.amend(keeper, report, "A figure was wrong");
        refused(Refusal.MOVED_ON, () -> desk.amend(other, report, "The same"));
        assertThat(says(second).number()).isEqualTo(2);
        assertThat(says(second).because()).isEqualTo("A figure was wrong");
        assertThat(says(second).text().part(ReportPart.RISKS)).isEqualTo(says(report).text().part(ReportPart.RISKS));
        assertThat(reading.all(keeper)).extracting(l -> l.kept().id()).contains(second).doesNotContain(report);
        assertThat(reading.open(keeper, report).amending()).isEqualTo(second);
    }

    @Test
    void those_who_read_what_is_published_read_it_whole_once_it_is_and_no_draft_of_its_correction() {
        var councillor = town.person("Mel Thwaite", Role.MEMBER);
        var report = whole();
        CommitteeReport.published(context, keeper, officer, report);
        assertThat(reading.whole(councillor, report).says()).isEqualTo(says(report));
        refused(Refusal.NOT_FOUND, () -> reading.open(councillor, report));
        var second = desk.amend(keeper, report, "A figure was wrong");
        assertThat(reading.all(councillor)).extracting(l -> l.kept().id()).containsExactly(report);
        refused(Refusal.NOT_FOUND, () -> reading.whole(councillor, second));
        CommitteeReport.moved(context, officer, report, "WITHDRAW", "It is corrected");
        refused(Refusal.NOT_FOUND, () -> reading.whole(councillor, report));
        var elsewhere = Town.in(context).person("Mo Otherwhere", Role.MEMBER);
        refused(Refusal.NOT_FOUND, () -> reading.whole(elsewhere, report));
    }

    @Test
    void figures_counted_for_it_hide_small_numbers_and_are_counted_again_at_the_check() {
        var report = whole();
        var crew = town.person("Len Burr");
        for (int n = 0; n < 3; n++)
            town.raised(crew, Town.telling("A worry."));
        writing.count(keeper, report, "concerns-raised", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
        assertThat(says(report).figures().getLast().says()).isEqualTo("Fewer than 5");
        for (int n = 0; n < 4; n++)
            town.raised(crew, Town.telling("Another."));
        assertThat(says(report).figures().getLast().says()).as("as it was counted").isEqualTo("Fewer than 5");
        CommitteeReport.checked(context, keeper, report);
        assertThat(says(report).figures().getLast().says()).contains("7");
        CommitteeReport.moved(context, keeper, report, "WRITE_ON", "Take the figure out");
        writing.count(keeper, report, "concerns-raised", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        var april = "concerns-raised 2026-04-01 2026-04-30";
        writing.drop(other, report, april);
        refused(Refusal.MOVED_ON, () -> writing.drop(keeper, report, april));
        assertThat(says(report).figures()).as("no other in its place").hasSize(2);
        writing.drop(keeper, report, "concerns-raised 2026-03-01 2026-03-31");
        assertThat(says(report).figures()).extracting(ReportFigure::title).containsExactly("Crews trained");
        refused(Refusal.NOT_ALLOWED_NOW, () -> writing.count(keeper, report, "concerns-raised",
                LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 30)));
    }

    @Test
    void actions_are_led_by_posts_and_what_is_not_verified_says_so() {
        var report = CommitteeReport.begun(context, keeper, officer);
        var post = PlanOf.post(context, keeper, "Parks lead", town.person("Hal Holder"));
        var plan = PlanOf.year(context, keeper, 2025);
        var done = PlanOf.agreed(context, keeper, plan, "Walk every park", "March 2026", post);
        PlanOf.move(context, keeper, done, ActionMove.CLAIM, new PlanAction.Said("All walked", null, null, null));
        var begun = new ReportSources.Pair(reading.open(keeper, report).kept().past(), plan(report));
        var chosen = new ReportSources.Pair(plan, plan(report));
        assertThat(writing.plans(keeper, report, begun, chosen)).isEqualTo(chosen);
        assertThat(writing.plans(other, report, begun, none())).as("chosen since by somebody else").isEqualTo(chosen);
        var completed = says(report).completed();
        assertThat(completed).singleElement().satisfies(a -> {
            assertThat(a.leads()).isEqualTo("Parks lead");
            assertThat(a.outcome()).endsWith("Not verified yet.");
        });
        refused(Refusal.NOT_FOUND, () -> writing.plans(keeper, report, chosen,
                new ReportSources.Pair(UUID.randomUUID(), null)));
        writing.plans(other, report, chosen, none());
        assertThat(missing(report)).contains("plans");
    }

    private static ReportSources.Pair none() {
        return new ReportSources.Pair(null, null);
    }

    @Test
    void appendices_are_asked_for_under_the_numbers_they_are_printed_with() {
        var report = CommitteeReport.begun(context, keeper, officer);
        var first = writing.write(keeper, report, WrittenPart.APPENDICES, 0,
                Map.of("title-1", "Policy", "text-2", "Three groups meet.", "title-4", "Terms"));
        assertThat(first.typed().boxes()).containsOnly(Map.entry("title-1", "Policy"),
                Map.entry("text-2", "Three groups meet."), Map.entry("title-3", "Terms"));
        assertThat(missing(report)).contains("appendix2");
        var second = writing.write(keeper, report, WrittenPart.APPENDICES, 1,
                Map.of("title-1", "", "text-2", "Three groups meet.", "title-3", "Terms"));
        assertThat(second.typed().boxes()).containsOnly(Map.entry("text-1", "Three groups meet."),
                Map.entry("title-2", "Terms"));
        assertThat(missing(report)).contains("appendix1").doesNotContain("appendix2");
    }

    /** Invariant 1, in the database too: the program's own account cannot change what went out. */
    @Test
    void what_went_out_cannot_be_changed_by_the_program_itself() {
        var report = whole();
        CommitteeReport.checked(context, keeper, report);
        for (var change : List.of("frozen = '\\x00'", "content_hash = '\\x00'", "next_plan_id = null",
                "number = 2", "made_at = now()"))
            unchanged(report, "update assurance.report set " + change);
        unchangedPart(report);
        CommitteeReport.moved(context, officer, report, "APPROVE", "");
        CommitteeReport.moved(context, keeper, report, "PUBLISH", "");
        for (var change : List.of("state = 'DRAFT', frozen = null, content_hash = null, checked_by = null",
                "state = 'APPROVED'", "version = version + 1", "state = 'WITHDRAWN', frozen = '\\x00'"))
            unchanged(report, "update assurance.report set " + change);
        unchangedPart(report);
        CommitteeReport.moved(context, officer, report, "WITHDRAW", "A figure was wrong");
        unchanged(report, "update assurance.report set state = 'PUBLISHED'");
        assertThat(desk.amend(keeper, report, "A figure was wrong")).isNotNull();
    }

    @Test
    void a_draft_begun_by_mistake_is_given_up_by_who_keeps_reports_and_stays_on_record() {
        var report = CommitteeReport.begun(context, keeper, officer);
        text(report, "RISKS", "Posts stay empty.");
        int seen = reading.open(keeper, report).report().version();
        refused(Refusal.NOT_FOUND, () -> desk.move(officer, report, seen, ReportMove.GIVE_UP, "Not needed"));
        refused(Refusal.MOVED_ON, () -> desk.move(keeper, report, seen - 1, ReportMove.GIVE_UP, "Not needed"));
        refused(Refusal.NOT_ALLOWED_NOW, () -> desk.move(keeper, report, seen, ReportMove.GIVE_UP, " "));
        clock.pass(Duration.ofMinutes(1));
        desk.move(keeper, report, seen, ReportMove.GIVE_UP, "Begun on the wrong return");
        var opened = reading.open(officer, report);
        assertThat(opened.report().state()).isEqualTo(ReportState.GIVEN_UP);
        assertThat(opened.writes()).isFalse();
        assertThat(opened.says().text().part(ReportPart.RISKS)).isEqualTo("Posts stay empty.");
        assertThat(opened.moves().getFirst()).satisfies(m -> {
            assertThat(m.move()).isEqualTo(ReportMove.GIVE_UP);
            assertThat(m.note()).isEqualTo("Begun on the wrong return");
        });
        assertThat(town.texts("select reason from platform.trail where act = 'report.move'"))
                .contains("GIVE_UP");
        refused(Refusal.NOT_ALLOWED_NOW, () -> writing.write(keeper, report, "RISKS", 1, Map.of("text", "x")));
        refused(Refusal.NOT_ALLOWED_NOW, () -> desk.amend(keeper, report, "A figure was wrong"));
        for (var change : List.of("state = 'DRAFT'", "version = version + 1", "next_plan_id = null"))
            unchanged(report, "update assurance.report set " + change);
        unchangedPart(report);
        var councillor = town.person("Mel Thwaite", Role.MEMBER);
        refused(Refusal.NOT_FOUND, () -> reading.whole(councillor, report));
        assertThat(reading.all(councillor)).isEmpty();
    }

    @Test
    void what_was_checked_is_opened_for_writing_again_before_it_is_given_up() {
        var report = whole();
        CommitteeReport.checked(context, keeper, report);
        refused(Refusal.MOVED_ON, () -> CommitteeReport.moved(context, keeper, report, "GIVE_UP", "Not needed"));
        unchanged(report, "update assurance.report set frozen = null, content_hash = null, checked_by = null,"
                + " state = 'GIVEN_UP'");
        CommitteeReport.moved(context, keeper, report, "WRITE_ON", "It is not needed");
        CommitteeReport.moved(context, keeper, report, "GIVE_UP", "Not needed");
        assertThat(reading.open(keeper, report).report().state()).isEqualTo(ReportState.GIVEN_UP);
    }

    @Test
    void what_went_out_can_be_corrected_anew_once_a_correction_of_it_is_given_up() {
        var report = whole();
        CommitteeReport.published(context, keeper, officer, report);
        var mistaken = desk.amend(keeper, report, "A figure was wrong");
        assertThat(listed()).containsExactly(mistaken);
        CommitteeReport.moved(context, keeper, mistaken, "GIVE_UP", "The figure was right");
        assertThat(listed()).containsExactlyInAnyOrder(report, mistaken);
        assertThat(reading.open(keeper, report).amending()).isNull();
        var right = desk.amend(keeper, report, "Another figure was wrong");
        assertThat(listed()).containsExactlyInAnyOrder(right, mistaken);
        assertThat(reading.open(keeper, report).amending()).isEqualTo(right);
        refused(Refusal.MOVED_ON, () -> desk.amend(keeper, report, "Once more"));
    }

    @Test
    void the_list_takes_as_many_statements_for_many_reports_as_for_one() {
        var report = CommitteeReport.begun(context, keeper, officer);
        long one = StatementCount.of(() -> reading.all(keeper));
        var ret = reading.open(keeper, report).kept().report().ret();
        for (int i = 0; i < 3; i++)
            writing.begin(keeper, ret);
        assertThat(listed()).hasSize(4);
        assertThat(StatementCount.of(() -> reading.all(keeper))).isEqualTo(one);
        CommitteeReport.begun(context, keeper, officer);
        assertThat(StatementCount.of(() -> reading.all(keeper))).as("of another return too").isEqualTo(one);
        assertThat(reading.all(keeper)).extracting(ReportReading.Listed::title)
                .allMatch(t -> t.startsWith("Safeguarding report on Fellmoor standards"));
    }

    private List<UUID> listed() {
        return reading.all(keeper).stream().map(l -> l.kept().id()).toList();
    }

    private void unchangedPart(UUID report) {
        assertThatThrownBy(() -> run("update assurance.report_part set version = 9 where report_id = ?", report))
                .isInstanceOf(DataAccessException.class);
    }

    private void unchanged(UUID report, String change) {
        assertThatThrownBy(() -> run(change + " where id = ?", report)).as(change)
                .isInstanceOf(DataAccessException.class);
    }

    private void run(String sql, UUID report) {
        context.getBean(heed.platform.db.Transactions.class).inScope(town.scope(),
                () -> context.getBean(JdbcClient.class).sql(sql).param(report).update());
    }

    @Test
    void whoever_checked_it_is_told_that_it_was_approved_or_given_back() {
        var report = whole();
        CommitteeReport.checked(context, keeper, report);
        CommitteeReport.moved(context, officer, report, "APPROVE", "");
        CommitteeReport.moved(context, officer, report, "GIVE_BACK", "Say more of training");
        assertThat(town.texts("select kind from platform.outbox")).contains("REPORT_APPROVED", "REPORT_GIVEN_BACK");
    }

    @Test
    void the_next_report_goes_on_with_the_committee_and_the_author_and_shows_what_the_last_one_said() {
        var first = whole();
        CommitteeReport.published(context, keeper, officer, first);
        clock.pass(Duration.ofDays(365));
        var second = CommitteeReport.begun(context, keeper, officer);
        var opened = reading.open(keeper, second);
        assertThat(opened.says().text().header().to()).isEqualTo("Cabinet");
        assertThat(opened.says().text().header().date()).isNull();
        assertThat(opened.says().text().author().post()).isEqualTo("Safeguarding coordinator");
        assertThat(opened.says().text().part(ReportPart.RISKS)).isEmpty();
        assertThat(writing.earlier(keeper, opened)).isNotNull()
                .satisfies(e -> assertThat(e.text().part(ReportPart.RISKS)).isNotEmpty());
    }

    @Test
    void it_is_there_for_those_who_keep_or_sign_the_return_and_for_nobody_else() {
        var report = CommitteeReport.begun(context, keeper, officer);
        assertThat(reading.open(officer, report).writes()).isFalse();
        refused(Refusal.NOT_FOUND, () -> writing.write(officer, report, "RISKS", 0, Map.of("text", "x")));
        for (var nobody : List.of(town.person("Sol Ferrier"), town.person("Bea Garrick", Role.BOARD_MANAGER),
                town.person("Dee Sefton", Role.DSL))) {
            refused(Refusal.NOT_FOUND, () -> reading.open(nobody, report));
            refused(Refusal.NOT_FOUND, () -> reading.all(nobody));
            refused(Refusal.NOT_FOUND, () -> desk.checking(nobody, report));
        }
        var councillor = town.person("Mel Thwaite", Role.MEMBER);
        refused(Refusal.NOT_FOUND, () -> reading.open(councillor, report));
        refused(Refusal.NOT_FOUND, () -> reading.whole(councillor, report));
        refused(Refusal.NOT_FOUND, () -> reading.take(councillor, report, "word"));
        assertThat(reading.all(councillor)).isEmpty();
        var elsewhere = Town.in(context).person("Cara Otherwhere", Role.COORDINATOR);
        refused(Refusal.NOT_FOUND, () -> reading.open(elsewhere, report));
        assertThat(reading.all(elsewhere)).isEmpty();
    }
}
