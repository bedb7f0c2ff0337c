package heed.assurance.importing;

import heed.access.Permission;
import heed.assurance.paper.Accepted;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.PaperKind;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Accepting a paper: from then on it stays as it is, and where a slice takes such papers, its record is made with it. */
@Service
class Acceptance {
    private final BroughtPapers papers;
    private final ObjectProvider<Accepted> takers;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Acceptance(BroughtPapers papers, ObjectProvider<Accepted> takers, Transactions transactions, Trail trail,
            Clock clock) {
        this.papers = papers;
        this.takers = takers;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What would be made of it, in a sentence; null where it is kept as it is. */
    @Nullable
    String says(Actor by, Importing.Viewed viewed) {
        by.must(Permission.IMPORT_PAPERS);
        return transactions.inScope(by.scope(), () -> taker(viewed.paper().kind())
                .map(t -> t.says(by, accepted(viewed.paper(), viewed.read()))).orElse(null));
    }

    /** Where the record that was made of it is shown; null where none was. */
    @Nullable
    String href(Paper paper) {
        var made = paper.ledTo();
        return made == null ? null : taker(paper.kind()).map(t -> t.href(made)).orElse(null);
    }

    /**
     * Accepts it.
     *
     * @param mark of the paper as it was looked at
     * @throws heed.platform.Refused as moved on, where somebody changed or accepted it since; as not allowed now, where
     *                               whoever takes it refuses
     */
    void accept(Actor by, UUID id, String mark) {
        by.must(Permission.IMPORT_PAPERS);
        transactions.inScope(by.scope(), () -> {
            var paper = papers.hold(by, id);
            PaperMove.ACCEPT.mustStartFrom(paper.state());
            var now = papers.corrected(by, paper);
            if (!mark.equals(paper.version() + "-" + now.count()))
                throw Refusal.MOVED_ON.because("somebody changed the paper");
            var made = taker(paper.kind()).map(t -> t.take(by, accepted(paper, now))).orElse(null);
            papers.accept(by, paper, made, clock.instant());
            trail.add(by, Trace.of("paper.accept", id));
        });
    }

    /**
     * Takes back that a paper was accepted: what was made of it is gone, and the paper can be put right again.
     *
     * @throws heed.platform.Refused as moved on, where it is not accepted; as not allowed now, where something was done since
     *                               with what was made of it
     */
    void takeBack(Actor by, UUID id) {
        by.must(Permission.IMPORT_PAPERS);
        transactions.inScope(by.scope(), () -> {
            var paper = papers.hold(by, id);
            var made = paper.ledTo();
            if (!papers.takeBack(by, paper))
                throw Refusal.NOT_ALLOWED_NOW.because("something was done with what was made of it");
            trail.add(by, new Trace("paper.take-back", id, List.of(), made == null ? List.of() : List.of(made), null));
        });
    }

    private AcceptedPaper accepted(Paper paper, Corrected now) {
        return new AcceptedPaper(paper.id(), paper.council(), now.reading(), clock.instant());
    }

    private Optional<Accepted> taker(PaperKind kind) {
        return takers.orderedStream().filter(t -> t.kind() == kind).findFirst();
    }
}
