package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.escalation.Escalation;
import heed.casework.rota.Rota;
import heed.platform.Actor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Friday 17:55 before a bank holiday, from the clock's side: a man of 81 is locked in, nobody takes it up at first, and
 * Tuesday's officer finds what Friday's left.
 */
@InTown
class FridayJourney {
    /** Friday 28 August 2026, 17:55 in London; Monday is the summer bank holiday. */
    private static final Instant FRIDAY = Instant.parse("2026-08-28T16:55:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-09-01T07:45:00Z");
    private static final String LEFT = "The duty team has him. Their written answer is due today.";

    @Autowired
    ApplicationContext context;
    @Autowired
    Escalation escalation;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor friday;
    Actor cover;
    Actor tuesday;
    Actor lead;
    Actor coordinator;
    Actor caretaker;

    @BeforeEach
    void a_rota_over_the_bank_holiday() {
        town = Council.in(context);
        friday = town.person("Amina Khan", Role.DSO);
        cover = town.person("Sam Okoro", Role.DSO);
        tuesday = town.person("Tess Orr", Role.DSO);
        lead = town.person("Lena Foss", Role.DSL);
        coordinator = town.person("Cora Dunn", Role.COORDINATOR);
        caretaker = town.person("Jo Bright");
        clock.goTo(FRIDAY);
        var rota = context.getBean(Rota.class);
        rota.add(coordinator, friday.staff(), cover.staff(), FRIDAY.minus(Duration.ofDays(3)),
                Instant.parse("2026-09-01T07:30:00Z"));
        rota.add(coordinator, tuesday.staff(), null, Instant.parse("2026-09-01T07:30:00Z"),
                Instant.parse("2026-09-04T16:00:00Z"));
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource
    void danger_climbs_until_it_is_taken_up_and_tuesdays_officer_finds_the_handover(Device device) {
        try (var phone = Window.on(device, port).as(caretaker)) {
            assertThat(phone.main()).contains("Safeguarding officer on duty now", "Amina Khan", "Sam Okoro");
            phone.press("Raise a concern").choose("Yes").press("Continue");
            phone.fill("What did you see or hear yourself?", "He shouts that his nephew has locked him in.")
                    .press("Continue");
            phone.choose("An adult").fill("Their name", "Walter Prynne").press("Continue");
            phone.open(phone.path().replaceFirst("/[^/]*$", "")).press("Send");
            assertThat(phone.heading()).isEqualTo("We have your concern");
        }
        mail(device, friday, 1);
        mail(device, cover, 1);
        later(10);
        mail(device, cover, 2);
        mail(device, lead, 0);
        later(20);
        mail(device, lead, 1);
        mail(device, tuesday, 1);
        mail(device, coordinator, 0);
        later(30);
        mail(device, coordinator, 1);
        clock.goTo(FRIDAY.plus(Duration.ofMinutes(34)));
        try (var window = Window.on(device, port).as(friday)) {
            window.open("/queue/waiting");
            assertThat(window.main()).contains("Due now, waiting 34 minutes");
            window.page.locator(".heed-queue tbody th a").first().click();
            assertThat(window.main()).contains("Who was told, and when", "Cora Dunn", "Lena Foss", "Walter Prynne");
            window.press("Take it up");
            later(90);
            window.open("/handovers/new").fill("Concern 1: what the next officer needs to know", LEFT)
                    .press("Leave the handover");
            assertThat(window.main()).contains(LEFT);
        }
        mail(device, coordinator, 1);
        clock.goTo(TUESDAY);
        escalation.round(Actor.system(town.scope()));
        try (var window = Window.on(device, port).as(tuesday)) {
            assertThat(window.main()).contains("Tess Orr").doesNotContain("Amina Khan");
            window.open("/queue/waiting");
            assertThat(window.main()).contains("Handover from", "Amina Khan", LEFT);
            window.press("I have read this");
            assertThat(window.main()).doesNotContain(LEFT);
        }
        mail(device, coordinator, 1);
    }

    private void later(int minutes) {
        clock.goTo(FRIDAY.plus(Duration.ofMinutes(minutes)));
        escalation.round(Actor.system(town.scope()));
    }

    /** How many messages somebody has, of which none says more than a reference. */
    private void mail(Device device, Actor whose, int many) {
        try (var window = Window.on(device, port).as(whose).open("/outbox")) {
            assertThat(window.page.locator("article").count()).isEqualTo(many);
            assertThat(window.main()).doesNotContain("Walter").doesNotContain("Prynne").doesNotContain("nephew");
        }
    }
}
