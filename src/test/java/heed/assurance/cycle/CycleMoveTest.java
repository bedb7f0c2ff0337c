package heed.assurance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** A cycle moves as the table says. */
class CycleMoveTest {
    @Test
    void every_state_is_reached_and_every_move_leads_somewhere_else() {
        var reached = EnumSet.noneOf(CycleState.class);
        for (var move : CycleMove.values()) {
            reached.add(move.to());
            assertThat(move.from()).as(move.name()).isNotEqualTo(move.to());
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(CycleState.class));
        assertThat(Arrays.stream(CycleMove.values()).filter(m -> m.from() == null)).containsExactly(CycleMove.PLAN);
    }

    @Test
    void only_the_archive_is_an_end() {
        for (var state : CycleState.values())
            assertThat(CycleMove.from(state).isEmpty()).as(state.name()).isEqualTo(state == CycleState.ARCHIVED);
    }

    @Test
    void what_goes_back_or_leaves_a_stage_out_needs_its_reason() {
        for (var move : CycleMove.values())
            if (move.from() != null && move.to().ordinal() != move.from().ordinal() + 1)
                assertThat(move.note()).as(move.name()).isTrue();
        assertThat(CycleMove.AGREE.note()).as("the board’s minute").isTrue();
    }
}
