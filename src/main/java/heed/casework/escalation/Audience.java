package heed.casework.escalation;

import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Barring;
import heed.access.policy.Facts;
import heed.access.policy.Marking;
import heed.access.policy.Policy;
import heed.casework.clock.Responder;
import heed.casework.concern.Concern;
import heed.casework.concern.OnDuty;
import heed.platform.Actor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns who is to be told into people: always and only such as may see the concern, by the one policy. */
@Component
class Audience {
    private static final List<Role> WIDER = List.of(Role.DSO, Role.DSL, Role.COORDINATOR);

    private final Grants grants;
    private final OnDuty onDuty;
    private final Barring barring;

    Audience(Grants grants, OnDuty onDuty, Barring barring) {
        this.grants = grants;
        this.onDuty = onDuty;
        this.barring = barring;
    }

    /**
     * Who is told of a step. A concern held by name is told of to everybody who may see it, at every step: nobody else may
     * know of it. Where none of those meant may see it, the next wider circle is told.
     *
     * @return nobody only where nobody may see it
     */
    Set<UUID> people(Actor by, Concern concern, Set<Responder> responders) {
        var facts = barring.facts(concern.id(), concern.marking(), concern.raisedBy());
        if (concern.marking() != Marking.NORMAL)
            return holders(by, concern, facts);
        var watch = onDuty.now(by);
        var told = new LinkedHashSet<UUID>();
        if (responders.contains(Responder.ON_DUTY))
            told.addAll(seeing(by, watch.officers(), facts));
        if (responders.contains(Responder.SECOND))
            told.addAll(second(by, watch, facts));
        if (responders.contains(Responder.OFFICERS))
            told.addAll(seeing(by, grants.holders(by, Role.DSO), facts));
        if (responders.contains(Responder.LEADS))
            told.addAll(seeing(by, grants.holders(by, Role.DSL), facts));
        if (responders.contains(Responder.COORDINATOR))
            told.addAll(seeing(by, grants.holders(by, Role.COORDINATOR), facts));
        for (var role : WIDER)
            if (told.isEmpty())
                told.addAll(seeing(by, grants.holders(by, role), facts));
        return told;
    }

    /** The cover; where there is none who may see it, one officer who is not on duty. */
    private Set<UUID> second(Actor by, OnDuty.Watch watch, Facts facts) {
        var cover = seeing(by, watch.cover(), facts);
        if (!cover.isEmpty())
            return cover;
        for (var role : List.of(Role.DSO, Role.DSL)) {
            var others = seeing(by, grants.holders(by, role), facts);
            others.removeAll(watch.officers());
            if (!others.isEmpty())
                return Set.of(others.iterator().next());
        }
        return Set.of();
    }

    private Set<UUID> holders(Actor by, Concern concern, Facts facts) {
        var all = new LinkedHashSet<>(facts.named());
        if (concern.marking() == Marking.ALLEGATION)
            all.addAll(grants.holders(by, Role.ALLEGATIONS_RECIPIENT));
        return seeing(by, List.copyOf(all), facts);
    }

    private Set<UUID> seeing(Actor by, List<UUID> people, Facts facts) {
        var seeing = new LinkedHashSet<UUID>();
        for (var someone : people) {
            var roles = grants.rolesOf(by, someone);
            var them = new Actor(someone, by.scope(), by.council(), Role.permits(roles), by.from());
            if (!roles.isEmpty() && Policy.office(them).allows(facts))
                seeing.add(someone);
        }
        return seeing;
    }
}
