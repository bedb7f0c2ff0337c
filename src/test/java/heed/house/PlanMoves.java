package heed.house;

import heed.assurance.plan.ActionMove;
import heed.assurance.plan.ActionState;

/** The table of moves of an action, drawn with the others; a move may start in several places. */
final class PlanMoves {
    private PlanMoves() {
    }

    static String drawn() {
        var text = new StringBuilder("""

                # Moves of an action

                From `heed.assurance.plan.ActionMove`.

                ```mermaid
                stateDiagram-v2
                    [*] --> PROPOSED: PROPOSE
                """);
        for (var state : ActionState.values())
            for (var move : ActionMove.from(state))
                text.append("    ").append(state).append(" --> ").append(move.to()).append(": ").append(move)
                        .append('\n');
        for (var state : ActionState.values())
            if (ActionMove.from(state).isEmpty())
                text.append("    ").append(state).append(" --> [*]\n");
        text.append("```\n\n| move | to | who | needs | shown as |\n|---|---|---|---|---|\n");
        for (var move : ActionMove.values())
            text.append("| %s | %s | %s | %s | %s |%n".formatted(move, move.to(), move.madeBy(), move.asks(),
                    move.words()));
        return text.toString();
    }
}
