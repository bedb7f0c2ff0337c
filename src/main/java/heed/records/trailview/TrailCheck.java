package heed.records.trailview;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.trail.Gathering;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.trail.TrailState;
import org.springframework.stereotype.Service;

/** How the chain that vouches for the audit log stands, for those who answer for it. */
@Service
class TrailCheck {
    private final Gathering gathering;
    private final Transactions transactions;
    private final Trail trail;

    TrailCheck(Gathering gathering, Transactions transactions, Trail trail) {
        this.gathering = gathering;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Looks, and leaves an entry that somebody did. */
    TrailState look(Actor by) {
        by.must(Permission.CHECK_AUDIT_LOG);
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("trail.check"));
            return gathering.state(by);
        });
    }

    /** What is wrong, for the start page; empty where nothing is, and for whom it is not. */
    String trouble(Actor by) {
        return by.may(Permission.CHECK_AUDIT_LOG) ? gathering.state(by).trouble() : "";
    }
}
