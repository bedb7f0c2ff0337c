package heed.assurance.importing;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.records.document.Arriving;
import heed.records.document.Document;
import heed.records.document.Documents;
import heed.records.document.Outgoing;
import heed.records.document.VirusCheck;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Papers brought in, listed, looked at, read another way and given up. What is said about them is {@link PuttingRight}'s. */
@Service
public class Importing {
    /** How many papers stand on a page of the list. */
    static final int PAGE = 50;

    private final BroughtPapers papers;
    private final PaperMappings mappings;
    private final PaperReadings readings;
    private final Documents documents;
    private final VirusCheck viruses;
    private final Staff staff;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Importing(BroughtPapers papers, PaperMappings mappings, PaperReadings readings, Documents documents,
            VirusCheck viruses, Staff staff, Transactions transactions, Trail trail, Clock clock) {
        this.papers = papers;
        this.mappings = mappings;
        this.readings = readings;
        this.documents = documents;
        this.viruses = viruses;
        this.staff = staff;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A paper in a list. @param file its file, whose name is what people know it by */
    record Listed(Paper paper, Document file) {
    }

    /**
     * A paper that is looked at.
     *
     * @param now   what was read, as people put it; null where nothing was read yet
     * @param names of everybody who did something to it
     */
    record Viewed(Paper paper, Document file, @Nullable Corrected now, Map<UUID, String> names) {
        /** Stands for all of it, so that nobody accepts what somebody changed a moment ago. */
        String mark() {
            return paper.version() + "-" + (now == null ? 0 : now.count());
        }

        /** What was read. @throws heed.platform.Refused as moved on, where nothing was yet */
        Corrected read() {
            if (now == null)
                throw Refusal.MOVED_ON.because("the paper is not read");
            return now;
        }
    }

    /**
     * Keeps a paper that somebody brought, and reads it at once where it is small.
     *
     * @throws heed.platform.Refused as not found, without the permission
     */
    UUID bring(Actor by, PaperKind kind, Arriving file) {
        by.must(Permission.IMPORT_PAPERS);
        var id = UUID.randomUUID();
        transactions.inScope(by.scope(), () -> {
            papers.add(by, id, kind, clock.instant());
            documents.add(by, id, file, "", clock.instant());
            trail.add(by, Trace.of("paper.bring", id).fields("kind", "file"));
        });
        readings.soon(by, id);
        return id;
    }

    /** The same for a return, for other modules. @throws heed.platform.Refused as not found, without the permission */
    public UUID bringReturn(Actor by, Arriving file) {
        return bring(by, PaperKind.RETURN, file);
    }

    /**
     * Some of the papers there are.
     *
     * @param papers latest first
     * @param all    how many there are on all pages
     * @param older  where the next page begins; null on the last
     */
    record Listing(List<Listed> papers, int all, @Nullable PaperCursor older) {
    }

    /**
     * A page of the papers of the body they work for, latest first.
     *
     * @param after where the page before ended; null for the first
     */
    Listing list(Actor by, @Nullable PaperCursor after) {
        by.must(Permission.IMPORT_PAPERS);
        return transactions.inScope(by.scope(), () -> {
            var found = papers.theirs(by, after, PAGE + 1);
            boolean more = found.size() > PAGE;
            var listed = listed(by, more ? found.subList(0, PAGE) : found);
            trail.add(by, Trace.list("paper.list", listed.stream().map(l -> l.paper().id()).toList()));
            return new Listing(listed, papers.count(by, true),
                    more ? PaperCursor.after(found.get(PAGE - 1)) : null);
        });
    }

    /**
     * Papers that wait for somebody to accept them.
     *
     * @param papers the latest of them, at most a page
     * @param open   how many there are
     * @param all    how many papers there are, accepted ones too
     */
    record Open(List<Listed> papers, int open, int all) {
    }

    /** Those that nobody accepted yet, for a page that writes the audit log itself, in its transaction. */
    Open open(Actor by) {
        return new Open(listed(by, papers.unaccepted(by, PAGE)), papers.count(by, false), papers.count(by, true));
    }

    private List<Listed> listed(Actor by, List<Paper> some) {
        return some.stream().flatMap(p -> file(by, p).map(f -> new Listed(p, f)).stream()).toList();
    }

    /** One of them, with everything that was read. @throws heed.platform.Refused as not found, where it is not theirs */
    Viewed view(Actor by, UUID id) {
        by.must(Permission.IMPORT_PAPERS);
        return transactions.inScope(by.scope(), () -> {
            var paper = papers.get(by, id);
            var file = file(by, paper).orElseThrow(() -> Refusal.NOT_FOUND.because("the paper's file is gone"));
            var now = paper.state() == PaperState.READ || paper.state() == PaperState.ACCEPTED
                    ? papers.corrected(by, paper)
                    : null;
            var who = new HashSet<UUID>();
            who.add(paper.broughtBy());
            if (paper.acceptedBy() != null)
                who.add(paper.acceptedBy());
            if (now != null) {
                now.parts().stream().map(Corrected.Part::last).flatMap(m -> Optional.ofNullable(m).stream())
                        .forEach(m -> who.add(m.by()));
                now.strays().forEach(m -> who.add(m.by()));
            }
            trail.add(by, Trace.of("paper.view", id));
            return new Viewed(paper, file, now, staff.names(by, who));
        });
    }

    /** The file as it came. @throws heed.platform.Refused as not found; as not allowed now, where it is not checked */
    Outgoing file(Actor by, UUID id) {
        by.must(Permission.IMPORT_PAPERS);
        return transactions.inScope(by.scope(), () -> {
            var file = file(by, papers.get(by, id))
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("the paper's file is gone"));
            if (!viruses.opens(file.state()))
                throw Refusal.NOT_ALLOWED_NOW.because("the virus check has not passed it");
            trail.add(by, Trace.of("file.download", file.id()));
            return documents.outgoing(by, file);
        });
    }

    /** What was said before about such papers of that body. */
    Mapping mapping(Actor by, Paper paper, PaperKind kind) {
        by.must(Permission.IMPORT_PAPERS);
        return transactions.inScope(by.scope(), () -> mappings.of(by, paper.council(), kind));
    }

    /**
     * Has a paper read once more, as this kind and with these words; they are remembered for the next paper too.
     *
     * @throws heed.platform.Refused as moved on, where it was accepted or is being read meanwhile
     */
    void readAgain(Actor by, UUID id, PaperKind kind, @Nullable Mapping mapping) {
        by.must(Permission.IMPORT_PAPERS);
        transactions.inScope(by.scope(), () -> {
            var paper = papers.hold(by, id);
            papers.again(by, paper, kind);
            if (mapping != null)
                mappings.save(by, paper.council(), kind, mapping, clock.instant());
            trail.add(by, Trace.of("paper.read-again", id).fields("kind", "mapping"));
        });
        readings.soon(by, id);
    }

    /**
     * Gives a paper up: its file, what was read and what was said about it go for good.
     *
     * @throws heed.platform.Refused as moved on, where it was accepted
     */
    void discard(Actor by, UUID id) {
        by.must(Permission.IMPORT_PAPERS);
        transactions.inScope(by.scope(), () -> {
            var paper = papers.hold(by, id);
            papers.discard(by, paper);
            documents.destroyAll(by.scope(), id);
            trail.add(by, Trace.of("paper.discard", id));
        });
    }

    private Optional<Document> file(Actor by, Paper paper) {
        return documents.of(by, paper.id()).stream().findFirst();
    }
}
