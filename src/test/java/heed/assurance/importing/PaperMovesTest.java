package heed.assurance.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.platform.Refused;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where a paper may go from where. */
class PaperMovesTest {
    @Test
    void a_paper_moves_from_every_state_where_the_table_says_and_from_no_other() {
        for (var move : PaperMove.values())
            for (var state : PaperState.values())
                if (move.from().contains(state))
                    move.mustStartFrom(state);
                else
                    assertThatThrownBy(() -> move.mustStartFrom(state)).as("%s from %s", move, state)
                            .isInstanceOf(Refused.class);
    }

    @Test
    void every_state_is_reached_and_only_an_accepted_paper_stays_for_ever() {
        assertThat(Arrays.stream(PaperMove.values()).map(PaperMove::to).filter(Objects::nonNull)
                .collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(PaperState.class));
        for (var state : PaperState.values())
            assertThat(Arrays.stream(PaperMove.values()).anyMatch(m -> m.from().contains(state))).as("%s", state)
                    .isEqualTo(state != PaperState.ACCEPTED);
        assertThat(PaperMove.ACCEPT.from()).isEqualTo(Set.of(PaperState.READ));
        assertThat(PaperMove.BRING.from()).isEmpty();
    }
}
