package heed.assurance.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A post that leads actions.
 *
 * @param title   what it is called
 * @param holders who has held it, the latest first
 * @param aliases what plans call it or its holder
 */
public record Post(UUID id, String title, List<Holder> holders, List<Alias> aliases, int version) {
    /** Copies the lists. */
    public Post {
        holders = List.copyOf(holders);
        aliases = List.copyOf(aliases);
    }

    /**
     * Somebody who holds it, both days in it.
     *
     * @param staff who, if they work here; else null
     * @param name  their name, as far as it could be found
     * @param until the last day; null while nobody set one
     */
    public record Holder(UUID id, @Nullable UUID staff, String name, LocalDate from, @Nullable LocalDate until) {
        /** Whether they hold it on a day. */
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        /** Keeps the name out of logs. */
        @Override
        public String toString() {
            return "Holder[" + id + "]";
        }
    }

    /** Another name, such as initials; without days it counts always. */
    public record Alias(UUID id, String alias, @Nullable LocalDate from, @Nullable LocalDate until) {
        /** Whether it counts on a day. */
        public boolean on(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }

        /** The days on which it counts, in words: "From 1 May 2026 until 3 June 2026". */
        public String when() {
            if (from == null && until == null)
                return "Always";
            return Stream.of(from == null ? "" : "From " + PlanDays.words(from),
                    until == null ? "" : "until " + PlanDays.words(until)).filter(w -> !w.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        /** Keeps the name out of logs. */
        @Override
        public String toString() {
            return "Alias[" + id + "]";
        }
    }

    /**
     * Another name that was typed wrongly: it says no longer whom a plan means.
     *
     * @param by who set it aside
     * @param at when
     */
    public record SetAside(Alias alias, UUID by, Instant at) {
    }

    /** Whether this person holds it on a day already: one of the staff, or somebody elsewhere of this name. */
    boolean held(@Nullable UUID staff, String name, LocalDate day) {
        return holdersOn(day).stream().anyMatch(h -> staff != null
                ? staff.equals(h.staff())
                : h.staff() == null && LeadWords.folded(h.name()).equals(LeadWords.folded(name)));
    }

    /** Who holds it on a day. */
    public List<Holder> holdersOn(LocalDate day) {
        return holders.stream().filter(h -> h.on(day)).toList();
    }

    /** Keeps the title out of logs. */
    @Override
    public String toString() {
        return "Post[" + id + "]";
    }
}
