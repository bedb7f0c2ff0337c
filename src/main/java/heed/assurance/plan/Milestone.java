package heed.assurance.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something on the way.
 *
 * @param what  what is to be reached
 * @param due   by when
 * @param metOn when it was; null while it was not
 */
public record Milestone(UUID id, String what, LocalDate due, @Nullable LocalDate metOn) {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "Milestone[" + id + "]";
    }
}
