package heed.assurance.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for, or what was learned.
 *
 * @param kind     one that {@linkplain ActionSource#mustBeAnswered() must be answered}
 * @param year     of the paper it stands in
 * @param code     its number there
 * @param words    what it says, and where it comes from
 * @param decision the last decision on whether to act; null where nobody decided
 */
public record Recommendation(UUID id, ActionSource kind, int year, String code, Words words,
        @Nullable Decision decision) {
    /**
     * The encrypted part.
     *
     * @param text what it says, parts of it each on a line
     * @param from the paper it stands in
     */
    public record Words(String text, String from) {
        /** Keeps the words out of logs. */
        @Override
        public String toString() {
            return "Words[]";
        }
    }

    /**
     * Whether to act on it.
     *
     * @param acts false for a decision not to act
     * @param who  the group or post that decided
     * @param why  its reason
     */
    public record Decision(boolean acts, LocalDate on, String who, String why) {
        /** Keeps the words out of logs. */
        @Override
        public String toString() {
            return "Decision[acts=" + acts + "]";
        }
    }

    /** Such as "Recommendation 3 of 2013". */
    public String title() {
        return kind.words() + " " + code + " of " + year;
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "Recommendation[" + id + "]";
    }
}
