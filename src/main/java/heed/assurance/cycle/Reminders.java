package heed.assurance.cycle;

import heed.access.Role;
import heed.access.grant.Grants;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Writes to those who keep an invited organisation's return: that they are invited, that the board asks, that the day comes
 * near or has passed; once for each cause. Their own scope writes it: the board never sees who they are.
 */
@Component
class Reminders {
    private static final int TWO_WEEKS = 14;
    private static final int THREE_DAYS = 3;

    private final Invitations invitations;
    private final Grants grants;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Reminders(Invitations invitations, Grants grants, Outbox outbox, Transactions transactions, Trail trail,
            Clock clock) {
        this.invitations = invitations;
        this.grants = grants;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A cause to write, and since when it holds. */
    private record Cause(String code, Instant since, CycleMail mail) {
    }

    /** Looks at one scope. @return how many causes were written about */
    int look(Actor system) {
        return transactions.inScope(system.scope(), () -> {
            var keepers = keepers(system);
            // Nobody to tell is no telling: whoever keeps it from tomorrow on is told then.
            if (keepers.isEmpty())
                return 0;
            int written = 0;
            for (var invited : invitations.addressed(system))
                for (var cause : causes(invited))
                    if (invitations.told(system, invited.id(), cause.code(), cause.since())) {
                        write(system, invited, cause, keepers);
                        written++;
                    }
            return written;
        });
    }

    private List<Cause> causes(Invited invited) {
        var accepted = invited.accepted();
        if (invited.state() != CycleState.OPEN || accepted != null && accepted.handedIn())
            return List.of();
        var causes = new java.util.ArrayList<Cause>();
        causes.add(new Cause("INVITED", invited.invitedAt(), CycleMail.RETURN_INVITED));
        if (invited.remindedAt() != null)
            causes.add(new Cause("ASKED", invited.remindedAt(), CycleMail.RETURN_ASKED));
        var today = clock.instant().atZone(LondonTime.ZONE).toLocalDate();
        var due = invited.returnsBy();
        // One mail about the day at a time: the latest that holds. A day that was moved is another cause.
        if (today.isAfter(due))
            causes.add(new Cause("OVERDUE", start(due), CycleMail.RETURN_OVERDUE));
        else if (!today.isBefore(due.minusDays(THREE_DAYS)))
            causes.add(new Cause("DUE_IN_THREE_DAYS", start(due), CycleMail.RETURN_DUE));
        else if (!today.isBefore(due.minusDays(TWO_WEEKS)))
            causes.add(new Cause("DUE_IN_TWO_WEEKS", start(due), CycleMail.RETURN_DUE));
        return causes;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(LondonTime.ZONE).toInstant();
    }

    private List<UUID> keepers(Actor system) {
        var keepers = new LinkedHashSet<UUID>();
        for (var role : Role.giving(heed.access.Permission.KEEP_RETURN))
            keepers.addAll(grants.holders(system, role));
        return List.copyOf(keepers);
    }

    private void write(Actor system, Invited invited, Cause cause, List<UUID> keepers) {
        for (var someone : keepers)
            outbox.add(system, someone, cause.mail(), null, false);
        trail.add(system, Trace.list("invitation.remind", invited.id(), keepers).because(cause.code()));
    }

    /** Looks every quarter of an hour. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Job remindOfReturns(Reminders reminders, Organisations organisations) {
            return new Job("return-reminders", Duration.ofMinutes(15),
                    () -> organisations.scopes().forEach(scope -> reminders.look(Actor.system(scope.id()))));
        }

        /** What a board publishes after an organisation took part comes all the same. */
        @Bean
        Job keepCrosswalks(Invitations invitations, Organisations organisations) {
            return new Job("crosswalks-sent", Duration.ofMinutes(15),
                    () -> organisations.scopes()
                            .forEach(scope -> invitations.keepCrosswalks(Actor.system(scope.id()))));
        }
    }
}
