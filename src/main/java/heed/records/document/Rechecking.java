package heed.records.document;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks the virus check again about files it has not answered for. */
@Service
public class Rechecking {
    private static final Logger LOG = LoggerFactory.getLogger(Rechecking.class);
    /** What the scanner could not look into is tried again daily: its limits may have been raised. */
    private static final Duration HELD_FOR = Duration.ofDays(1);
    private static final int ROUND = 50;

    private final Documents documents;
    private final VirusCheck viruses;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Rechecking(Documents documents, VirusCheck viruses, Transactions transactions, Trail trail, Clock clock) {
        this.documents = documents;
        this.viruses = viruses;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** One round for the actor's scope, who is the system itself. Returns the files found to hold a virus. */
    public List<Document> round(Actor by) {
        if (!viruses.configured())
            return List.of();
        var infected = new ArrayList<Document>();
        var due = transactions.inScope(by.scope(),
                () -> documents.unchecked(by, true, clock.instant().minus(HELD_FOR), ROUND));
        for (var id : due) {
            var state = check(by, id);
            // While the scanner is away there is no use in sending it the next one.
            if (state == State.WAITING)
                break;
            if (state != null)
                transactions.inScope(by.scope(), () -> {
                    documents.checked(by, id, state, clock.instant());
                    trail.add(by, Trace.of("file.check", id).because(state.name()));
                    if (state == State.INFECTED)
                        documents.find(by, id).ifPresent(infected::add);
                });
        }
        return infected;
    }

    /** Reads and asks outside any one transaction; null where the file is gone or cannot be read. */
    private @Nullable State check(Actor by, UUID id) {
        var file = transactions.inScope(by.scope(),
                () -> documents.find(by, id).map(found -> documents.outgoing(by, found)));
        if (file.isEmpty())
            return null;
        try (var bytes = file.get().original()) {
            return viruses.of(bytes);
        } catch (IOException e) {
            LOG.error("File {} cannot be read for the virus check: {}", id, e.getClass().getName());
            return null;
        }
    }
}
