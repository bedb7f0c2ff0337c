package heed.access.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of somebody's.
 *
 * @param id    its id here
 * @param name  what they call it
 * @param added when it was added
 * @param used  when it was last used; null for never
 */
record Passkey(UUID id, String name, Instant added, @Nullable Instant used) {
    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return "Passkey[" + id + "]";
    }
}
