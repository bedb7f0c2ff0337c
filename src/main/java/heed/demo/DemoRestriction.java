package heed.demo;

import heed.access.Permission;
import heed.access.policy.Marking;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.emergency.Emergency;
import heed.casework.restriction.KeptBecause;
import heed.casework.restriction.Restriction;
import heed.demo.DatedConcern.State;
import heed.demo.DemoWorld.Member;
import heed.demo.DemoWorld.StaffRole;
import heed.platform.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A few concerns of the invented year that are restricted, kept from somebody, open to a champion, or were opened in an emergency. */
@Component
@Profile("demo")
class DemoRestriction {
    private static final int EVERY = 6;

    private final Restriction restriction;
    private final Emergency emergency;
    private final Concerns concerns;

    DemoRestriction(Restriction restriction, Emergency emergency, Concerns concerns) {
        this.restriction = restriction;
        this.emergency = emergency;
        this.concerns = concerns;
    }

    /** Says of some that an officer has in hand who may see them, an hour after they were taken up or at the present. */
    void work(DemoWorld world, DemoRegister register, DatedConcern dated, Concern concern, Actor officer,
            Instant takenUp, Instant until) {
        if (dated.state() != State.IN_HAND || concern.marking() != Marking.NORMAL)
            return;
        var leads = holding(world, register, StaffRole.DSL);
        var officers = holding(world, register, StaffRole.DSO);
        if (leads.isEmpty() || officers.isEmpty())
            return;
        var lead = leads.getFirst();
        var soon = takenUp.plus(Duration.ofHours(1));
        var when = soon.isBefore(until) ? soon : until;
        switch (dated.number() % EVERY) {
            case 0 -> officers.stream().filter(o -> !o.is(officer.staff())).findFirst()
                    .ifPresent(someone -> DemoClock.at(when, () -> restriction.keepFrom(officer, concern.ref(),
                            someone.staff(), KeptBecause.CLOSE, "They live in the same street.")));
            case 2 -> holding(world, register, StaffRole.CHAMPION).stream().findFirst()
                    .ifPresent(champion -> DemoClock.at(until, () -> restriction.open(lead, concern.ref(),
                            champion.staff(), until.plus(Duration.ofDays(7)), "To see how we ask about it.")));
            case 4 -> {
                DemoClock.at(when, () -> restriction.restrict(lead, concern.ref(),
                        concerns.office(lead, concern.ref()).version(), Set.of(officer.staff()),
                        "Her family works with us. Only those who need it see it."));
                openInEmergency(officers, concern, until.minus(Duration.ofMinutes(30)));
            }
            default -> {
            }
        }
    }

    private void openInEmergency(List<Actor> officers, Concern concern, Instant when) {
        for (var urgent : officers)
            if (urgent.may(Permission.OPEN_IN_EMERGENCY) && DemoClock.at(when, () -> emergency.stopped(urgent).isEmpty()
                    && !emergency.needsNone(urgent, concern.ref()) && emergency.opens(urgent, concern.ref()))) {
                DemoClock.at(when, () -> emergency.open(urgent, concern.ref(),
                        "She rang from outside and nobody named could be reached."));
                return;
            }
    }

    private static List<Actor> holding(DemoWorld world, DemoRegister register, StaffRole role) {
        return world.holding(role).stream().filter((Member m) -> register.ids().containsKey("staff:" + m.key()))
                .map(register::acting).toList();
    }
}
