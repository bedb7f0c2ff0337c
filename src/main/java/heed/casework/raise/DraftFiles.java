package heed.casework.raise;

import heed.access.Permission;
import heed.casework.file.Brought;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.records.document.Document;
import heed.records.document.Documents;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Photos and documents of a draft: its owner's alone, and the concern's once it is sent. */
@Service
public class DraftFiles {
    private final Drafts drafts;
    private final Documents documents;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    DraftFiles(Drafts drafts, Documents documents, Transactions transactions, Trail trail, Clock clock) {
        this.drafts = drafts;
        this.documents = documents;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that are there. @throws heed.platform.Refused as not found, where the draft is not theirs */
    public List<Document> of(Actor by, UUID draft) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var found = documents.of(by, drafts.get(by, draft).id());
            trail.add(by, Trace.list("file.list", found.stream().map(Document::id).toList()));
            return found;
        });
    }

    /**
     * Keeps what was brought.
     *
     * @throws heed.platform.Refused as not found, where the draft is not theirs; as moved on, where it was sent meanwhile
     */
    public Brought.Kept add(Actor by, UUID draft, Brought brought, String description) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            mustBeOpen(drafts.hold(by, draft));
            var kept = brought.keep(by, draft, description, documents, clock.instant());
            trail.add(by, Trace.of("file.add", draft));
            return kept;
        });
    }

    /** Removes one with its key. */
    public void remove(Actor by, UUID draft, UUID file) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            mustBeOpen(drafts.hold(by, draft));
            documents.remove(by, draft, file);
            trail.add(by, Trace.of("file.remove", file));
        });
    }

    private static void mustBeOpen(Draft draft) {
        if (draft.sent())
            throw Refusal.MOVED_ON.because("the draft was sent meanwhile");
    }
}
