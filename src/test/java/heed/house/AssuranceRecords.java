package heed.house;

import heed.access.Role;
import heed.assurance.AssuranceOf;
import heed.cast.Cast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/**
 * How a record of each kind that routes of assurance name is made, for {@link RoutesTest} and the authorisation matrix.
 * Whoever adds a kind adds it to {@link #KINDS} and to {@link #make}.
 */
final class AssuranceRecords {
    /** Kinds of a scope's own: everybody of the scope with the permission is shown them, nobody of another. */
    static final List<String> KINDS = List.of("framework", "framework-draft", "cycle", "invitation");

    private AssuranceRecords() {
    }

    /** The values of the path for a new record of this kind; empty for kinds of other modules. */
    static Optional<Map<String, String>> make(ApplicationContext context, Cast in, String kind, String path) {
        if (!KINDS.contains(kind))
            return Optional.empty();
        var board = in.staff("Bea Boardman", Role.BOARD_MANAGER);
        return Optional.of(switch (kind) {
            case "framework" -> Map.of("id", AssuranceOf.edition(context, board).toString());
            case "framework-draft" -> Map.of("id", AssuranceOf.draft(context, board).toString());
            case "cycle" -> AssuranceOf.cycle(context, board, path);
            case "invitation" -> AssuranceOf.invitation(context, board);
            default -> throw new IllegalStateException("say here how to make a " + kind);
        });
    }
}
