package heed.assurance.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of London from one to another, both included.
 *
 * @param from the first; null where the words do not say when it began
 * @param to   the last; null where they do not say when it ended
 */
public record Span(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** Checks the order. @throws IllegalArgumentException where it ends before it begins */
    public Span {
        if (from != null && to != null && to.isBefore(from))
            throw new IllegalArgumentException("a span does not end before it begins");
    }

    /** Whether the two share a day. */
    public boolean overlaps(Span other) {
        return notAfter(from, other.to) && notAfter(other.from, to);
    }

    private static boolean notAfter(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || !from.isAfter(to);
    }

    /** How many days it has, or -1 where an end is open. */
    public long days() {
        return from == null || to == null ? -1 : to.toEpochDay() - from.toEpochDay() + 1;
    }
}
