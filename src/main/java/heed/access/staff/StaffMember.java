package heed.access.staff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here, or did.
 *
 * @param id       who
 * @param council  the council, company or provider they work for
 * @param service  their service, if known
 * @param manager  their line manager, if known
 * @param name     their name
 * @param mail     their work address for mail
 * @param post     what their job is called
 * @param joinedAt when they were added
 * @param leftAt   when they left; null while they are here
 * @param version  goes up by one at every change
 */
public record StaffMember(UUID id, UUID council, @Nullable UUID service, @Nullable UUID manager, String name,
        String mail,
        String post, Instant joinedAt, @Nullable Instant leftAt, int version) {
    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "StaffMember[id=" + id + "]";
    }
}
