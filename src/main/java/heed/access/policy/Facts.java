package heed.access.policy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule needs to know of a record.
 *
 * @param marking  how narrowly it is held
 * @param raisedBy who raised it; null where nobody is to be told that they did
 * @param excluded staff barred from it
 * @param named    staff named on it
 * @param opened   whom it is, was or will be open to for a time
 */
public record Facts(Marking marking, @Nullable UUID raisedBy, Set<UUID> excluded, Set<UUID> named,
        List<Opening> opened) {
    /** Copies the sets. */
    public Facts {
        excluded = Set.copyOf(excluded);
        named = Set.copyOf(named);
        opened = List.copyOf(opened);
    }

    /** A record that is open to nobody for a time. */
    public Facts(Marking marking, @Nullable UUID raisedBy, Set<UUID> excluded, Set<UUID> named) {
        this(marking, raisedBy, excluded, named, List.of());
    }
}
