package heed.assurance.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was asked to write an answer.
 *
 * @param id      which
 * @param item    the question's code
 * @param staff   who
 * @param due     by which day
 * @param askedBy who asked
 * @param askedAt when
 * @param doneAt  when they said that it is done; null while they have not
 */
public record Share(UUID id, String item, UUID staff, LocalDate due, UUID askedBy, Instant askedAt,
        @Nullable Instant doneAt) {
    /** Whether its day is past and nobody said that it is done. */
    public boolean late(LocalDate today) {
        return doneAt == null && due.isBefore(today);
    }

    /** How it stands: "done", "by 1 May 2026", "was due on 1 May 2026". */
    String words(LocalDate today) {
        return doneAt != null ? "done" : (late(today) ? "was due on " : "by ") + ReturnWords.day(due);
    }
}
