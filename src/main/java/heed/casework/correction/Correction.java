package heed.casework.correction;

import heed.casework.concern.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correction that was asked for, opened.
 *
 * @param kind    what is wrong
 * @param naming  the naming that is wrong; null where the whole concern is
 * @param instead who it is about instead; null where the whole concern is wrong
 * @param why     what is wrong and how it is known
 * @param answer  the answer; null while there is none
 */
record Correction(UUID id, UUID concern, Kind kind, @Nullable UUID naming, @Nullable Person instead, String why,
        UUID askedBy, Instant askedAt, @Nullable Answer answer) {
    /** What is wrong. */
    enum Kind {
        /** It should not be held at all. */
        WHOLE,
        /** Somebody is named who is not the person meant. */
        PERSON
    }

    /** The answer of somebody other than who asked. */
    record Answer(UUID by, Instant at, boolean done, String words) {
    }
}
