package heed.house;

import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleState;
import heed.assurance.importing.PaperMove;
import heed.assurance.importing.PaperState;
import heed.assurance.exercise.EvidenceMove;
import heed.assurance.exercise.EvidenceState;
import heed.assurance.exercise.ReturnMove;
import heed.assurance.exercise.ReturnState;
import heed.assurance.peerreview.ChallengeMove;
import heed.assurance.peerreview.ChallengeState;
import heed.assurance.report.ReportMove;
import heed.assurance.report.ReportState;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tables of moves in assurance, drawn below those of concerns. Whoever adds a table adds a line to {@link #TABLES}. */
final class AssuranceMoves {
    /**
     * One table.
     *
     * @param title  what moves, such as "a cycle"
     * @param moves  the enum of moves
     * @param states the enum of states
     * @param from   where a move starts; null where it starts from nothing
     * @param to     where it ends
     * @param note   whether it needs a note or a reason
     * @param words  of a move, as shown
     */
    record Table<M extends Enum<M>, S extends Enum<S>>(String title, Class<M> moves, Class<S> states,
            Function<M, @Nullable S> from, Function<M, S> to, Predicate<M> note, Function<M, String> words) {
        String drawn() {
            var text = new StringBuilder("\n# Moves of " + title + "\n\nFrom `" + moves.getName() + "`.\n\n"
                    + "```mermaid\nstateDiagram-v2\n");
            for (var move : moves.getEnumConstants())
                text.append("    ").append(from.apply(move) == null ? "[*]" : from.apply(move)).append(" --> ")
                        .append(to.apply(move)).append(": ").append(move).append('\n');
            for (var state : states.getEnumConstants())
                if (Arrays.stream(moves.getEnumConstants()).noneMatch(m -> from.apply(m) == state))
                    text.append("    ").append(state).append(" --> [*]\n");
            text.append("```\n\n| move | from | to | note needed | shown as |\n|---|---|---|---|---|\n");
            for (var move : moves.getEnumConstants())
                text.append("| %s | %s | %s | %s | %s |%n".formatted(move,
                        from.apply(move) == null ? "nothing" : from.apply(move), to.apply(move),
                        note.test(move) ? "yes" : "", words.apply(move)));
            return text.toString();
        }
    }

    static final List<Table<?, ?>> TABLES = List.of(
            new Table<>("a cycle", CycleMove.class, CycleState.class, CycleMove::from, CycleMove::to, CycleMove::note,
                    CycleMove::words),
            new Table<>("a paper", PaperMove.class, PaperState.class, PaperMove::from, PaperMove::to, move -> false,
                    PaperMove::words),
            new Table<>("a return", ReturnMove.class, ReturnState.class, ReturnMove::from, ReturnMove::to,
                    ReturnMove::note, ReturnMove::words),
            new Table<>("a statement of evidence", EvidenceMove.class, EvidenceState.class, EvidenceMove::from,
                    EvidenceMove::to, m -> false, EvidenceMove::words),
            new Table<>("a challenge", ChallengeMove.class, ChallengeState.class, ChallengeMove::from,
                    ChallengeMove::to, ChallengeMove::note, ChallengeMove::words),
            new Table<>("a report", ReportMove.class, ReportState.class, ReportMove::from, ReportMove::to,
                    ReportMove::note, ReportMove::done));

    private AssuranceMoves() {
    }

    static String drawn() {
        var text = new StringBuilder();
        TABLES.forEach(table -> text.append(table.drawn()));
        text.append(PlanMoves.drawn());
        return text.toString();
    }
}
