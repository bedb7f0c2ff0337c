package heed.demo;

import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Policy;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Status;
import heed.casework.rota.Handovers;
import heed.casework.rota.Rota;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The invented council's rota for the weeks around now, with cover, mobile numbers and a handover. */
@Component
@Profile("demo")
class DemoRota {
    private static final int WEEKS = 6;

    private final Rota rota;
    private final Handovers handovers;
    private final Concerns concerns;
    private final Grants grants;
    private final Staff staff;
    private final Transactions transactions;

    DemoRota(Rota rota, Handovers handovers, Concerns concerns, Grants grants, Staff staff, Transactions transactions) {
        this.rota = rota;
        this.handovers = handovers;
        this.concerns = concerns;
        this.grants = grants;
        this.staff = staff;
        this.transactions = transactions;
    }

    /**
     * Makes the rota from the Monday before the demonstration began: a week each, day and night, handed over on Mondays at
     * nine. Joins the open transaction of the scope.
     */
    void make(Actor system, Instant began) {
        transactions.inScope(system.scope(), () -> {
            var officers = new ArrayList<>(grants.holders(system, Role.DSO));
            for (var lead : grants.holders(system, Role.DSL))
                if (!officers.contains(lead))
                    officers.add(lead);
            var makers = grants.holders(system, Role.COORDINATOR);
            var maker = makers.isEmpty() ? grants.holders(system, Role.DSL) : makers;
            if (officers.isEmpty() || maker.isEmpty())
                return;
            var by = new Actor(maker.getFirst(), system.scope(), Actor.NOBODY,
                    Role.permits(Set.of(Role.STAFF, Role.COORDINATOR)), "demo");
            for (int i = 0; i < officers.size(); i++)
                staff.setMobile(system, officers.get(i), "07700 900%03d".formatted(101 + i));
            var today = began.atZone(WorkingTime.LONDON).toLocalDate();
            var monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
            for (int week = -1; week < WEEKS; week++) {
                int turn = Math.floorMod(week, officers.size());
                UUID cover = officers.size() < 2 ? null : officers.get((turn + 1) % officers.size());
                rota.add(by, officers.get(turn), cover, nine(monday.plusWeeks(week)), nine(monday.plusWeeks(week + 1)));
            }
        });
    }

    private static Instant nine(LocalDate day) {
        return day.atTime(9, 0).atZone(WorkingTime.LONDON).toInstant();
    }

    /** Leaves a handover about what an officer has in hand, an hour before the demonstration began. */
    void handOver(DemoWorld world, DemoRegister register, Instant began) {
        for (var member : world.holding(DemoWorld.StaffRole.DSO)) {
            if (!world.scopeOf(member.service()).equals(world.organisations().values().iterator().next().scope()))
                continue;
            var by = register.acting(member);
            var inHand = transactions.inScope(by.scope(), () -> concerns
                    .list(Policy.office(by), List.of(Status.IN_TRIAGE), null, 200).stream()
                    .filter(c -> c.takenBy() != null && by.is(c.takenBy())).map(Concern::ref).toList());
            if (inHand.isEmpty())
                continue;
            ConcernRef open = inHand.getFirst();
            DemoClock.at(began.minus(Duration.ofHours(1)), () -> handovers.write(by, UUID.randomUUID(),
                    "The hub’s line was engaged for most of the afternoon. Try the second number first.",
                    Map.of(open,
                            "I have rung twice and left a message. They ring back before noon; if not, try again.")));
            return;
        }
    }
}
