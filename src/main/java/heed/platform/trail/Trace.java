package heed.platform.trail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the audit log says was done, besides who, when and from where. It names fields, never values.
 *
 * @param act    what was done, as {@code kind.verb}, for instance {@code concern.view}
 * @param record the one record it was done to, if it was one
 * @param fields names of the fields changed or shown
 * @param found  ids of every record that a list or search returned
 * @param reason a code or rule name saying why, never free text
 */
public record Trace(String act, @Nullable UUID record, List<String> fields, List<UUID> found, @Nullable String reason) {
    /** Copies the lists. */
    public Trace {
        fields = List.copyOf(fields);
        found = List.copyOf(found);
    }

    /** Something done that concerns no single record. */
    public static Trace of(String act) {
        return new Trace(act, null, List.of(), List.of(), null);
    }

    /** Something done to one record. */
    public static Trace of(String act, UUID record) {
        return new Trace(act, record, List.of(), List.of(), null);
    }

    /** A list or search, with every record it returned. */
    public static Trace list(String act, List<UUID> found) {
        return new Trace(act, null, List.of(), found, null);
    }

    /** What one record holds, listed, with everything it returned. */
    public static Trace list(String act, UUID record, List<UUID> found) {
        return new Trace(act, record, List.of(), found, null);
    }

    /** The same, naming the fields touched. */
    public Trace fields(String... names) {
        return new Trace(act, record, List.of(names), found, reason);
    }

    /** The same, with a reason code. */
    public Trace because(String code) {
        return new Trace(act, record, fields, found, code);
    }
}
