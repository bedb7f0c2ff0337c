package heed.assurance.importing;

import heed.assurance.paper.Papers;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.records.document.Document;
import heed.records.document.Documents;
import heed.records.document.Outgoing;
import heed.records.document.VirusCheck;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Reads papers that wait: a small one while the person who brought it waits, any other from a job. The file is opened and
 * taken apart outside any transaction; one that cannot be opened ends as damaged, one that opens and fails a reader as
 * Heed's own fault.
 */
@Service
class PaperReadings {
    private static final Logger LOG = LoggerFactory.getLogger(PaperReadings.class);
    /** The largest file that somebody is kept waiting for, in bytes: it is read in a second or two. */
    static final long AT_ONCE = 2_000_000L;
    /** How many are read at once while somebody waits: each is whole in memory. */
    private static final int SIDE_BY_SIDE = 2;
    private static final int ROUND = 20;

    private final BroughtPapers papers;
    private final PaperMappings mappings;
    private final Documents documents;
    private final VirusCheck viruses;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;
    private final Semaphore places = new Semaphore(SIDE_BY_SIDE);

    PaperReadings(BroughtPapers papers, PaperMappings mappings, Documents documents, VirusCheck viruses,
            Transactions transactions, Trail trail, Clock clock) {
        this.papers = papers;
        this.mappings = mappings;
        this.documents = documents;
        this.viruses = viruses;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Reads a paper of theirs now, where it is small and there is a place; else it stays for {@link #round}. */
    void soon(Actor by, UUID paper) {
        var small = transactions.inScope(by.scope(), () -> documents.of(by, papers.get(by, paper).id()).stream()
                .allMatch(file -> file.size() <= AT_ONCE));
        if (!small || !places.tryAcquire())
            return;
        try {
            read(by, paper);
        } finally {
            places.release();
        }
    }

    /** Reads what waits in the actor's scope, who is the system itself. Returns how many were read. */
    int round(Actor by) {
        int read = 0;
        for (var paper : transactions.inScope(by.scope(), () -> papers.waiting(by, ROUND)))
            if (read(by, paper))
                read++;
        return read;
    }

    /** A paper that is this reader's, and its file. */
    private record Claimed(Paper paper, Outgoing file) {
    }

    private boolean read(Actor by, UUID id) {
        var claimed = transactions.inScope(by.scope(), () -> papers.claim(by, id, clock.instant()).flatMap(paper -> {
            var file = documents.of(by, id).stream().filter(f -> viruses.opens(f.state())).findFirst();
            if (file.isEmpty())
                papers.release(by, id);
            return file.map(f -> new Claimed(paper, documents.outgoing(by, f)));
        }));
        if (claimed.isEmpty())
            return false;
        var paper = claimed.get().paper();
        var source = source(claimed.get());
        var mapping = transactions.inScope(by.scope(), () -> mappings.of(by, paper.council(), paper.kind()));
        var reading = source instanceof Source.Lines lines
                ? read(paper, lines, mapping)
                : Optional.<heed.assurance.paper.Reading>empty();
        var fault = source instanceof Source.Refused refused ? refused.fault() : Source.Fault.READER;
        return transactions.inScope(by.scope(), () -> {
            var kept = reading.isPresent()
                    ? papers.read(by, paper, reading.get(), Corrected.of(reading.get(), java.util.List.of()).unread()
                            .size(), clock.instant())
                    : papers.failed(by, paper, fault, clock.instant());
            if (kept) {
                // Corrections made before it was read again count again, where they still fit.
                if (reading.isPresent()) {
                    var now = papers.corrected(by, paper);
                    papers.counted(by, id, now.pieces().size(), now.unread().size());
                }
                trail.add(by, Trace.of("paper.read", id).because(reading.isPresent() ? "READ" : fault.name()));
            }
            return kept;
        });
    }

    private static Source source(Claimed claimed) {
        try (var in = claimed.file().original()) {
            return Sources.of(in.readAllBytes());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return broken(claimed.file().document(), e);
        }
    }

    /** What is wrong with a file {@link Sources} says; what is thrown all the same is no fault of the file. */
    private static Source broken(Document file, Throwable e) {
        // Only the class: a message may quote the paper.
        LOG.warn("File {} could not be taken apart: {}", file.id(), e.getClass().getName());
        return new Source.Refused(Source.Fault.READER);
    }

    private static Optional<heed.assurance.paper.Reading> read(Paper paper, Source.Lines lines,
            heed.assurance.paper.Mapping mapping) {
        try {
            return Optional.of(Papers.read(paper.kind(), lines.lines(), mapping));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("Paper {} could not be read: {}", paper.id(), e.getClass().getName());
            return Optional.empty();
        }
    }
}
