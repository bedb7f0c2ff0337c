package heed.casework.rota;

import heed.access.Role;
import heed.access.grant.Grants;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.jobs.Job;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells every officer and the coordinator when nobody is on duty, once for each such time. It looks at the rota alone and
 * never at concerns, so that the mail says nothing about any of them.
 */
@Component
class GapWatch {
    private final Rota rota;
    private final Grants grants;
    private final Outbox outbox;
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    GapWatch(Rota rota, Grants grants, Outbox outbox, JdbcClient db, Transactions transactions, Trail trail,
            Clock clock) {
        this.rota = rota;
        this.grants = grants;
        this.outbox = outbox;
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Looks at one scope. @return whether anybody was told */
    boolean look(Actor system) {
        var scope = system.scope();
        return transactions.inScope(scope, () -> {
            var now = clock.instant();
            var gap = rota.gapAt(system, now);
            if (gap.isEmpty() || db.sql("""
                    insert into casework.rota_gap (scope_id, began_at, told_at) values (:scope, :began, :now)
                    on conflict do nothing""").param("scope", scope).param("began", Timestamp.from(gap.get().from()))
                    .param("now", Timestamp.from(now)).update() == 0)
                return false;
            var told = new LinkedHashSet<UUID>();
            for (var role : List.of(Role.DSO, Role.COORDINATOR))
                told.addAll(grants.holders(system, role));
            for (var someone : told)
                outbox.add(system, someone, RotaMail.ROTA_EMPTY, null, false);
            trail.add(system, Trace.list("rota.empty", List.copyOf(told)));
            return true;
        });
    }

    /** Looks every minute. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Job watchRota(GapWatch watch, Organisations organisations) {
            return new Job("rota-watch", Duration.ofMinutes(1),
                    () -> organisations.scopes().forEach(scope -> watch.look(Actor.system(scope.id()))));
        }
    }
}
