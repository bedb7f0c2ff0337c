package heed.assurance.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.platform.Refused;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where a paper may go from where. */
class PaperMovesTest {
    @Test
    void a_paper_moves_from_every_state_where_the_table_says_and_from_no_other() {
        for (var move : PaperMove.values())
            for (var state : PaperState.values())
                if (move.from() == state)
                    move.mustStartFrom(state);
                else
                    assertThatThrownBy(() -> move.mustStartFrom(state)).as("%s from %s", move, state)
                            .isInstanceOf(Refused.class);
    }

    @Test
    void every_state_is_reached_and_only_an_accepted_paper_cannot_be_given_up() {
        assertThat(Arrays.stream(PaperMove.values()).map(PaperMove::to).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(PaperState.class));
        for (var state : PaperState.values()) {
            assertThat(Arrays.stream(PaperMove.values())).as("%s", state).anyMatch(m -> m.from() == state);
            if (state != PaperState.ACCEPTED)
                PaperMove.mayBeGivenUp(state);
        }
        assertThatThrownBy(() -> PaperMove.mayBeGivenUp(PaperState.ACCEPTED)).isInstanceOf(Refused.class);
    }

    @Test
    void a_paper_is_read_again_once_it_was_read_or_could_not_be() {
        assertThat(Arrays.stream(PaperState.values()).filter(PaperMove::mayBeReadAgain)).containsExactlyInAnyOrder(
                PaperState.READ, PaperState.UNREADABLE);
        assertThatThrownBy(() -> PaperMove.mustBeReadable(PaperState.WAITING)).isInstanceOf(Refused.class);
    }
}
