package heed.casework.escalation;

import heed.access.policy.Marking;
import heed.access.policy.Rule;
import heed.casework.clock.Clocks;
import heed.casework.clock.Responder;
import heed.casework.clock.ResponsePlan;
import heed.casework.clock.ResponsePlans;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Guard;
import heed.casework.concern.Status;
import heed.casework.concern.Waits;
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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells more and more people while nobody takes a concern up. Which steps are due follows from receipt, plan and clock; that
 * one was told of is written in the transaction that queues its messages, so that each is told once. After a time without
 * this job the steps that were missed are told of together, each person once, in the words of the last.
 */
@Component
public class Escalation {
    private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);
    private static final int MOST = 10_000;

    private final Concerns concerns;
    private final Waits waits;
    private final ResponsePlans plans;
    private final Audience audience;
    private final Guard guard;
    private final Outbox outbox;
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Escalation(Concerns concerns, Waits waits, ResponsePlans plans, Audience audience, Guard guard, Outbox outbox,
            JdbcClient db, Transactions transactions, Trail trail, Clock clock) {
        this.concerns = concerns;
        this.waits = waits;
        this.plans = plans;
        this.audience = audience;
        this.guard = guard;
        this.outbox = outbox;
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Everything that is due in one scope.
     *
     * @return how many concerns were told of
     */
    public int round(Actor system) {
        var scope = system.scope();
        var plan = plans.of(system);
        var clocks = plans.clocks(system);
        var due = transactions.inScope(scope, () -> {
            var waiting = concerns.list(new Rule.InScope(scope), List.of(Status.RECEIVED), null, MOST);
            var since = waits.since(system, waiting);
            return waiting.stream().filter(c -> anyDue(c, since, plan, clocks)).toList();
        });
        int told = 0;
        for (var concern : due)
            try {
                if (transactions.inScope(scope, () -> tell(system, concern, plan, clocks)))
                    told++;
            } catch (RuntimeException e) {
                // One that cannot be told of must not keep the others from being told of.
                LOG.warn("A step of waiting could not be told of: {}", e.getClass().getName());
            }
        return told;
    }

    private boolean anyDue(Concern concern, Map<UUID, Instant> since, ResponsePlan plan, Clocks clocks) {
        var began = since.getOrDefault(concern.id(), concern.receivedAt());
        return plan.rungs(clocks, began, concern.danger()).stream().anyMatch(r -> !r.at().isAfter(clock.instant()));
    }

    private boolean tell(Actor system, Concern listed, ResponsePlan plan, Clocks clocks) {
        // Held while it is told of, so that nobody takes it up in between and two nodes do not tell of it at once.
        if (db.sql("select 1 from casework.concern where id = :id and status = 'RECEIVED' for update skip locked")
                .param("id", listed.id()).query(Integer.class).optional().isEmpty())
            return false;
        var concern = concerns.byId(new Rule.InScope(system.scope()), listed.id()).orElse(listed);
        var now = clock.instant();
        var since = waits.since(system, List.of(concern)).getOrDefault(concern.id(), concern.receivedAt());
        var responders = new HashSet<Responder>();
        int last = 0;
        for (var rung : plan.rungs(clocks, since, concern.danger()))
            if (!rung.at().isAfter(now) && begin(system, concern, since, rung.number(), now)) {
                responders.addAll(rung.told());
                last = rung.number();
            }
        if (last == 0)
            return false;
        var told = audience.people(system, concern, responders);
        if (told.isEmpty() && concern.marking() != Marking.NORMAL)
            // Nobody is left who may see it: whoever holds it next by name is found, and told, by its own rules.
            guard.replace(system, concern, Set.of());
        for (var someone : told)
            outbox.add(system, someone, EscalationMail.of(concern.danger(), last), concern.ref().value(), true);
        trail.add(system,
                new Trace("concern.escalate", concern.id(), List.of(), List.copyOf(told), "STEP_" + last));
        return true;
    }

    private boolean begin(Actor system, Concern concern, Instant since, int step, Instant now) {
        return db.sql("""
                insert into casework.escalation_step (scope_id, concern_id, since, step, told_at)
                values (:scope, :concern, :since, :step, :now) on conflict do nothing""")
                .param("scope", system.scope()).param("concern", concern.id()).param("since", Timestamp.from(since))
                .param("step", step).param("now", Timestamp.from(now)).update() == 1;
    }

    /** Looks every half minute. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Job escalate(Escalation escalation, Organisations organisations) {
            return new Job("escalation", Duration.ofSeconds(30),
                    () -> organisations.scopes().forEach(scope -> escalation.round(Actor.system(scope.id()))));
        }
    }
}
