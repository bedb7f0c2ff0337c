package heed.house;

import heed.access.Role;
import heed.assurance.AssuranceOf;
import heed.assurance.plan.PlanOf;
import heed.cast.Cast;
import heed.platform.Actor;
import java.util.Collection;
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
    static final List<String> KINDS = List.of("framework", "framework-draft", "cycle", "invitation", "plan",
            "plan-action", "post", "post-holder", "recommendation");

    private AssuranceRecords() {
    }

    /** Somebody who keeps plans. */
    static Actor keeper(Cast in) {
        return in.staff("Kit Plankeeper", Role.COORDINATOR);
    }

    /** An action that this person leads: theirs to read and to work on, and those who keep plans likewise. */
    static Map<String, String> ledBy(ApplicationContext context, Cast in, Actor lead) {
        return PlanOf.ledBy(context, keeper(in), lead);
    }

    /**
     * Whether somebody's role shows them what another leads: whoever keeps plans, and to read it whoever signs the return
     * off.
     */
    static boolean othersActions(String record, Collection<String> roles) {
        return record.equals("led-action") && roles.contains(Role.COORDINATOR.name())
                || record.equals("read-action") && (roles.contains(Role.COORDINATOR.name())
                        || roles.contains(Role.ACCOUNTABLE_OFFICER.name()));
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
            case "plan" -> Map.of("id", PlanOf.year(context, keeper(in), 2030).toString());
            case "plan-action" -> Map.of("ref", PlanOf.proposed(context, keeper(in),
                    PlanOf.year(context, keeper(in), 2030), "Visit every site", "March 2031"));
            case "post", "post-holder" -> PlanOf.held(context, keeper(in), in.staff("Hal Holder"));
            case "recommendation" -> Map.of("id", PlanOf.recommendation(context, keeper(in)).toString());
            default -> throw new IllegalStateException("say here how to make a " + kind);
        });
    }
}
