package heed.directory.vocabulary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a list.
 *
 * @param version    which
 * @param change     what was done to the one before
 * @param code       the row it was done to; null where it was to several
 * @param by         who did it
 * @param at         when
 * @param adoptedBy  who adopted this version; null while nobody has
 * @param adoptedAt  when; null while nobody has
 * @param unconfirmed  how many rows were unconfirmed when it was adopted
 */
public record ListVersion(int version, Change change, @Nullable String code, UUID by, Instant at,
        @Nullable UUID adoptedBy, @Nullable Instant adoptedAt, int unconfirmed) {
    /** What can be done to a list. */
    public enum Change {
        /** A row was added. */
        ADDED("Added"),
        /** A row was changed or ended. */
        CHANGED("Changed"),
        /** A row was moved up or down. */
        MOVED("Moved"),
        /** The rows came from a file. */
        IMPORTED("Taken from a file"),
        /** Kept as it was when it was adopted. */
        ADOPTED("Kept to be adopted");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        /** As shown on screen. */
        public String words() {
            return words;
        }
    }
}
