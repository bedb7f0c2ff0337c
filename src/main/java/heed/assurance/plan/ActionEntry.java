package heed.assurance.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an action, or said of it.
 *
 * @param move   which move; null for anything else
 * @param colour the lead's judgement; null for anything else
 * @param words  what was written; null for nothing
 */
public record ActionEntry(UUID id, Kind kind, @Nullable ActionMove move, @Nullable PlanColour colour,
        @Nullable String words, UUID by, Instant at) {
    /** What kinds there are. */
    public enum Kind {
        /** A move. */
        MOVE("Moved"),
        /** How it goes. */
        PROGRESS("Progress"),
        /** The lead's judgement of the risk, with the reason. */
        JUDGEMENT("The lead’s judgement"),
        /** Its words, leads or timescale were changed. */
        CHANGE("Changed"),
        /** A milestone was added or met. */
        MILESTONE("Milestone");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As shown. */
        public String words() {
            return words;
        }
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "ActionEntry[" + id + ", " + kind + "]";
    }
}
