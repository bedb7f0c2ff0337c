package heed.assurance.plan;

import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.jobs.Job;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Writes to whoever holds a post today that leads an action which is overdue, due within a fortnight, or without the news that
 * was due: about each action once a week at most, and one mail for all that are found together. The colours do not rest on it: they follow from dates.
 */
@Component
class PlanReminders {
    private static final int FORTNIGHT = 14;

    private final ActionRows actions;
    private final Plans plans;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    PlanReminders(ActionRows actions, Plans plans, Outbox outbox, Transactions transactions, Trail trail, Clock clock) {
        this.actions = actions;
        this.plans = plans;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Looks at one scope. @return how many were written to */
    int look(Actor system) {
        return transactions.inScope(system.scope(), () -> {
            var today = clock.instant().atZone(LondonTime.ZONE).toLocalDate();
            var sheet = plans.sheet(system, null, actions.open(system, PlanSight.ofSystem(system, today)));
            var theirs = new LinkedHashMap<UUID, List<String>>();
            for (var shown : sheet.actions()) {
                if (!needs(shown, today))
                    continue;
                var holders = sheet.posts().holders(shown.action().leads(), today);
                if (holders.isEmpty() || !actions.remind(shown.action().id(), today))
                    continue;
                holders.forEach(h -> theirs.computeIfAbsent(h, k -> new ArrayList<>()).add(shown.action().ref()));
                trail.add(system, Trace.list("action.remind", shown.action().id(), List.copyOf(holders)));
            }
            // One mail for each person, however many of their actions need them.
            theirs.forEach((holder, refs) -> outbox.add(system, holder,
                    refs.size() == 1 ? PlanMail.ACTION_NEEDS_YOU : PlanMail.ACTIONS_NEED_YOU,
                    refs.size() == 1 ? refs.getFirst() : null, false));
            return theirs.size();
        });
    }

    private static boolean needs(ShownAction shown, LocalDate today) {
        var state = shown.action().state();
        if (state == ActionState.PROPOSED || state == ActionState.CLAIMED_COMPLETE || state == ActionState.VERIFIED)
            return false;
        var computed = shown.computed();
        if (computed != null
                && (computed.why() == Computed.Why.OVERDUE || computed.why() == Computed.Why.REVIEW_MISSED))
            return true;
        var due = shown.due();
        return due != null && !due.isAfter(today.plusDays(FORTNIGHT));
    }

    /** Looks twice an hour. */
    @Configuration(proxyBeanMethods = false)
    static class PlanRound {
        @Bean
        Job remindOfActions(PlanReminders reminders, Organisations organisations) {
            return new Job("action-reminders", Duration.ofMinutes(30),
                    () -> organisations.scopes().forEach(scope -> reminders.look(Actor.system(scope.id()))));
        }
    }
}
