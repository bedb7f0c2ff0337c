package heed.casework.rota;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time on duty.
 *
 * @param id      its id
 * @param officer who is told first
 * @param cover   who answers when they do not; null for nobody
 * @param starts  from when
 * @param ends    until when, not included
 */
public record Shift(UUID id, UUID officer, @Nullable UUID cover, Instant starts, Instant ends) {
    /** Whether it runs at a moment. */
    public boolean runsAt(Instant moment) {
        return !moment.isBefore(starts) && moment.isBefore(ends);
    }
}
