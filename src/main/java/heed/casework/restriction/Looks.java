package heed.casework.restriction;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.casework.AdviceRef;
import heed.casework.CaseRef;
import heed.casework.ConcernRef;
import heed.casework.advice.AdviceDesk;
import heed.casework.concern.Concerns;
import heed.casework.triage.Desk;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.trail.Look;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Who has looked at a record, from the audit log, for those who may see the record. */
@Service
public class Looks {
    private final Concerns concerns;
    private final Desk desk;
    private final AdviceDesk advice;
    private final Staff staff;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Looks(Concerns concerns, Desk desk, AdviceDesk advice, Staff staff, Transactions transactions, Trail trail,
            Clock clock) {
        this.concerns = concerns;
        this.desk = desk;
        this.advice = advice;
        this.staff = staff;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Everybody who has looked, latest first, with the names of those who are known. */
    record Seen(List<Look> looks, Map<UUID, String> names) {
    }

    Seen concern(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            var seen = of(by, concern.id(), concern.receivedAt());
            trail.add(by, Trace.of("concern.view-looks", concern.id()));
            return seen;
        });
    }

    Seen caseFile(Actor by, CaseRef ref) {
        return transactions.inScope(by.scope(), () -> {
            var found = desk.openCase(by, ref);
            var seen = of(by, found.id(), found.openedAt());
            trail.add(by, Trace.of("case.view-looks", found.id()));
            return seen;
        });
    }

    Seen advice(Actor by, AdviceRef ref) {
        return transactions.inScope(by.scope(), () -> {
            var found = advice.toSeeLooks(by, ref);
            return of(by, found.id(), found.askedAt());
        });
    }

    private Seen of(Actor by, UUID record, Instant since) {
        var looks = trail.looks(by, record, since, clock.instant());
        return new Seen(looks, staff.names(by, looks.stream().map(Look::who).toList()));
    }
}
