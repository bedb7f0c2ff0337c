package heed.casework.known;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of two namings.
 *
 * @param id      its id
 * @param one     one naming
 * @param other   the other
 * @param saying  what was said
 * @param by      who said it
 * @param at      when
 * @param why     their reasons; null for none
 * @param ending  that it was taken back; null while it stands
 */
public record KnownLink(UUID id, UUID one, UUID other, Saying saying, UUID by, Instant at, @Nullable String why,
        @Nullable Ending ending) {
    /** What can be said of two namings. */
    public enum Saying {
        /** They are one person. */
        SAME("Same person"),
        /** They are not. */
        DIFFERENT("Different people");

        private final String words;

        Saying(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /** That it was taken back, by whom, when and why. */
    public record Ending(UUID by, Instant at, @Nullable String why) {
    }

    /** Whether it stands. */
    public boolean stands() {
        return ending == null;
    }

    /** Whether it is about this naming. */
    boolean touches(UUID naming) {
        return one.equals(naming) || other.equals(naming);
    }
}
