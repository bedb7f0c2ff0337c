package heed.assurance.check;

import heed.assurance.evidence.Window;
import java.time.LocalDate;
import java.util.List;

/**
 * A return to be checked.
 *
 * @param answers   in its order
 * @param window    the days that evidence has to be about
 * @param writtenOn the day from which "last month" is counted
 */
public record Draft(List<Answer> answers, Window window, LocalDate writtenOn) {
    /** Copies the answers. */
    public Draft {
        answers = List.copyOf(answers);
    }
}
