package heed.casework.restriction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of who may see a concern.
 *
 * @param kind  what was changed
 * @param staff for whom; null where it was for everybody
 * @param by    who changed it
 * @param at    when
 * @param until until when, where it ends by itself; null otherwise
 * @param why   their reasons; null where none were asked
 */
record AccessChange(Kind kind, @Nullable UUID staff, UUID by, Instant at, @Nullable Instant until,
        @Nullable String why) {
    /** What can be changed. */
    enum Kind {
        RESTRICTED("Restricted"), UNRESTRICTED("No longer restricted"), NAMED("Named on it"), UNNAMED(
                "Taken off it"), KEPT_FROM("Kept from it"), LET_BACK(
                        "No longer kept from it"), OPENED("Opened to read"), CLOSED("Closed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
