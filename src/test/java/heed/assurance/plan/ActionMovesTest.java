package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The moves of an action, as a whole. What each does to one is in {@link PlanActionTest}. */
class ActionMovesTest {
    @Test
    void every_state_is_reached_and_every_move_leads_somewhere_else() {
        var reached = EnumSet.noneOf(ActionState.class);
        for (var move : ActionMove.values()) {
            reached.add(move.to());
            assertThat(move.mayStartFrom(move.to())).as(move.name()).isFalse();
            assertThat(move.mayStartFrom(null)).as(move.name()).isEqualTo(move == ActionMove.PROPOSE);
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(ActionState.class));
    }

    @Test
    void only_what_is_over_has_no_move_left() {
        for (var state : ActionState.values())
            assertThat(ActionMove.from(state).isEmpty()).as(state.name()).isEqualTo(!state.open());
    }

    @Test
    void nothing_is_closed_that_was_not_verified_and_nothing_verified_that_was_not_claimed() {
        assertThat(into(ActionState.CLOSED)).containsExactly(ActionState.VERIFIED);
        assertThat(into(ActionState.VERIFIED)).containsExactly(ActionState.CLAIMED_COMPLETE);
    }

    private static EnumSet<ActionState> into(ActionState to) {
        return Arrays.stream(ActionState.values())
                .filter(s -> ActionMove.from(s).stream().anyMatch(m -> m.to() == to))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ActionState.class)));
    }
}
