package heed.assurance.plan;

import java.time.Instant;
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
 * @param typed    whether somebody typed it, and can have typed it wrongly: one that came in with a paper says what the
 *                 paper says
 * @param version  from 1, one more at each correction
 */
public record Recommendation(UUID id, ActionSource kind, int year, String code, Words words,
        @Nullable Decision decision, boolean typed, int version) {
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

    /**
     * What it said before it was corrected.
     *
     * @param by who corrected it
     * @param at when
     */
    public record Corrected(int year, String code, Words words, UUID by, Instant at) {
        /** Keeps the words out of logs. */
        @Override
        public String toString() {
            return "Corrected[]";
        }
    }

    /** Such as "Recommendation 3 of 2013". */
    public String title() {
        return title(year, code);
    }

    /** Whether this is one of this kind under this number in this paper. */
    boolean same(ActionSource kind, int year, String code, String from) {
        return this.kind == kind && this.year == year && this.code.equals(code) && words.from().equals(from);
    }

    /** As it was called under another number or year. */
    String title(int year, String code) {
        return kind.words() + " " + code + " of " + year;
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "Recommendation[" + id + "]";
    }
}
