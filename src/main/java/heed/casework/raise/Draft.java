package heed.casework.raise;

import heed.casework.concern.Telling;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What someone is still writing.
 *
 * @param sentAs the concern it became; null while it has not been sent
 */
public record Draft(UUID id, Telling typed, Instant startedAt, Instant savedAt, int version, @Nullable UUID sentAs) {
    /** Whether it has been sent, and so cannot change. */
    public boolean sent() {
        return sentAs != null;
    }
}
