package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.exercise.ReturnMove.Who;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** A return and its evidence move as their tables say: invariant 1. */
class ReturnMovesTest {
    @Test
    void every_state_of_a_return_is_reached_from_its_beginning() {
        var reached = EnumSet.noneOf(ReturnState.class);
        var open = new ArrayDeque<ReturnState>();
        Arrays.stream(ReturnMove.values()).filter(m -> m.from() == null).forEach(m -> open.add(m.to()));
        while (!open.isEmpty()) {
            var state = open.remove();
            if (reached.add(state))
                ReturnMove.from(state).forEach(m -> open.add(m.to()));
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(ReturnState.class));
        assertThat(ReturnMove.values()).allSatisfy(m -> assertThat(m.from()).isNotEqualTo(m.to()));
    }

    @Test
    void nothing_leads_from_signed_off_back_to_where_answers_are_written() {
        for (var state : ReturnState.values())
            if (state.fixed()) {
                var reached = EnumSet.noneOf(ReturnState.class);
                var open = new ArrayDeque<ReturnState>(java.util.List.of(state));
                while (!open.isEmpty())
                    ReturnMove.from(open.remove()).stream().map(ReturnMove::to).filter(reached::add).forEach(open::add);
                assertThat(reached).as("from %s", state).allSatisfy(s -> assertThat(s.fixed()).isTrue());
            }
    }

    @Test
    void each_state_is_open_in_review_or_fixed_and_the_board_has_it_after_signing_off_only() {
        assertThat(Arrays.stream(ReturnState.values()).filter(ReturnState::open)).containsExactly(
                ReturnState.NOT_STARTED, ReturnState.IN_PROGRESS);
        assertThat(Arrays.stream(ReturnState.values()).filter(s -> !s.open() && !s.fixed()))
                .containsExactly(ReturnState.INTERNAL_REVIEW);
        assertThat(Arrays.stream(ReturnState.values()).filter(s -> s.fixed() && !s.submitted()))
                .containsExactly(ReturnState.SIGNED_OFF);
    }

    @Test
    void what_opens_it_again_or_sends_it_back_needs_words() {
        assertThat(Arrays.stream(ReturnMove.values()).filter(ReturnMove::note))
                .containsExactly(ReturnMove.AMEND, ReturnMove.GO_ON_WRITING, ReturnMove.SEND_BACK);
    }

    @Test
    void the_board_moves_what_it_has_and_nothing_else() {
        for (var move : ReturnMove.values()) {
            var from = move.from();
            assertThat(move.who() == Who.BOARD).as("%s", move).isEqualTo(from != null && from.submitted());
        }
    }

    @Test
    void signing_off_is_for_whoever_is_accountable_and_only_with_nothing_missing() {
        assertThat(ReturnMove.SIGN_OFF.who()).isEqualTo(Who.SIGNATORY);
        assertThat(ReturnMove.SIGN_OFF.guard()).isEqualTo(ReturnMove.Guard.NOTHING_MISSING);
    }

    @Test
    void every_state_of_evidence_is_reached_and_only_two_are_read_as_part_of_an_answer() {
        var reached = EnumSet.noneOf(EvidenceState.class);
        for (var move : EvidenceMove.values()) {
            reached.add(move.to());
            assertThat(move.from()).isNotEqualTo(move.to());
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(EvidenceState.class));
        assertThat(Arrays.stream(EvidenceState.values()).filter(EvidenceState::live))
                .containsExactly(EvidenceState.PROPOSED, EvidenceState.ACCEPTED);
        assertThat(EvidenceMove.from(EvidenceState.SUPERSEDED)).isEmpty();
        assertThat(EvidenceMove.from(EvidenceState.WITHDRAWN)).isEmpty();
    }
}
