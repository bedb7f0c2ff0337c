package heed.casework.emergency;

import heed.casework.ConcernRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A restricted concern that somebody opened in an emergency.
 *
 * @param why      what they said the emergency was
 * @param reviewBy until when somebody else has to have looked at it: two working days
 * @param review   what that second person found; null while nobody has
 */
record EmergencyOpening(UUID id, UUID concern, ConcernRef ref, UUID staff, Instant openedAt, Instant until, String why,
        Instant reviewBy, @Nullable Review review) {
    /** What a second person found. */
    record Review(UUID by, Instant at, Finding finding, String words) {
    }

    /** What can be found. */
    enum Finding {
        RIGHT("It was right to open it"), NOT_RIGHT("It was not right to open it");

        private final String words;

        Finding(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
