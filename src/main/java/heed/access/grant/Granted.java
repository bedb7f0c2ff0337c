package heed.access.grant;

import heed.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role somebody was given.
 *
 * @param id        the grant's own id
 * @param staff     who holds it
 * @param role      what they were given
 * @param from      from when it counts
 * @param until     until when, not included; null for as long as nobody ends it
 * @param grantedBy who gave it; {@link heed.platform.Actor#NOBODY} for set-up
 * @param grantedAt when it was given
 * @param endedBy   who ended it before its time, if anyone did
 * @param endedAt   when they did
 */
public record Granted(UUID id, UUID staff, Role role, Instant from, @Nullable Instant until, UUID grantedBy,
        Instant grantedAt,
        @Nullable UUID endedBy, @Nullable Instant endedAt) {
    /** Whether the role counts at that moment. */
    public boolean countsAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    /** Whether the role counts then or will later. */
    public boolean notOver(Instant moment) {
        return until == null || moment.isBefore(until);
    }
}
