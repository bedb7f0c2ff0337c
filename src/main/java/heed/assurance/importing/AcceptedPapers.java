package heed.assurance.importing;

import heed.access.Permission;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.PaperKind;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Papers as they were accepted, for slices that make more of them later. For those who import papers, of their body. */
@Component
public class AcceptedPapers {
    private final BroughtPapers papers;
    private final Transactions transactions;
    private final Trail trail;

    AcceptedPapers(BroughtPapers papers, Transactions transactions, Trail trail) {
        this.papers = papers;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Every accepted paper of these kinds, the latest first; none for those who do not import papers. */
    public List<AcceptedPaper> of(Actor by, List<PaperKind> kinds) {
        if (!by.may(Permission.IMPORT_PAPERS))
            return List.of();
        return transactions.inScope(by.scope(), () -> {
            var all = new ArrayList<AcceptedPaper>();
            for (var paper : papers.accepted(by, kinds))
                all.add(accepted(by, paper));
            trail.add(by, Trace.list("paper.read", all.stream().map(AcceptedPaper::id).toList()));
            return List.copyOf(all);
        });
    }

    /** One of these kinds; empty where there is none of theirs. */
    public Optional<AcceptedPaper> find(Actor by, UUID id, List<PaperKind> kinds) {
        return of(by, kinds).stream().filter(p -> p.id().equals(id)).findFirst();
    }

    private AcceptedPaper accepted(Actor by, Paper paper) {
        return new AcceptedPaper(paper.id(), paper.council(), papers.corrected(by, paper).reading(),
                Objects.requireNonNullElse(paper.acceptedAt(), Instant.EPOCH));
    }
}
