package heed.assurance.start;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.assurance.AssuranceOf;
import heed.casework.InTown;
import heed.casework.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Where assurance begins shows each person what is there for them. */
@InTown
class AssuranceStartTest {
    @Autowired
    private ApplicationContext context;
    @LocalServerPort
    private int port;

    private Town town;

    @BeforeEach
    void a_town() {
        town = Town.in(context);
    }

    @Test
    void it_is_in_the_navigation_of_those_who_have_a_part_in_it_and_of_nobody_else() {
        for (var role : new Role[]{Role.BOARD_MANAGER, Role.COORDINATOR, Role.ACCOUNTABLE_OFFICER, Role.MEMBER})
            assertThat(town.visitor(town.person("Vi " + role.name().toLowerCase(java.util.Locale.ROOT), role), port)
                    .get("/help").page().select("nav a[href=/assurance]")).as(role.name()).hasSize(1);
        for (var role : new Role[]{Role.CHAMPION, Role.DSO, Role.MONITORING_OFFICER, Role.ADMINISTRATOR})
            assertThat(town.visitor(town.person("Vi " + role.name().toLowerCase(java.util.Locale.ROOT), role), port)
                    .get("/help").page().select("nav a[href=/assurance]")).as(role.name()).isEmpty();
    }

    @Test
    void who_has_nothing_is_told_what_will_stand_there() {
        var sol = town.visitor(town.person("Sol Ferrier"), port).get("/assurance");
        assertThat(sol.status()).isEqualTo(200);
        assertThat(sol.page().select(".heed-empty").text()).startsWith("Nothing is shared with you.");
    }

    @Test
    void a_board_sees_its_cycles_and_editions_and_what_it_saw_is_in_the_audit_log() {
        var bea = town.person("Bea Garrick", Role.BOARD_MANAGER);
        var edition = AssuranceOf.edition(context, bea);
        var cycle = AssuranceOf.cycle(context, bea, "").get("id");
        var page = town.visitor(bea, port).get("/assurance");
        assertThat(page.page().select("h2").eachText()).contains("Cycles", "Frameworks");
        assertThat(page.page().select("main a").eachAttr("href")).contains("/assurance/cycles/" + cycle,
                "/assurance/frameworks/" + edition);
        assertThat(town.count("select count(*) from platform.trail where act = 'assurance.list' and '" + cycle
                + "'::uuid = any (found) and '" + edition + "'::uuid = any (found)")).isEqualTo(1);
    }

    @Test
    void a_coordinator_sees_an_invitation_once_the_cycle_is_open() {
        var cora = town.person("Cora Vale", Role.COORDINATOR);
        var visitor = town.visitor(cora, port).get("/assurance");
        assertThat(visitor.body()).contains("No board has invited you");
        var invitation = AssuranceOf.invitation(context, town.person("Bea Garrick", Role.BOARD_MANAGER))
                .get("invitation");
        assertThat(visitor.get("/assurance").page().select("main a").eachAttr("href"))
                .contains("/assurance/invitations/" + invitation);
    }
}
