package heed.casework.escalation;

import heed.access.Permission;
import heed.access.policy.Policy;
import heed.casework.clock.ResponsePlans;
import heed.casework.clock.TimeLeft;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Status;
import heed.casework.concern.Waits;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** How long is left to take up what waits, as the clock says it now. */
@Service
public class FirstLooks {
    private static final int MOST = 1_000;

    private final Concerns concerns;
    private final Waits waits;
    private final ResponsePlans plans;
    private final Transactions transactions;
    private final Clock clock;

    FirstLooks(Concerns concerns, Waits waits, ResponsePlans plans, Transactions transactions, Clock clock) {
        this.concerns = concerns;
        this.waits = waits;
        this.plans = plans;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * How long is left for each of these that waits, by the concern's id; those taken up have stopped their clock and are
     * left out. The caller has read the concerns within what the actor may see.
     */
    public Map<UUID, TimeLeft> of(Actor by, List<Concern> read) {
        var waiting = read.stream().filter(c -> c.status() == Status.RECEIVED).toList();
        if (waiting.isEmpty())
            return Map.of();
        return transactions.inScope(by.scope(), () -> {
            var since = waits.since(by, waiting);
            var clocks = plans.clocks(by);
            var now = clock.instant();
            var left = new HashMap<UUID, TimeLeft>();
            for (var concern : waiting)
                left.put(concern.id(),
                        TimeLeft.firstLook(clocks, since.getOrDefault(concern.id(), concern.receivedAt()),
                                concern.danger(), now));
            return Map.copyOf(left);
        });
    }

    /** How many are overdue, danger included, of what the actor may see; for the start page. At most a thousand are looked at. */
    public int overdue(Actor by) {
        if (!by.may(Permission.WORK_CONCERNS))
            return 0;
        return transactions.inScope(by.scope(), () -> (int) of(by,
                concerns.list(Policy.office(by), List.of(Status.RECEIVED), null, MOST)).values().stream()
                .filter(TimeLeft::overdue).count());
    }
}
