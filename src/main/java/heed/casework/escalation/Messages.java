package heed.casework.escalation;

import heed.access.Permission;
import heed.access.policy.Policy;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.concern.Concerns;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Messages that could not be sent. One about a concern exists only for those who may see the concern: otherwise a message to
 * an allegations recipient that failed would tell that there is an allegation.
 */
@Service
public class Messages {
    private final Outbox outbox;
    private final Concerns concerns;
    private final Staff staff;
    private final Transactions transactions;
    private final Trail trail;

    Messages(Outbox outbox, Concerns concerns, Staff staff, Transactions transactions, Trail trail) {
        this.outbox = outbox;
        this.concerns = concerns;
        this.staff = staff;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Messages with the names of those they were for. */
    record Failing(List<Outbox.Told> messages, Map<UUID, String> names) {
    }

    /** How many could not be sent, of what the actor may see; for the start page. */
    public int count(Actor by) {
        return by.may(Permission.WATCH_MESSAGES)
                ? transactions.inScope(by.scope(), () -> visible(by).size())
                : 0;
    }

    Failing failing(Actor by) {
        by.must(Permission.WATCH_MESSAGES);
        return transactions.inScope(by.scope(), () -> {
            var messages = visible(by);
            trail.add(by, Trace.list("outbox.failing", messages.stream().map(Outbox.Told::id).toList()));
            return new Failing(messages, staff.names(by, messages.stream().map(Outbox.Told::recipient).toList()));
        });
    }

    /** Tries one again. @throws heed.platform.Refused as not found where there is none that the actor may see */
    void retry(Actor by, UUID id) {
        by.must(Permission.WATCH_MESSAGES);
        transactions.inScope(by.scope(), () -> {
            if (visible(by).stream().noneMatch(m -> m.id().equals(id)))
                throw Refusal.NOT_FOUND.because("no such message for them");
            outbox.retry(by, id);
            trail.add(by, Trace.of("outbox.retry", id));
        });
    }

    private List<Outbox.Told> visible(Actor by) {
        var seen = new HashMap<String, Boolean>();
        return outbox.failing(by).stream().filter(message -> {
            var ref = message.ref();
            return ref == null || seen.computeIfAbsent(ref, r -> sees(by, r));
        }).toList();
    }

    /** A reference that is no concern's is shown to nobody: what else it may stand for is not for here to say. */
    private boolean sees(Actor by, String ref) {
        return ref.startsWith("C-") && concerns.find(Policy.office(by), new ConcernRef(ref)).isPresent();
    }
}
