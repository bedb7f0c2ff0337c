package heed.casework.triage;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.concern.Concerns;
import heed.casework.file.Brought;
import heed.casework.file.FileRow;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import heed.records.document.Document;
import heed.records.document.Documents;
import heed.records.document.Outgoing;
import heed.records.document.VirusCheck;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** A concern's photos and documents at the officers' desk: there for those who may read the account, and for nobody else. */
@Service
public class DeskFiles {
    private final Concerns concerns;
    private final Documents documents;
    private final VirusCheck viruses;
    private final Staff staff;
    private final LondonTime time;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    DeskFiles(Concerns concerns, Documents documents, VirusCheck viruses, Staff staff, LondonTime time,
            Transactions transactions, Trail trail, Clock clock) {
        this.concerns = concerns;
        this.documents = documents;
        this.viruses = viruses;
        this.staff = staff;
        this.time = time;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that are there, worded. @throws heed.platform.Refused as not found, where they may not see the concern */
    List<FileRow> of(Actor by, ConcernRef ref) {
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.toRead(by, ref);
            var found = concern.inUse() ? documents.of(by, concern.id()) : List.<Document>of();
            trail.add(by, Trace.list("file.list", concern.id(), found.stream().map(Document::id).toList()));
            var names = staff.names(by, found.stream().map(Document::addedBy).distinct().toList());
            return found.stream().map(file -> FileRow.of(file, viruses, time, "/concerns/" + ref + "/files", null,
                    names.getOrDefault(file.addedBy(), "someone who has left"))).toList();
        });
    }

    /** When each was added and by whom, for the history. Called where {@link #of} is, which the audit log tells of. */
    List<ConcernTimeline.Added> added(Actor by, ConcernRef ref) {
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.toRead(by, ref);
            var found = concern.inUse() ? documents.of(by, concern.id()) : List.<Document>of();
            var names = staff.names(by, found.stream().map(Document::addedBy).distinct().toList());
            return found.stream().map(file -> new ConcernTimeline.Added(file.shown(), file.addedAt(),
                    names.getOrDefault(file.addedBy(), "Someone who has left"))).toList();
        });
    }

    /** Adds what an officer brought. */
    Brought.Kept add(Actor by, ConcernRef ref, Brought brought, String description) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            concern.mustBeInUse();
            var kept = brought.keep(by, concern.id(), description, documents, clock.instant());
            trail.add(by, Trace.of("file.add", concern.id()));
            return kept;
        });
    }

    /** Readies one for reading. @throws heed.platform.Refused as not found, or as not allowed now where it is not checked */
    public Outgoing open(Actor by, ConcernRef ref, UUID file) {
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.toRead(by, ref);
            concern.mustBeInUse();
            var found = documents.get(by, concern.id(), file);
            if (!viruses.opens(found.state()))
                throw Refusal.NOT_ALLOWED_NOW.because("the virus check has not passed it");
            trail.add(by, Trace.of("file.download", file));
            return documents.outgoing(by, found);
        });
    }
}
