package heed.assurance.importing;

import heed.access.Permission;
import heed.assurance.paper.Flag;
import heed.assurance.paper.Piece;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a person says about what was read. Each thing said is kept beside the reading, which stays as it was; two people
 * who put the same piece right at once are told of each other.
 */
@Service
class PuttingRight {
    private final BroughtPapers papers;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    PuttingRight(BroughtPapers papers, Transactions transactions, Trail trail, Clock clock) {
        this.papers = papers;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Puts a piece as somebody typed it.
     *
     * @param mark of the piece as they saw it
     * @throws heed.platform.Refused as not found, where there is no such piece; as moved on, where somebody changed it since,
     *                               or the paper was accepted
     */
    void change(Actor by, UUID paper, Piece now, String mark) {
        correct(by, paper, corrected -> {
            seen(corrected, now.id(), mark);
            return Correction.change(now);
        });
    }

    /** Leaves a piece out, with what belongs to it. @throws heed.platform.Refused as for {@link #change} */
    void leaveOut(Actor by, UUID paper, String piece, String mark) {
        correct(by, paper, corrected -> {
            seen(corrected, piece, mark);
            return Correction.leaveOut(piece);
        });
    }

    /** Puts a piece back as it was read. @throws heed.platform.Refused as for {@link #change} */
    void putBack(Actor by, UUID paper, String piece, String mark) {
        correct(by, paper, corrected -> {
            seen(corrected, piece, mark);
            return Correction.putBack(piece);
        });
    }

    /** Adds a piece that was not read; the same one sent twice is there once. */
    void add(Actor by, UUID paper, Piece piece) {
        correct(by, paper, corrected -> corrected.part(piece.id()).isPresent() ? null : Correction.add(piece));
    }

    /** Leaves lines out, of which nothing is to be made. Lines that are in a piece stay in it. */
    void setAside(Actor by, UUID paper, List<Integer> lines) {
        correct(by, paper, corrected -> {
            var left = lines.stream().filter(corrected.unused()::containsKey).distinct().sorted().toList();
            if (left.isEmpty())
                throw Refusal.MOVED_ON.because("the lines are in pieces");
            return Correction.setAside(left);
        });
    }

    /** Says that flags of a kind were looked at. */
    void lookedAt(Actor by, UUID paper, Flag.Kind kind) {
        correct(by, paper, corrected -> Correction.lookedAt(kind.name()));
    }

    private static void seen(Corrected corrected, String piece, String mark) {
        var part = corrected.part(piece).orElseThrow(() -> Refusal.NOT_FOUND.because("no such piece"));
        if (!part.mark().equals(mark))
            throw Refusal.MOVED_ON.because("somebody changed the piece");
    }

    private void correct(Actor by, UUID id, Function<Corrected, @Nullable Correction> said) {
        by.must(Permission.IMPORT_PAPERS);
        transactions.inScope(by.scope(), () -> {
            var paper = papers.hold(by, id);
            PaperMove.CORRECT.mustStartFrom(paper.state());
            var correction = said.apply(papers.corrected(by, paper));
            if (correction == null)
                return;
            papers.add(by, paper, correction, clock.instant());
            var now = papers.corrected(by, paper);
            papers.counted(by, id, now.pieces().size(), now.unread().size());
            trail.add(by, Trace.of("paper.correct", id).because(correction.act().name()));
        });
    }
}
