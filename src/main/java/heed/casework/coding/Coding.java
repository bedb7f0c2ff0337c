package heed.casework.coding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a concern is coded: the types that are true of it, the level as we see it, the time by which to act and the
 * ward, each with its past.
 *
 * @param types  every type ever set, oldest first
 * @param levels every level ever set, the last counts
 * @param actBys every time ever set, the last counts
 * @param wards  every ward ever set, the last counts
 * @param words  the lists that its codes are of
 */
public record Coding(List<Typed> types, List<Level> levels, List<ActBy> actBys, List<Ward> wards, Vocabulary words) {
    /** Copies the lists. */
    public Coding {
        types = List.copyOf(types);
        levels = List.copyOf(levels);
        actBys = List.copyOf(actBys);
        wards = List.copyOf(wards);
    }

    /** One type of one list. */
    public record Type(Vocabulary.TypeList list, String code) {
        /** As it stands in a form. */
        public String value() {
            return list + "." + code;
        }
    }

    /** A type that was set, and taken off again where it was. */
    public record Typed(Type type, UUID by, Instant at, @Nullable UUID offBy, @Nullable Instant offAt) {
    }

    /** A level that was set; reasons may be empty. */
    public record Level(String code, String reasons, UUID by, Instant at) {
    }

    /** A time by which to act. */
    public record ActBy(Instant due, UUID by, Instant at) {
    }

    /** A ward that was set; null where it was taken back. */
    public record Ward(@Nullable String code, UUID by, Instant at) {
    }

    /** What an officer wants it to be. */
    public record Wanted(List<Type> types, @Nullable String level, String reasons, @Nullable Instant actBy,
            @Nullable String ward) {
        /** Copies the types. */
        public Wanted {
            types = List.copyOf(types);
        }
    }

    /** The types that are set now. */
    public List<Type> current() {
        return types.stream().filter(t -> t.offAt() == null).map(Typed::type).toList();
    }

    /** The level now; null where none was set. */
    public @Nullable Level level() {
        return levels.isEmpty() ? null : levels.getLast();
    }

    /** The time by which to act; null where none was set. */
    public @Nullable Instant actBy() {
        return actBys.isEmpty() ? null : actBys.getLast().due();
    }

    /** The ward; null where none is set. */
    public @Nullable String ward() {
        return wards.isEmpty() ? null : wards.getLast().code();
    }

    /** Changes with every change, so that a page made before one is known as such. */
    public int mark() {
        return types.size() + (int) types.stream().filter(t -> t.offAt() != null).count() + levels.size()
                + actBys.size() + wards.size();
    }

    /** The types now, in words, by list. */
    public String words(Vocabulary.TypeList list) {
        return current().stream().filter(t -> t.list() == list).map(t -> words.type(t.list(), t.code()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
