package heed.casework.concern;

import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Barring;
import heed.access.policy.Marking;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.notify.Outbox;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens when a concern arrives: it is kept, guarded, and the right people are told, all in one transaction. */
@Component
public class Arrival {
    private final Concerns concerns;
    private final Guard guard;
    private final Barring barring;
    private final Grants grants;
    private final Staff staff;
    private final OnDuty onDuty;
    private final Outbox outbox;
    private final Clock clock;

    Arrival(Concerns concerns, Guard guard, Barring barring, Grants grants, Staff staff, OnDuty onDuty, Outbox outbox,
            Clock clock) {
        this.concerns = concerns;
        this.guard = guard;
        this.barring = barring;
        this.grants = grants;
        this.staff = staff;
        this.onDuty = onDuty;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Receives what was told. Needs the caller's scope transaction. */
    public Concern receive(Actor by, UUID submission, Telling telling) {
        return receive(by, submission, telling, "");
    }

    /**
     * Receives what was told with files.
     *
     * @param besides names of files and what is said of them: not part of the account, and yet a name in them counts
     */
    public Concern receive(Actor by, UUID submission, Telling telling, String besides) {
        var account = telling.account();
        var verdict = guard.consider(by, besides.isBlank()
                ? telling
                : telling.account(
                        new Telling.Account(account.seen(), account.told(), account.think() + "\n" + besides)));
        var service = staff.get(by, by.staff()).service();
        var moved = Concern.received(UUID.randomUUID(), concerns.newRef(), by, service, by.staff(), clock.instant(),
                telling.inDanger(),
                telling.subject(), verdict.allegation() ? Marking.ALLEGATION : Marking.NORMAL);
        concerns.add(by, moved, submission, telling);
        guard.guard(by, moved.concern(), telling, verdict);
        if (!verdict.allegation())
            tellOfficers(by, moved.concern(), verdict.keepFrom());
        return moved.concern();
    }

    /**
     * Tells whoever is on duty that a concern is waiting, and their cover too where somebody is in danger. Where they are
     * barred, their cover; where nobody of the rota is left, every designated safeguarding officer but those barred; where
     * none of those is left, the leads, and then the coordinator, so that it never waits untold.
     */
    public void tellOfficers(Actor by, Concern concern, Set<UUID> barred) {
        var watch = onDuty.now(by);
        var told = new LinkedHashSet<>(watch.officers());
        if (concern.danger())
            told.addAll(watch.cover());
        told.removeAll(barred);
        if (told.isEmpty()) {
            told.addAll(watch.cover());
            told.removeAll(barred);
        }
        for (var role : List.of(Role.DSO, Role.DSL, Role.COORDINATOR))
            if (told.isEmpty()) {
                told.addAll(grants.holders(by, role));
                told.removeAll(barred);
            }
        for (var officer : told)
            outbox.add(by, officer, ConcernMail.waiting(concern.danger()), concern.ref().value(), concern.danger());
    }

    /** Tells the others who may see it that it waits again. One held by name is told of only to those it may be held by. */
    public void tellOthers(Actor by, Concern concern, Set<UUID> but) {
        if (concern.marking() != Marking.NORMAL) {
            guard.replace(by, concern, but);
            return;
        }
        var barred = new HashSet<>(barring.facts(concern.id(), concern.marking(), concern.raisedBy()).excluded());
        barred.addAll(but);
        tellOfficers(by, concern, barred);
    }
}
