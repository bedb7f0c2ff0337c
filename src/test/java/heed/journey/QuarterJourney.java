package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.correction.Asked;
import heed.platform.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A quarter published: a member reads it with small numbers hidden, and a late correction is a line beside it. */
@InTown
class QuarterJourney {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor coordinator;
    Actor member;
    List<ConcernRef> raised;

    @BeforeEach
    void a_quarter() {
        town = Council.in(context);
        coordinator = town.person("Cara Lyth", Role.COORDINATOR);
        member = town.person("Mo Marchbanks", Role.MEMBER);
        var omar = town.person("Omar Tindall");
        raised = new ArrayList<>();
        clock.goTo(Instant.parse("2026-01-20T09:00:00Z"));
        for (int n = 0; n < 14; n++)
            raised.add(town.raised(omar, Town.telling("A worry.").kind(n < 11 ? "CHILD" : "ADULT")));
        clock.goTo(Instant.parse("2026-04-03T09:00:00Z"));
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource
    void a_quarter_is_published_read_and_corrected(Device device) {
        try (var window = Window.on(device, port).as(coordinator)) {
            window.open("/quarters").follow("January to March 2026");
            assertThat(window.main()).contains("Draft, not published");
            window.press("Check and publish");
            assertThat(window.main()).contains("What members and the public read", "hidden");
            window.press("Publish the quarter");
            assertThat(window.main()).contains("The quarter is published", "Published on 3 April 2026 by Cara Lyth");
        }
        try (var window = Window.on(device, port).as(member)) {
            window.open("/quarters").follow("January to March 2026");
            assertThat(window.main()).contains("For members and the public", "hidden",
                    "Numbers from 1 to 4 are hidden");
            assertThat(window.faults("quarter-journey-" + device)).isEmpty();
        }
        Asked.of(context, town.person("Amina Sefton", Role.DSO), raised.getLast(), town.person("Lena Foss", Role.DSL));
        try (var window = Window.on(device, port).as(coordinator)) {
            window.open("/quarters/2025-q4");
            assertThat(window.main()).contains("Changed since it was published",
                    "Concerns raised: 14 as published, 13 now");
        }
        try (var window = Window.on(device, port).as(member)) {
            window.open("/quarters/2025-q4");
            assertThat(window.main()).doesNotContain("13 now");
        }
    }
}
