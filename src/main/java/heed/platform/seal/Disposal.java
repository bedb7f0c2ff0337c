package heed.platform.seal;

import java.time.Instant;
import java.util.UUID;

/**
 * A record whose key was destroyed.
 *
 * @param at when
 */
public record Disposal(UUID scope, UUID record, Instant at) {
    /** Which record it is, whenever it was. */
    Of of() {
        return new Of(scope, record);
    }

    /** A record by its ids. */
    record Of(UUID scope, UUID record) {
    }
}
