package heed.assurance.plan;

import java.util.Collection;
import java.util.List;

/** How a recommendation stands to invariant 17: an action, or a recorded decision not to act. */
public enum Answered {
    /** Everything done for it is closed, with what came of it. */
    DONE("Done", "green"),
    /** Something is being done. */
    IN_HAND("In hand", "blue"),
    /** It was decided not to act. */
    NOT_TO_ACT("Decided not to act", "grey"),
    /** What was begun was given up, and nobody decided not to act. */
    GIVEN_UP("Given up without a decision", "red"),
    /** Neither an action nor a decision. */
    OPEN("Not answered", "red");

    private final String words;
    private final String colour;

    Answered(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    /** As shown. */
    public String words() {
        return words;
    }

    /** The colour of its tag. */
    public String colour() {
        return colour;
    }

    /** How one stands. Actions carried forward count as what they became, which is among the others. */
    public static Answered of(Recommendation recommendation, Collection<ActionState> actions) {
        var decision = recommendation.decision();
        List<ActionState> last = actions.stream().filter(s -> s != ActionState.CARRIED_FORWARD).toList();
        if (last.stream().anyMatch(ActionState::open))
            return IN_HAND;
        if (last.contains(ActionState.CLOSED))
            return DONE;
        if (decision != null && !decision.acts())
            return NOT_TO_ACT;
        return last.isEmpty() ? OPEN : GIVEN_UP;
    }

    /** Whether invariant 17 holds. */
    public boolean holds() {
        return this != OPEN && this != GIVEN_UP;
    }
}
