package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.plan.PlanAction.Said;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans on a real database: what is kept, who sees what, and what becomes of a recommendation over years. */
@InTown
class PlansTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private Plans plans;
    @Autowired
    private ActionWork work;
    @Autowired
    private Posts posts;
    @Autowired
    private Recommendations recommendations;
    @Autowired
    private PlanReminders reminders;
    @Autowired
    private SetClock clock;
    private Town town;
    private Actor cora;
    private Actor dev;
    private Actor lena;
    private UUID plan;
    private UUID housing;

    @BeforeEach
    void a_plan_and_a_post() {
        clock.goTo(Instant.parse("2026-06-15T09:00:00Z"));
        town = Town.in(context);
        cora = town.person("Cora Vale", Role.COORDINATOR);
        dev = town.person("Dev Marsh", Role.COORDINATOR);
        lena = town.person("Lena Orton");
        plan = PlanOf.year(context, cora, 2026);
        housing = PlanOf.post(context, cora, "Housing lead", lena);
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    private ShownAction shown(Actor by, String ref) {
        return plans.action(by, ref).actions().getFirst();
    }

    private static void refused(Refusal kind, Runnable tried) {
        assertThatThrownBy(tried::run).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(kind));
    }

    @Test
    void an_action_comes_back_with_everything_that_was_said_of_it() {
        for (var words : List.of("March 2027", "Quarterly from May 2026", "All year", "Ongoing, reviewed monthly",
                "as and when", "between May 2026 and July 2026", "TBC")) {
            var ref = PlanOf.proposed(context, cora, plan, "Write to every landlord", words, housing);
            var a = shown(cora, ref).action();
            assertThat(a.words()).isEqualTo(PlanOf.words("Write to every landlord", words));
            assertThat(a.schedule()).isEqualTo(Timescales.read(words, PlanYear.financial(2026)).schedule());
            assertThat(a.leads()).containsExactly(housing);
            assertThat(a.state()).isEqualTo(ActionState.PROPOSED);
        }
        assertThat(plans.show(cora, plan).actions()).hasSize(7);
    }

    /** Invariant 14. */
    @Test
    void the_two_colours_stand_side_by_side_and_the_leads_never_replaces_heeds() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        work.judge(lena, ref, PlanColour.A, "Two posts are empty");
        var both = shown(cora, ref);
        assertThat(both.judgement().orElseThrow().colour()).isEqualTo(PlanColour.A);
        assertThat(both.judgement().orElseThrow().words()).isEqualTo("Two posts are empty");
        assertThat(both.computed()).isEqualTo(new Computed(PlanColour.G, Computed.Why.ON_TARGET));
        assertThat(both.differs()).isTrue();
        refused(Refusal.NOT_ALLOWED_NOW, () -> work.judge(lena, ref, PlanColour.G, " "));
        clock.goTo(Instant.parse("2027-04-01T09:00:00Z"));
        assertThat(shown(cora, ref).computed()).isEqualTo(new Computed(PlanColour.R, Computed.Why.OVERDUE));
    }

    /** Invariants 13 and 21. */
    @Test
    void an_action_turns_red_when_nobody_holds_the_post_that_leads_it() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        posts.release(cora, housing, posts.get(cora, housing).holders().getFirst().id(), LocalDate.of(2026, 6, 15));
        assertThat(shown(cora, ref).computed()).isEqualTo(new Computed(PlanColour.G, Computed.Why.ON_TARGET));
        clock.goTo(Instant.parse("2026-06-16T09:00:00Z"));
        assertThat(shown(cora, ref).computed()).isEqualTo(new Computed(PlanColour.R, Computed.Why.NO_LEAD));
        posts.hold(cora, housing, null, "Somebody Elsewhere", LocalDate.of(2026, 6, 16), null, false);
        assertThat(shown(cora, ref).computed()).isEqualTo(new Computed(PlanColour.G, Computed.Why.ON_TARGET));
    }

    @Test
    void leads_see_and_work_on_their_own_actions_only_and_only_while_they_hold_the_post() {
        var theirs = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var other = PlanOf.agreed(context, cora, plan, "Count the beds", "March 2027",
                PlanOf.post(context, cora, "Beds lead", dev));
        assertThat(plans.mine(lena).actions()).extracting(a -> a.action().ref()).containsExactly(theirs);
        work.progress(lena, theirs, "Half are written");
        refused(Refusal.NOT_FOUND, () -> plans.action(lena, other));
        refused(Refusal.NOT_FOUND, () -> work.progress(lena, other, "No"));
        refused(Refusal.NOT_FOUND, () -> plans.show(lena, plan));
        assertThat(plans.all(lena)).isEmpty();
        posts.hold(cora, housing, dev.staff(), "", LocalDate.of(2026, 6, 16), null, true);
        clock.goTo(Instant.parse("2026-06-16T09:00:00Z"));
        assertThat(plans.mine(lena).actions()).isEmpty();
        refused(Refusal.NOT_FOUND, () -> plans.action(lena, theirs));
        assertThat(plans.mine(dev).actions()).hasSize(2);
    }

    @Test
    void those_who_sign_off_read_plans_and_change_nothing() {
        var officer = town.person("Olu Baird", Role.ACCOUNTABLE_OFFICER);
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        assertThat(plans.show(officer, plan).actions()).hasSize(1);
        refused(Refusal.NOT_FOUND, () -> work.progress(officer, ref, "No"));
        refused(Refusal.NOT_FOUND, () -> plans.open(officer, PlanYear.financial(2027), "No", null));
    }

    @Test
    void nothing_is_there_for_another_council() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var stray = Town.in(context).person("Stray Keeper", Role.COORDINATOR);
        refused(Refusal.NOT_FOUND, () -> plans.show(stray, plan));
        refused(Refusal.NOT_FOUND, () -> plans.action(stray, ref));
        refused(Refusal.NOT_FOUND, () -> posts.get(stray, housing));
    }

    @Test
    void an_action_is_claimed_verified_by_somebody_else_and_closed_with_what_came_of_it() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        PlanOf.move(context, cora, ref, ActionMove.CLAIM, Said.of("All 40 letters are out"));
        refused(Refusal.NOT_ALLOWED_NOW, () -> PlanOf.move(context, cora, ref, ActionMove.VERIFY, Said.of("Yes")));
        PlanOf.move(context, dev, ref, ActionMove.VERIFY, Said.of("I saw the register"));
        refused(Refusal.NOT_ALLOWED_NOW, () -> PlanOf.move(context, cora, ref, ActionMove.CLOSE, Said.of("Done")));
        var result = new ActionResult("Letters went out", "Fewer people wait", List.of(ImpactLevel.LEVEL_1,
                ImpactLevel.LEVEL_3));
        PlanOf.move(context, cora, ref, ActionMove.CLOSE, new Said("", null, result, null));
        var closed = shown(cora, ref);
        assertThat(closed.action().standing().result()).isEqualTo(result);
        assertThat(closed.action().standing().verifiedBy()).isEqualTo(dev.staff());
        assertThat(closed.computed()).isEqualTo(new Computed(PlanColour.B, Computed.Why.CLOSED));
        refused(Refusal.NOT_ALLOWED_NOW, () -> work.progress(cora, ref, "More"));
        assertThat(closed.entries()).extracting(ActionEntry::move).containsExactly(ActionMove.CLOSE, ActionMove.VERIFY,
                ActionMove.CLAIM, ActionMove.AGREE, ActionMove.PROPOSE);
    }

    @Test
    void what_was_said_at_one_instant_stays_in_its_order() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        for (int n = 1; n <= 9; n++)
            work.judge(lena, ref, n == 9 ? PlanColour.R : PlanColour.A, "Reason " + n);
        assertThat(shown(cora, ref).entries()).extracting(ActionEntry::words).startsWith("Reason 9", "Reason 8",
                "Reason 7", "Reason 6", "Reason 5", "Reason 4", "Reason 3", "Reason 2", "Reason 1");
        assertThat(shown(cora, ref).judgement().orElseThrow().colour()).isEqualTo(PlanColour.R);
    }

    @Test
    void a_day_that_was_put_off_stays_in_the_history() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "June 2026", housing);
        int seen = shown(cora, ref).action().version();
        work.change(cora, ref, seen, PlanOf.words("Write to every landlord", "March 2027"), List.of());
        assertThat(shown(cora, ref).entries().getFirst().words())
                .isEqualTo("Timescale was: June 2026\nLead was: Housing lead (Lena Orton)");
        work.change(cora, ref, seen + 1, PlanOf.words("Write to every landlord", "March 2027"), List.of());
        assertThat(shown(cora, ref).entries()).as("nothing was changed").hasSize(3);
        refused(Refusal.NOT_ALLOWED_NOW, () -> work.change(cora, ref, seen + 1,
                PlanOf.words("x".repeat(4001), "March 2027"), List.of()));
    }

    @Test
    void whoever_said_that_it_is_complete_may_take_that_back_but_not_verify_it() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        PlanOf.move(context, cora, ref, ActionMove.CLAIM, Said.of("All 40 letters are out"));
        refused(Refusal.NOT_ALLOWED_NOW, () -> PlanOf.move(context, cora, ref, ActionMove.VERIFY, Said.of("Yes")));
        PlanOf.move(context, cora, ref, ActionMove.SEND_BACK, Said.of("Two came back"));
        assertThat(shown(cora, ref).action().state()).isEqualTo(ActionState.IN_PROGRESS);
    }

    @Test
    void what_is_due_first_stands_first() {
        var later = PlanOf.year(context, cora, 2027);
        var last = PlanOf.agreed(context, cora, later, "Count the chairs", "March 2028", housing);
        var open = PlanOf.agreed(context, cora, plan, "Meet", "quarterly", housing);
        var second = PlanOf.agreed(context, cora, plan, "Count the beds", "March 2027", housing);
        var first = PlanOf.agreed(context, cora, later, "Count the doors", "May 2026", housing);
        assertThat(plans.mine(lena).actions()).extracting(a -> a.action().ref()).containsExactly(first, second, last,
                open);
        assertThat(plans.open(cora).actions()).extracting(a -> a.action().ref()).containsExactly(first, second, last,
                open);
    }

    @Test
    void only_what_is_chosen_goes_on_and_with_the_milestones_that_were_not_met() {
        var left = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        var other = PlanOf.agreed(context, cora, plan, "Count the beds", "May 2026", housing);
        work.milestone(cora, left, "Half of them", LocalDate.of(2026, 9, 1));
        work.milestone(cora, left, "A list", LocalDate.of(2026, 6, 1));
        work.met(cora, left, shown(cora, left).milestones().getFirst().id());
        var next = PlanOf.year(context, cora, 2027);
        assertThat(plans.carry(cora, plan, next, left::equals)).isEqualTo(1);
        assertThat(shown(cora, other).action().state()).isEqualTo(ActionState.AGREED);
        assertThat(plans.show(cora, next).actions().getFirst().milestones())
                .extracting(Milestone::what, Milestone::due, Milestone::metOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Half of them", LocalDate.of(2026, 9, 1), null));
    }

    /** Invariant 16. */
    @Test
    void the_database_itself_refuses_a_closed_action_without_outcome_and_verifier() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        assertThatThrownBy(() -> context.getBean(Transactions.class).inScope(cora.scope(),
                () -> context.getBean(JdbcClient.class)
                        .sql("update assurance.action set state = 'CLOSED' where ref = :ref")
                        .param("ref", ref).update()))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    @Test
    void of_two_who_change_an_action_the_second_is_told() {
        var ref = PlanOf.proposed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        int seen = shown(cora, ref).action().version();
        work.change(cora, ref, seen, PlanOf.words("Write to every landlord twice", "March 2027"), List.of(housing));
        refused(Refusal.MOVED_ON, () -> work.change(dev, ref, seen, PlanOf.words("Ring them", "May 2027"), List.of()));
        assertThat(shown(cora, ref).action().words().action()).isEqualTo("Write to every landlord twice");
    }

    @Test
    void next_years_plan_carries_what_is_left_with_its_lineage_and_reads_timescales_for_its_own_year() {
        var left = PlanOf.agreed(context, cora, plan, "Write to every landlord", "All year", housing);
        var over = PlanOf.agreed(context, cora, plan, "Count the beds", "May 2026", housing);
        PlanOf.move(context, cora, over, ActionMove.CANCEL, Said.of("The beds are gone"));
        var next = PlanOf.year(context, cora, 2027);
        assertThat(plans.carry(cora, plan, next)).isEqualTo(1);
        var fresh = plans.show(cora, next).actions().getFirst().action();
        var old = shown(cora, left).action();
        assertThat(old.state()).isEqualTo(ActionState.CARRIED_FORWARD);
        assertThat(old.standing().carriedTo()).isEqualTo(fresh.id());
        assertThat(fresh.origin().comesFrom()).isEqualTo(old.id());
        assertThat(fresh.state()).isEqualTo(ActionState.PROPOSED);
        assertThat(fresh.schedule())
                .isEqualTo(new Schedule.Between(LocalDate.of(2027, 4, 1), LocalDate.of(2028, 3, 31)));
        assertThat(shown(cora, left).computed()).isNull();
        refused(Refusal.NOT_ALLOWED_NOW, () -> plans.carry(cora, next, plan));
    }

    /** Invariant 17. */
    @Test
    void what_happened_to_a_recommendation_is_told_over_years() {
        var id = recommendations.add(cora, ActionSource.RECOMMENDATION, 2013, "3",
                new Recommendation.Words("Meet more often.", "A review"));
        assertThat(recommendations.get(cora, id).answered()).isEqualTo(Answered.OPEN);
        recommendations.decide(cora, id, new Recommendation.Decision(false, LocalDate.of(2026, 5, 1),
                "The strategic group", "It meets often enough"));
        assertThat(recommendations.get(cora, id).answered()).isEqualTo(Answered.NOT_TO_ACT);
        var ref = work.propose(cora, plan, new PlanAction.Origin(ActionSource.RECOMMENDATION, id, "3", null),
                PlanOf.words("Meet every month", "monthly"), List.of(housing));
        assertThat(recommendations.get(cora, id).answered()).isEqualTo(Answered.IN_HAND);
        var next = PlanOf.year(context, cora, 2027);
        plans.carry(cora, plan, next);
        var followed = recommendations.get(cora, id);
        assertThat(followed.answered()).isEqualTo(Answered.IN_HAND);
        assertThat(followed.sheet().actions()).extracting(a -> a.action().state())
                .containsExactly(ActionState.CARRIED_FORWARD, ActionState.PROPOSED);
        assertThat(followed.sheet().actions().getFirst().action().ref()).isEqualTo(ref);
        PlanOf.move(context, cora, followed.sheet().actions().getLast().action().ref(), ActionMove.CANCEL,
                Said.of("No room"));
        assertThat(recommendations.get(cora, id).answered()).isEqualTo(Answered.NOT_TO_ACT);
        recommendations.decide(cora, id,
                new Recommendation.Decision(true, LocalDate.of(2026, 6, 1), "The strategic group", "After all"));
        assertThat(recommendations.get(cora, id).answered()).isEqualTo(Answered.GIVEN_UP);
        refused(Refusal.NOT_ALLOWED_NOW, () -> recommendations.add(cora, ActionSource.RECOMMENDATION, 2013, "3",
                new Recommendation.Words("Meet more often.", "A review")));
    }

    /** Invariant 13. */
    @Test
    void initials_typed_wrongly_find_nobody_once_they_are_corrected_and_ended_ones_find_the_post_until_then() {
        var from = LocalDate.of(2026, 1, 1);
        posts.alias(cora, housing, "LQ", from, null);
        var wrong = posts.get(cora, housing).aliases().getFirst();
        refused(Refusal.NOT_FOUND, () -> posts.correctAlias(lena, housing, wrong, "LO", from, null));
        refused(Refusal.NOT_ALLOWED_NOW, () -> posts.correctAlias(cora, housing, wrong, " ", from, null));
        refused(Refusal.NOT_ALLOWED_NOW,
                () -> posts.correctAlias(cora, housing, wrong, "LO", from, from.minusDays(1)));
        posts.correctAlias(cora, housing, wrong, "LQ", from, null);
        assertThat(posts.get(cora, housing).aliases()).as("nothing was changed").containsExactly(wrong);
        posts.correctAlias(cora, housing, wrong, "LO", from, null);
        refused(Refusal.MOVED_ON, () -> posts.correctAlias(dev, housing, wrong, "LX", from, null));
        refused(Refusal.MOVED_ON, () -> posts.setAliasAside(dev, housing, wrong));
        var today = posts.today(cora);
        assertThat(posts.all(cora).resolve("LO", today).posts()).containsExactly(housing);
        assertThat(posts.all(cora).resolve("LQ", today).unknown()).containsExactly("LQ");
        assertThat(posts.open(cora, housing).setAside()).singleElement().satisfies(s -> {
            assertThat(s.alias()).isEqualTo(wrong);
            assertThat(s.by()).isEqualTo(cora.staff());
        });
        var right = posts.get(cora, housing).aliases().getFirst();
        posts.correctAlias(cora, housing, right, "LO", from, today.minusDays(1));
        assertThat(posts.all(cora).resolve("LO", today).unknown()).containsExactly("LO");
        assertThat(posts.all(cora).resolve("LO", today.minusDays(1)).posts()).containsExactly(housing);
        assertThat(posts.open(cora, housing).setAside()).as("ended, not wrong").hasSize(1);
        var ended = posts.get(cora, housing).aliases().getFirst();
        refused(Refusal.MOVED_ON, () -> posts.setAliasAside(cora, housing, right));
        posts.setAliasAside(cora, housing, ended);
        assertThat(posts.all(cora).resolve("LO", today.minusDays(1)).unknown()).containsExactly("LO");
        assertThat(town.texts("select act from platform.trail where act like 'post.alias-%' order by at, act"))
                .containsExactlyInAnyOrder("post.alias-correct", "post.alias-end", "post.alias-set-aside");
    }

    @Test
    void a_recommendation_typed_wrongly_is_corrected_and_what_it_said_before_stays() {
        var id = recommendations.add(cora, ActionSource.RECOMMENDATION, 2031, "3",
                new Recommendation.Words("Meat more often.", "A reveiw"));
        var other = recommendations.add(cora, ActionSource.RECOMMENDATION, 2013, "4",
                new Recommendation.Words("Meet less often.", "A review"));
        var ref = work.propose(cora, plan, new PlanAction.Origin(ActionSource.RECOMMENDATION, id, "3", null),
                PlanOf.words("Meet every month", "monthly"), List.of(housing));
        var right = new Recommendation.Words("Meet more often.", "A review");
        refused(Refusal.NOT_FOUND, () -> recommendations.correct(lena, id, 1, 2013, "3.1", right));
        refused(Refusal.NOT_ALLOWED_NOW, () -> recommendations.correct(cora, id, 1, 2013, "4", right));
        refused(Refusal.NOT_ALLOWED_NOW, () -> recommendations.correct(cora, id, 1, 2013, " ", right));
        recommendations.correct(cora, id, 1, 2013, "3.1", right);
        recommendations.correct(cora, id, 2, 2013, "3.1", right);
        refused(Refusal.MOVED_ON, () -> recommendations.correct(dev, id, 1, 2013, "5", right));
        var now = recommendations.get(dev, id);
        assertThat(now.recommendation().title()).isEqualTo("Recommendation 3.1 of 2013");
        assertThat(now.recommendation().words()).isEqualTo(right);
        assertThat(now.answered()).isEqualTo(Answered.IN_HAND);
        assertThat(now.corrected()).as("what was so already is no correction").singleElement().satisfies(c -> {
            assertThat(c.year()).isEqualTo(2031);
            assertThat(c.code()).isEqualTo("3");
            assertThat(c.words()).isEqualTo(new Recommendation.Words("Meat more often.", "A reveiw"));
            assertThat(c.by()).isEqualTo(cora.staff());
            assertThat(c.at()).isEqualTo(clock.instant());
        });
        assertThat(shown(cora, ref).action().origin().code()).as("what answers it names it right").isEqualTo("3.1");
        assertThat(recommendations.get(cora, other).corrected()).isEmpty();
        assertThat(town.texts("select act from platform.trail where record_id = '" + id + "' and act like '%correct'"))
                .containsExactly("recommendation.correct");
    }

    @Test
    void a_recommendation_that_came_in_with_a_paper_says_what_the_paper_says() {
        var id = recommendations.add(cora, ActionSource.FINDING, 2013, "3",
                new Recommendation.Words("Meet more often.", "A review"), UUID.randomUUID());
        refused(Refusal.NOT_ALLOWED_NOW, () -> recommendations.correct(cora, id, 1, 2013, "3",
                new Recommendation.Words("Meet less often.", "A review")));
        assertThat(recommendations.get(cora, id).recommendation().typed()).isFalse();
    }

    private List<String> written(Actor to) {
        return context.getBean(Transactions.class).inScope(cora.scope(), () -> context.getBean(JdbcClient.class)
                .sql("select kind from platform.outbox where recipient = :to order by written_at, kind")
                .param("to", to.staff()).query(String.class).list());
    }

    @Test
    void those_whom_a_move_calls_on_are_written_to_and_never_whoever_made_it() {
        var ref = PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        assertThat(written(lena)).containsExactly("ACTION_AGREED");
        PlanOf.move(context, lena, ref, ActionMove.CLAIM, Said.of("All 40 letters are out"));
        assertThat(written(cora)).containsExactly("ACTION_TO_VERIFY");
        assertThat(written(dev)).containsExactly("ACTION_TO_VERIFY");
        PlanOf.move(context, dev, ref, ActionMove.SEND_BACK, Said.of("Two came back"));
        assertThat(written(lena)).containsExactlyInAnyOrder("ACTION_AGREED", "ACTION_SENT_BACK");
    }

    @Test
    void a_lead_of_several_gets_one_mail() {
        PlanOf.agreed(context, cora, plan, "Write to every landlord", "June 2026", housing);
        PlanOf.agreed(context, cora, plan, "Count the beds", "June 2026", housing);
        clock.goTo(Instant.parse("2026-06-16T09:00:00Z"));
        assertThat(reminders.look(Actor.system(cora.scope()))).isEqualTo(1);
        assertThat(written(lena)).filteredOn(k -> k.contains("NEED")).containsExactly("ACTIONS_NEED_YOU");
    }

    @Test
    void nobody_holds_a_post_twice_on_one_day() {
        refused(Refusal.NOT_ALLOWED_NOW,
                () -> posts.hold(cora, housing, lena.staff(), "", LocalDate.of(2026, 6, 1), null, false));
        posts.hold(cora, housing, null, "Rosa Salt", LocalDate.of(2026, 6, 1), null, false);
        refused(Refusal.NOT_ALLOWED_NOW,
                () -> posts.hold(cora, housing, null, "rosa salt", LocalDate.of(2026, 6, 2), null, false));
    }

    @Test
    void a_lead_is_written_to_about_an_action_once_a_week() {
        PlanOf.agreed(context, cora, plan, "Write to every landlord", "June 2026", housing);
        PlanOf.agreed(context, cora, plan, "Count the beds", "March 2027", housing);
        PlanOf.proposed(context, cora, plan, "Count the chairs", "May 2026", housing);
        var system = Actor.system(cora.scope());
        assertThat(reminders.look(system)).isZero();
        clock.goTo(Instant.parse("2026-06-16T09:00:00Z"));
        assertThat(reminders.look(system)).isEqualTo(1);
        assertThat(reminders.look(system)).isZero();
        clock.goTo(Instant.parse("2026-06-22T09:00:00Z"));
        assertThat(reminders.look(system)).isZero();
        clock.goTo(Instant.parse("2026-06-23T09:00:00Z"));
        assertThat(reminders.look(system)).isEqualTo(1);
    }
}
