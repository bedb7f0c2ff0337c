package heed.assurance.exercise;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One figure that a return rests on, entered or counted once and cited wherever it is needed.
 *
 * @param id        which
 * @param items     the questions that cite it
 * @param measure   what is counted: the code of one of Heed's measures, or words typed
 * @param title     what it is called
 * @param value     the number
 * @param unit      what the number is of, in the plural
 * @param from      first day of the period; null where none was given
 * @param until     last day of the period; null where none was given
 * @param origin    how it came to be here
 * @param source    where it can be looked up
 * @param says      as it is printed, such as "88% (42 of 48)"
 * @param parts     its parts, where it was counted by service or the like
 * @param split     the code of how it was parted; null where it was not
 * @param asAt      up to when was counted; null for what Heed did not count
 * @param enteredAt when it was entered
 */
public record Fact(UUID id, List<String> items, String measure, String title, BigDecimal value, String unit,
        @Nullable LocalDate from, @Nullable LocalDate until, Origin origin, String source, String says,
        List<Part> parts, @Nullable String split, @Nullable Instant asAt, Instant enteredAt) {
    /** Copies the lists. */
    public Fact {
        items = List.copyOf(items);
        parts = List.copyOf(parts);
    }

    /** A part of it, as it is printed. */
    public record Part(String words, String says) {
    }

    /** How a figure came into a return. A questionnaire's number is cited, or says that it was typed. (Invariant 9) */
    public enum Origin {
        /** Heed counted it. */
        COUNTED("Counted by Heed"),
        /** Taken from a published table of a questionnaire kept in Heed. */
        CITED("Cited"),
        /** Somebody typed it, and said where from. */
        TYPED("Typed by hand"),
        /** Read from a paper, and accepted by whoever looked it through. */
        READ("Read from a paper");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** As shown beside every figure. */
        public String words() {
            return words;
        }
    }

    /** Whether both count the same thing, of the same unit, over the same days. */
    boolean sameThing(Fact other) {
        return measure.strip().equalsIgnoreCase(other.measure.strip())
                && unit.strip().equalsIgnoreCase(other.unit.strip()) && Objects.equals(from, other.from)
                && Objects.equals(until, other.until);
    }

    /** Keeps the figures' words out of logs. */
    @Override
    public String toString() {
        return "Fact[" + id + "]";
    }
}
