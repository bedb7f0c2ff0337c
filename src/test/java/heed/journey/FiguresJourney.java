package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.triage.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A lead reads the year off her start page, opens a number and finds as many concerns as it says. */
@InTown
class FiguresJourney {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @Autowired
    Desk desk;
    @LocalServerPort
    int port;

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    @Test
    void a_lead_opens_a_number_and_the_list_has_as_many() {
        clock.startAgain();
        clock.pass(Duration.ofDays(-420));
        var town = Council.in(context);
        var ruth = town.person("Ruth Kendal", Role.DSL);
        var omar = town.person("Omar Tindall");
        for (int i = 0; i < 28; i++) {
            var ref = town.raised(omar, Town.telling("Number " + i + ".").kind(i % 3 == 0 ? "ADULT" : "CHILD"));
            clock.pass(Duration.ofHours(2 + i % 5));
            desk.takeUp(ruth, ref);
            clock.pass(Duration.ofDays(15).minusHours(3));
        }
        clock.startAgain();
        var faults = new ArrayList<String>();
        for (var device : List.of(Device.DESK, Device.PHONE_WITHOUT_SCRIPT))
            try (var window = Window.on(device, port).as(ruth)) {
                assertThat(window.main()).contains("January to March 2026 so far");
                faults.addAll(window.faultsAtBothWidths("home-lead"));
                var number = window.page.locator(".heed-tile__now").first();
                int said = Integer.parseInt(number.textContent().strip());
                assertThat(said).isPositive();
                number.click();
                assertThat(window.heading()).isEqualTo("Concerns raised");
                assertThat(window.page.locator("tbody tr").count()).isEqualTo(said);
                assertThat(window.main()).contains(said + (said == 1 ? " concern" : " concerns"));
                window.open("/figures/concerns-raised").select("Split by", "Who it is about").press("Show");
                assertThat(window.main()).contains("Concerns raised by who it is about");
                faults.addAll(window.faultsAtBothWidths("figure-by-subject"));
            }
        assertThat(faults).isEmpty();
    }
}
