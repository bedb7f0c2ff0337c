package heed.assurance.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return with everything that is kept of it, for what leaves Heed whole and comes in again.
 *
 * @param made          the return
 * @param body          whose it is
 * @param items         its answers, in the order of the questions
 * @param ratings       every rating of every voice, oldest first
 * @param organisations the names of whose ratings these are
 * @param statements    every statement of evidence, whatever became of it
 * @param facts         its figures
 * @param signed        how it was signed off; null while it is not
 * @param moves         what happened to it, oldest first, but for its coming in from a file
 */
public record KeptReturn(Return made, String body, List<Item> items, List<Rating> ratings,
        Map<UUID, String> organisations, List<Statement> statements, List<Fact> facts, @Nullable Signed signed,
        List<Move> moves) {
    /** Copies the lists. */
    public KeptReturn {
        items = List.copyOf(items);
        ratings = List.copyOf(ratings);
        organisations = Map.copyOf(organisations);
        statements = List.copyOf(statements);
        facts = List.copyOf(facts);
        moves = List.copyOf(moves);
    }

    /** A move, without who made it. @param note why; null where none was needed or given */
    public record Move(ReturnMove move, Instant at, @Nullable String note) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Move[" + move + "]";
        }
    }

    /**
     * How it was signed off.
     *
     * @param group  who approved it
     * @param minute where that is minuted
     * @param day    of the meeting
     * @param post   the accountable post
     * @param at     when
     * @param copy   what was signed off, letter for letter
     */
    public record Signed(String group, String minute, LocalDate day, String post, Instant at, String copy) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Signed[" + at + "]";
        }
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "KeptReturn[" + made.id() + "]";
    }
}
