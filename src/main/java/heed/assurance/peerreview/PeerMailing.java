package heed.assurance.peerreview;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells another organisation that something waits for it: in that organisation's scope, by the system, so that nobody learns
 * who is told. What cannot be written is left: the page "Assurance" says the same.
 */
@Component
class PeerMailing {
    private static final Logger LOG = LoggerFactory.getLogger(PeerMailing.class);

    private final Grants grants;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;

    PeerMailing(Grants grants, Outbox outbox, Transactions transactions, Trail trail) {
        this.grants = grants;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Writes to those who keep the return of an organisation. */
    void tell(Actor system, PeerMail mail) {
        try {
            transactions.inScope(system.scope(), () -> {
                var told = new LinkedHashSet<UUID>();
                for (var role : Role.giving(Permission.KEEP_RETURN))
                    told.addAll(grants.holders(system, role));
                for (var someone : told)
                    outbox.add(system, someone, mail, null, false);
                trail.add(system, Trace.list("review.tell", List.copyOf(told)).because(mail.name()));
            });
        } catch (RuntimeException e) {
            LOG.warn("mail about a review was not written: {}", e.getClass().getName());
        }
    }
}
