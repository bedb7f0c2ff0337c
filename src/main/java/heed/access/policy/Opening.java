package heed.access.policy;

import java.time.Instant;
import java.util.UUID;

/**
 * A record opened to somebody for a time, to read and nothing else.
 *
 * @param staff whom it is open to
 * @param kind  why it is
 * @param from  from when
 * @param until until when, not included
 */
public record Opening(UUID staff, Kind kind, Instant from, Instant until) {
    /** Why a record is open to somebody. */
    public enum Kind {
        /** A lead lets them read it until a day. */
        GRANT,
        /** They opened it themselves, in an emergency. */
        EMERGENCY
    }

    /** Whether it is open to that person at that moment. */
    boolean lets(UUID someone, Instant at) {
        return staff.equals(someone) && !at.isBefore(from) && at.isBefore(until);
    }
}
