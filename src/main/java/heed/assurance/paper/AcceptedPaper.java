package heed.assurance.paper;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper that somebody read through, put right and accepted.
 *
 * @param id      the paper's id; it stays readable with its source at {@link #href()}
 * @param council the body whose paper it is
 * @param reading what was read, as people put it right: pieces they left out are not in it, and lines that nobody settled
 *                are gaps still
 * @param at      when it was accepted
 */
public record AcceptedPaper(UUID id, UUID council, Reading reading, Instant at) {
    /** Where the paper is shown, what was read beside its source. */
    public String href() {
        return "/assurance/papers/" + id;
    }

    /** Where one piece is shown beside the lines it was read from. */
    public String href(Piece piece) {
        var line = piece.lines().isEmpty() ? 1 : piece.lines().getFirst();
        return href() + "/lines?from=" + line + "#line-" + line;
    }

    /** Keeps what it says out of logs. */
    @Override
    public String toString() {
        return "AcceptedPaper[" + id + "]";
    }
}
