package heed.casework.mine;

import heed.access.Permission;
import heed.access.policy.Marking;
import heed.casework.ConcernRef;
import heed.casework.concern.Arrival;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Guard;
import heed.casework.concern.Telling;
import heed.casework.file.Brought;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.records.document.Document;
import heed.records.document.Documents;
import heed.records.document.Outgoing;
import heed.records.document.VirusCheck;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Photos and documents that somebody added to what they told us: their own, never an officer's. */
@Service
public class MyFiles {
    private final Concerns concerns;
    private final Documents documents;
    private final VirusCheck viruses;
    private final Guard guard;
    private final Arrival arrival;
    private final MyConcerns mine;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    MyFiles(Concerns concerns, Documents documents, VirusCheck viruses, Guard guard, Arrival arrival,
            MyConcerns mine, Transactions transactions, Trail trail, Clock clock) {
        this.concerns = concerns;
        this.documents = documents;
        this.viruses = viruses;
        this.guard = guard;
        this.arrival = arrival;
        this.mine = mine;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of files that were added. @param apart the concern of its own that they made; null where they made none */
    record Added(Brought.Kept kept, @Nullable ConcernRef apart) {
    }

    /** Those they added. @throws heed.platform.Refused as not found, where they did not raise it */
    public List<Document> of(Actor by, ConcernRef ref) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.own(by, ref);
            var found = own(by, concern);
            trail.add(by, Trace.list("file.list", concern.id(), found.stream().map(Document::id).toList()));
            return found;
        });
    }

    private List<Document> own(Actor by, Concern concern) {
        if (!concern.inUse())
            return List.of();
        return documents.of(by, concern.id()).stream().filter(file -> by.is(file.addedBy())).toList();
    }

    /**
     * Adds what was brought. As with words added afterwards, what names somebody who works here does not join a concern that
     * officers read: it is received as a concern of its own.
     */
    Added add(Actor by, ConcernRef ref, Brought brought, String description) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.own(by, ref);
            concern.mustBeInUse();
            var telling = Telling.BLANK.danger(concern.danger() ? "yes" : "no").kind(concern.subject().name())
                    .account(new Telling.Account(
                            "Files added to " + ref + ":\n" + description + "\n" + brought.names(), "", ""));
            boolean apart = brought.some() && concern.marking() != Marking.ALLEGATION
                    && guard.consider(by, telling).allegation();
            var joins = apart ? arrival.receive(by, UUID.randomUUID(), telling) : concern;
            var kept = brought.keep(by, joins.id(), description, documents, clock.instant());
            if (apart)
                trail.add(by, Trace.of("concern.raise", joins.id()));
            else if (kept.added() > 0)
                mine.tell(by, concern);
            trail.add(by, Trace.of("file.add", joins.id()));
            return new Added(kept, apart ? joins.ref() : null);
        });
    }

    /** Readies one of their own for reading. @throws heed.platform.Refused as not found, or as not allowed now where unchecked */
    Outgoing open(Actor by, ConcernRef ref, UUID file) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.own(by, ref);
            concern.mustBeInUse();
            var found = documents.get(by, concern.id(), file);
            if (!by.is(found.addedBy()))
                throw Refusal.NOT_FOUND.because("not a file they added");
            if (!viruses.opens(found.state()))
                throw Refusal.NOT_ALLOWED_NOW.because("the virus check has not passed it");
            trail.add(by, Trace.of("file.download", file));
            return documents.outgoing(by, found);
        });
    }
}
