package heed.assurance;

import heed.assurance.cycle.Cycle;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.framework.FrameworkOf;
import heed.platform.Actor;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Records of assurance for tests that only need some to be there. */
public final class AssuranceOf {
    private AssuranceOf() {
    }

    /** A published edition. */
    public static UUID edition(ApplicationContext context, Actor board) {
        return FrameworkOf.published(context, board);
    }

    /** A draft of an edition. */
    public static UUID draft(ApplicationContext context, Actor board) {
        return FrameworkOf.draft(context, board);
    }

    /** A cycle, standing where this route works, with this scope itself invited unless the route invites it. */
    public static Map<String, String> cycle(ApplicationContext context, Actor board, String path) {
        var cycle = CycleOf.planned(context, board);
        if (path.endsWith("/inviting"))
            return Map.of("id", cycle.toString(), "invitation", UUID.randomUUID().toString());
        var invitation = CycleOf.invited(context, board, cycle, board.scope());
        if (path.endsWith("/reminding") || path.endsWith("/{move}"))
            CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        if (path.endsWith("/{move}"))
            CycleOf.moved(context, board, cycle, CycleMove.CLOSE);
        return Map.of("id", cycle.toString(), "invitation", invitation.toString(), "move",
                CycleMove.SKIP_PEER_REVIEW.name());
    }

    /** An invitation to this scope itself, of an open cycle. */
    public static Map<String, String> invitation(ApplicationContext context, Actor board) {
        var cycle = CycleOf.planned(context, board);
        var invitation = CycleOf.invited(context, board, cycle, board.scope());
        CycleOf.moved(context, board, cycle, CycleMove.OPEN_IT);
        return Map.of("invitation", invitation.toString());
    }

    /** The dates of cycles made here. */
    public static Cycle.Dates dates() {
        return CycleOf.DATES;
    }
}
