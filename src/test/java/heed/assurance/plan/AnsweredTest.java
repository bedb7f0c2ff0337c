package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever was recommended or learned has an action or a recorded decision not to act: invariant 17. */
class AnsweredTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private static Recommendation asked(@Nullable Boolean acts) {
        return new Recommendation(UUID.randomUUID(), ActionSource.RECOMMENDATION, 2025, "1",
                new Recommendation.Words("Meet more often.", "A review"),
                acts == null ? null : new Recommendation.Decision(acts, DAY, "The group", "So it was agreed"), true, 1);
    }

    /** Every set of states that its actions can stand in, with each decision that can be recorded. */
    @Test
    void it_is_answered_by_an_action_or_a_decision_not_to_act_and_by_nothing_else() {
        var states = ActionState.values();
        int answered = 0;
        for (int set = 0; set < (1 << states.length); set++) {
            var actions = new ArrayList<ActionState>();
            for (int n = 0; n < states.length; n++)
                if (((set >> n) & 1) == 1)
                    actions.add(states[n]);
            for (var decision : Arrays.asList(null, true, false)) {
                var counts = actions.stream().anyMatch(s -> s.open() || s == ActionState.CLOSED)
                        || Boolean.FALSE.equals(decision);
                assertThat(Answered.of(asked(decision), actions).holds()).as("%s, acts: %s", actions, decision)
                        .isEqualTo(counts);
                answered += counts ? 1 : 0;
            }
        }
        assertThat(answered).isBetween(1, 3 * (1 << states.length) - 1);
    }

    @Test
    void what_was_given_up_without_a_decision_is_not_taken_for_answered() {
        assertThat(Answered.of(asked(true), List.of(ActionState.CANCELLED))).isEqualTo(Answered.GIVEN_UP);
        assertThat(Answered.of(asked(null), List.of())).isEqualTo(Answered.OPEN);
        assertThat(Answered.of(asked(true), List.of())).as("to act is decided, and nothing done")
                .isEqualTo(Answered.OPEN);
    }

    @ParameterizedTest
    @EnumSource(ActionSource.class)
    void findings_recommendations_and_learning_points_are_what_has_to_be_answered(ActionSource source) {
        assertThat(source.mustBeAnswered())
                .isEqualTo(source != ActionSource.RETURN_ITEM && source != ActionSource.TYPED);
    }
}
