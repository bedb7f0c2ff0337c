package heed.assurance.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A paper as it was read: every line that is not blank is in a piece or in a gap.
 *
 * @param pieces in the paper's order, parents before their children
 * @param gaps what became no piece, line by line
 * @param seen the headings and columns met, for a person to map
 */
public record Reading(PaperKind kind, List<Line> lines, List<Piece> pieces, List<Gap> gaps, List<Seen> seen) {
    /** Defends the lists. */
    public Reading {
        lines = List.copyOf(lines);
        pieces = List.copyOf(pieces);
        gaps = List.copyOf(gaps);
        seen = List.copyOf(seen);
    }

    /** The pieces of that kind, in the paper's order. */
    public List<Piece> of(PieceKind kind) {
        return pieces.stream().filter(p -> p.kind() == kind).toList();
    }

    /** The pieces of that kind that belong to another, in the paper's order. */
    public List<Piece> under(Piece parent, PieceKind kind) {
        return pieces.stream().filter(p -> p.kind() == kind && parent.id().equals(p.parent())).toList();
    }

    /** The piece of that name. */
    public Optional<Piece> piece(String id) {
        return pieces.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The lines of these numbers. */
    public Stream<Line> lines(List<Integer> numbers) {
        return numbers.stream().map(n -> lines.get(n - 1));
    }
}
