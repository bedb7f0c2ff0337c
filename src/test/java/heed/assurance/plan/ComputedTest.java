package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.plan.Computed.Facts;
import heed.assurance.plan.Computed.Why;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Heed's colour for an action follows from facts, in this order (invariants 13 to 15). */
class ComputedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final LocalDate AGREED = LocalDate.of(2026, 4, 1);

    private static Facts facts(ActionState state, String words) {
        return new Facts(state, Timescales.read(words, null).schedule(), true, null, List.of(), AGREED, null, null);
    }

    private static Facts going(String words) {
        return facts(ActionState.IN_PROGRESS, words);
    }

    private static Facts lead(Facts f, @Nullable PlanColour lead) {
        return new Facts(f.state(), f.schedule(), f.led(), lead, f.milestones(), f.begins(), f.lastNews(),
                f.reviewOn());
    }

    private static Facts unled(Facts f) {
        return new Facts(f.state(), f.schedule(), false, f.lead(), f.milestones(), f.begins(), f.lastNews(),
                f.reviewOn());
    }

    private static Facts behind(Facts f, String day) {
        return new Facts(f.state(), f.schedule(), f.led(), f.lead(), List.of(LocalDate.parse(day)), f.begins(),
                f.lastNews(), f.reviewOn());
    }

    private static Facts news(Facts f, String day) {
        return new Facts(f.state(), f.schedule(), f.led(), f.lead(), f.milestones(), f.begins(), LocalDate.parse(day),
                f.reviewOn());
    }

    private static Why why(Facts facts) {
        return Computed.on(TODAY, facts).orElseThrow().why();
    }

    @Test
    void only_what_is_closed_is_blue() {
        for (var state : ActionState.values())
            Computed.on(TODAY, facts(state, "as and when")).ifPresent(c -> assertThat(c.colour() == PlanColour.B)
                    .as(state.name()).isEqualTo(state == ActionState.CLOSED));
    }

    @Test
    void what_was_cancelled_or_carried_forward_has_no_colour() {
        assertThat(Computed.on(TODAY, facts(ActionState.CANCELLED, "May 2026"))).isEmpty();
        assertThat(Computed.on(TODAY, facts(ActionState.CARRIED_FORWARD, "May 2026"))).isEmpty();
    }

    @Test
    void it_is_red_the_day_after_its_last_day() {
        assertThat(why(going("15 June 2026"))).isEqualTo(Why.ON_TARGET);
        assertThat(why(going("14 June 2026"))).isEqualTo(Why.OVERDUE);
        assertThat(why(going("May 2026"))).isEqualTo(Why.OVERDUE);
        assertThat(why(going("2025/26"))).isEqualTo(Why.OVERDUE);
        assertThat(Computed.on(TODAY, going("May 2026")).orElseThrow().colour()).isEqualTo(PlanColour.R);
    }

    @Test
    void what_its_lead_has_completed_is_no_longer_late() {
        assertThat(why(facts(ActionState.CLAIMED_COMPLETE, "May 2026"))).isEqualTo(Why.ON_TARGET);
        assertThat(why(facts(ActionState.VERIFIED, "May 2026"))).isEqualTo(Why.ON_TARGET);
        assertThat(why(facts(ActionState.ON_HOLD, "May 2026"))).isEqualTo(Why.OVERDUE);
    }

    @Test
    void it_is_red_without_a_lead_and_where_the_lead_says_that_the_risk_is_high() {
        assertThat(why(unled(going("December 2026")))).isEqualTo(Why.NO_LEAD);
        assertThat(why(lead(going("December 2026"), PlanColour.R))).isEqualTo(Why.HIGH_RISK);
        assertThat(why(lead(going("December 2026"), PlanColour.A))).isEqualTo(Why.ON_TARGET);
    }

    @Test
    void it_is_amber_where_it_is_due_within_thirty_days_and_a_milestone_is_behind() {
        assertThat(why(behind(going("15 July 2026"), "2026-06-14"))).isEqualTo(Why.MILESTONE_BEHIND);
        assertThat(why(behind(going("15 July 2026"), "2026-06-15"))).isEqualTo(Why.ON_TARGET);
        assertThat(why(behind(going("16 July 2026"), "2026-06-14"))).isEqualTo(Why.ON_TARGET);
        assertThat(why(going("20 June 2026"))).isEqualTo(Why.ON_TARGET);
    }

    @Test
    void it_is_amber_where_a_review_was_missed() {
        assertThat(why(going("monthly"))).isEqualTo(Why.REVIEW_MISSED);
        assertThat(why(news(going("monthly"), "2026-05-15"))).isEqualTo(Why.ON_TARGET);
        assertThat(why(news(going("monthly"), "2026-05-14"))).isEqualTo(Why.REVIEW_MISSED);
        assertThat(why(going("quarterly"))).isEqualTo(Why.ON_TARGET);
        assertThat(why(going("ongoing, reviewed monthly"))).isEqualTo(Why.REVIEW_MISSED);
        assertThat(why(going("monthly from June 2026"))).isEqualTo(Why.ON_TARGET);
        assertThat(why(facts(ActionState.PROPOSED, "monthly"))).isEqualTo(Why.ON_TARGET);
    }

    @Test
    void what_is_on_hold_is_amber_when_its_review_day_has_gone_by() {
        var f = facts(ActionState.ON_HOLD, "as and when");
        assertThat(why(new Facts(f.state(), f.schedule(), true, null, List.of(), AGREED, null, TODAY)))
                .isEqualTo(Why.ON_TARGET);
        assertThat(why(new Facts(f.state(), f.schedule(), true, null, List.of(), AGREED, null, TODAY.minusDays(1))))
                .isEqualTo(Why.REVIEW_MISSED);
    }

    @Test
    void the_worst_reason_is_the_one_that_is_given() {
        var bad = behind(lead(unled(going("May 2026")), PlanColour.R), "2026-05-01");
        assertThat(why(bad)).isEqualTo(Why.OVERDUE);
        assertThat(why(lead(unled(going("December 2026")), PlanColour.R))).isEqualTo(Why.NO_LEAD);
    }

    @Test
    void a_colour_prints_its_letter_its_word_and_what_it_means() {
        assertThat(PlanColour.A.inFull()).isEqualTo("A Amber: May be late");
    }
}
