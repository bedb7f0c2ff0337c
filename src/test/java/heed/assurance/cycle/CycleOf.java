package heed.assurance.cycle;

import heed.assurance.framework.FrameworkOf;
import heed.platform.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Cycles for tests that only need some to be there. */
public final class CycleOf {
    /** A year's window, and returns by the end of June. */
    public static final Cycle.Dates DATES = new Cycle.Dates(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31),
            LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), null, null, null);

    private CycleOf() {
    }

    /** A planned cycle of an invented edition. */
    public static UUID planned(ApplicationContext context, Actor board) {
        return context.getBean(Cycles.class).plan(board, FrameworkOf.published(context, board), DATES);
    }

    /** Invites a scope to answer everything, and returns the invitation. */
    public static UUID invited(ApplicationContext context, Actor board, UUID cycle, UUID scope) {
        var cycles = context.getBean(Cycles.class);
        cycles.invite(board, cycle, List.of(scope), "whole");
        return cycles.get(board, cycle).invited().stream().filter(s -> s.scope().equals(scope)).findFirst()
                .orElseThrow().id();
    }

    /** Moves a cycle on. */
    public static void moved(ApplicationContext context, Actor board, UUID cycle, CycleMove move) {
        var cycles = context.getBean(Cycles.class);
        cycles.move(board, cycle, move, move.note() ? "Meeting of 3 March, minute 7" : "",
                cycles.cycle(board, cycle).version());
    }

    /** Takes part in what this scope was invited to by that invitation. */
    public static Participation accepted(ApplicationContext context, Actor keeper, UUID invitation) {
        return context.getBean(Invitations.class).accept(keeper, invitation, keeper.council());
    }
}
