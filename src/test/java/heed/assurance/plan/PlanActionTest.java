package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.access.Permission;
import heed.assurance.plan.PlanAction.Said;
import heed.platform.Actor;
import heed.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each move, made on an action that stands everywhere it can stand. */
class PlanActionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private final Actor keeper = actor(Permission.KEEP_PLANS.name());
    private final Actor lead = actor();
    private final Said full = new Said("Because it is so", TODAY.plusDays(10),
            new ActionResult("It was done", "Staff say so", List.of(ImpactLevel.LEVEL_2)), UUID.randomUUID());

    private static Actor actor(String... permissions) {
        return new Actor(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(permissions), "192.0.2.1");
    }

    private PlanAction standing(ActionState state, String timescale) {
        var done = state == ActionState.CLAIMED_COMPLETE || state == ActionState.VERIFIED;
        return new PlanAction(UUID.randomUUID(), "P-0000-00", UUID.randomUUID(), 1, PlanAction.Origin.TYPED,
                ActionWords.NONE, Timescales.read(timescale, null).schedule(), List.of(),
                new Standing(state, TODAY.minusDays(50), null, done ? lead.staff() : null, null, null, null, null,
                        null, null),
                3);
    }

    @Test
    void from_every_state_the_moves_of_the_table_work_and_all_others_are_refused() {
        int worked = 0;
        int refused = 0;
        for (var state : ActionState.values())
            for (var move : ActionMove.values()) {
                var action = standing(state, "March 2027");
                if (move.mayStartFrom(state)) {
                    assertThat(action.move(move, full, keeper, false, TODAY).state()).isEqualTo(move.to());
                    worked++;
                } else {
                    assertThatThrownBy(() -> action.move(move, full, keeper, false, TODAY))
                            .as("%s from %s", move, state)
                            .isInstanceOf(Refused.class);
                    refused++;
                }
            }
        assertThat(worked).isEqualTo(20);
        assertThat(refused).isEqualTo(ActionState.values().length * ActionMove.values().length - 20);
    }

    @Test
    void nothing_is_moved_without_what_the_move_needs() {
        for (var state : ActionState.values())
            for (var move : ActionMove.from(state)) {
                var needs = move.needs() != ActionMove.Needs.NOTHING;
                var action = standing(state, move == ActionMove.AGREE ? "ongoing" : "March 2027");
                if (needs)
                    assertThatThrownBy(() -> action.move(move, Said.NOTHING, keeper, true, TODAY)).as(move.name())
                            .isInstanceOf(Refused.class);
                else
                    assertThat(action.move(move, Said.NOTHING, keeper, true, TODAY).state()).isEqualTo(move.to());
            }
    }

    /** Invariant 15. */
    @Test
    void what_never_ends_is_agreed_only_with_a_review() {
        assertThatThrownBy(() -> standing(ActionState.PROPOSED, "ongoing").move(ActionMove.AGREE, full, keeper, false,
                TODAY)).isInstanceOf(Refused.class);
        assertThat(standing(ActionState.PROPOSED, "ongoing, reviewed quarterly")
                .move(ActionMove.AGREE, full, keeper, false, TODAY).standing().agreedOn()).isEqualTo(TODAY);
    }

    @Test
    void leads_do_the_work_and_those_who_keep_plans_the_rest() {
        for (var state : ActionState.values())
            for (var move : ActionMove.from(state)) {
                assertThat(standing(state, "March 2027").may(move, lead, true)).as(move.name())
                        .isEqualTo(move.who() == ActionMove.Who.LEAD);
                assertThat(standing(state, "March 2027").may(move, lead, false)).as(move.name()).isFalse();
            }
    }

    @Test
    void whoever_claimed_it_does_not_verify_it() {
        var claimed = standing(ActionState.IN_PROGRESS, "March 2027").move(ActionMove.CLAIM, full, keeper, false,
                TODAY);
        assertThatThrownBy(() -> claimed.move(ActionMove.VERIFY, full, keeper, false, TODAY))
                .isInstanceOf(Refused.class);
        var verifier = actor(Permission.KEEP_PLANS.name());
        var verified = claimed.move(ActionMove.VERIFY, full, verifier, false, TODAY);
        assertThat(verified.standing().verifiedBy()).isEqualTo(verifier.staff());
        assertThat(verified.standing().claimedBy()).isEqualTo(keeper.staff());
    }

    /** Invariant 16. */
    @Test
    void closing_records_outcome_impact_and_its_level() {
        var verified = standing(ActionState.VERIFIED, "March 2027");
        for (var missing : List.of(new ActionResult("", "b", List.of(ImpactLevel.LEVEL_1)),
                new ActionResult("a", " ", List.of(ImpactLevel.LEVEL_1)), new ActionResult("a", "b", List.of())))
            assertThatThrownBy(() -> verified.move(ActionMove.CLOSE, new Said("", null, missing, null), keeper, false,
                    TODAY)).isInstanceOf(Refused.class);
        assertThat(verified.move(ActionMove.CLOSE, full, keeper, false, TODAY).standing().result())
                .isEqualTo(full.result());
    }

    @Test
    void a_review_of_what_is_on_hold_lies_ahead() {
        var going = standing(ActionState.IN_PROGRESS, "March 2027");
        assertThatThrownBy(() -> going.move(ActionMove.HOLD, new Said("Waits", TODAY.minusDays(1), null, null), lead,
                true, TODAY)).isInstanceOf(Refused.class);
        assertThat(going.move(ActionMove.HOLD, full, lead, true, TODAY).standing().reviewOn())
                .isEqualTo(full.review());
    }

    @Test
    void what_was_agreed_keeps_a_timescale_that_was_understood() {
        var unread = Timescales.read("soon", null).schedule();
        assertThatThrownBy(() -> standing(ActionState.AGREED, "March 2027").said(ActionWords.NONE, unread, List.of()))
                .isInstanceOf(Refused.class);
        assertThat(standing(ActionState.PROPOSED, "March 2027").said(ActionWords.NONE, unread, List.of()).schedule())
                .isEqualTo(unread);
        assertThat(standing(ActionState.CLAIMED_COMPLETE, "").said(ActionWords.NONE, unread, List.of()).schedule())
                .as("what is done needs no day any more").isEqualTo(unread);
        assertThatThrownBy(() -> standing(ActionState.CLOSED, "March 2027").said(ActionWords.NONE,
                Timescales.read("June 2027", null).schedule(), List.of())).isInstanceOf(Refused.class);
    }
}
