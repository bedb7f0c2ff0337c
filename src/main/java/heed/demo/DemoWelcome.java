package heed.demo;

import heed.access.Role;
import heed.demo.DemoWorld.Member;
import heed.demo.DemoWorld.StaffRole;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says in the log whom a demonstration can be looked at as. The people are invented, so their names may stand there. */
@Component
@Profile("demo")
class DemoWelcome {
    private static final Logger LOG = LoggerFactory.getLogger(DemoWelcome.class);
    private static final List<StaffRole> SHOWN = List.of(StaffRole.STAFF, StaffRole.DSO, StaffRole.DSL,
            StaffRole.COORDINATOR,
            StaffRole.ALLEGATIONS_RECIPIENT, StaffRole.ADMINISTRATOR, StaffRole.ACCOUNTABLE_OFFICER,
            StaffRole.BOARD_MANAGER);

    private final DemoStart start;

    DemoWelcome(DemoStart start) {
        this.start = start;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void say() {
        start.world().ifPresent(world -> {
            LOG.info(
                    "This is a demonstration: everybody in it is invented. One click on the sign-in page signs you in, for instance as");
            for (var role : SHOWN)
                somebody(world, role).ifPresent(
                        m -> LOG.info("  {}, {}: {}", m.name(), m.post(), Role.valueOf(role.name()).words()));
        });
    }

    /** Somebody who is that; for staff somebody who is nothing else, tells much and is in no allegation. */
    private static Optional<Member> somebody(DemoWorld world, StaffRole role) {
        if (role != StaffRole.STAFF)
            return world.holding(role).stream().findFirst();
        return world.holding(role).stream().filter(m -> m.roles().size() == 1)
                .filter(m -> world.tellings().stream().map(Telling::worksHere)
                        .noneMatch(w -> w != null && m.key().equals(w.staff())))
                .max(Comparator.comparing(
                        m -> world.tellings().stream().filter(t -> t.services().contains(m.service())).count()));
    }
}
