package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.platform.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Friday 17:55 before a bank holiday (domain 7): calls, what is owed after them, and who is told when it is late. */
@InTown
class FridayCallsJourney {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor bola;
    Actor omar;

    @BeforeEach
    void a_friday_before_a_bank_holiday() {
        at("2026-05-01T16:55:00Z");
        town = Council.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        bola = town.person("Bola Ekwueme", Role.DSO);
        omar = town.person("Omar Tindall");
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    void at(String moment) {
        clock.pass(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    ConcernRef raised(String seen, String danger) {
        return town.raised(omar, Town.telling(seen).danger(danger).kind("ADULT").people(List.of(
                new Person("AT_RISK", "Arthur Penhale", "", "", "", "", "81", "4 Mill Lane, Wexley", "", "", ""))));
    }

    static void call(Window officer, String whom, String time, String spokeTo, String reference, String followUp) {
        officer.press("Log a call").select("Who was rung?", whom).fill("Time", time)
                .fill("Who did you speak to?", spokeTo).fill("Their reference", reference).choose(followUp)
                .press("Log this call");
        assertThat(officer.main()).contains("The call is logged.", spokeTo, reference);
    }

    static void came(Window officer, String what, String note) {
        officer.choose(what).fill("Note", note).press("Add this");
        assertThat(officer.main()).contains("It is added to the call.", note);
    }

    @Test
    void a_man_locked_in_by_a_relative() {
        var ref = raised("He is locked in by his nephew and shouts from the window.", "yes");
        try (var officer = Window.on(Device.DESK, port).as(amina)) {
            officer.open("/concerns/" + ref);
            assertThat(officer.page.locator("main .heed-numbers a[href='tel:999']").count()).isPositive();
            at("2026-05-01T16:59:00Z");
            call(officer, "999", "17:58", "Operator Hayes", "CAD 8841", "No");
            at("2026-05-01T17:14:00Z");
            call(officer, "Emergency duty team", "18:12", "Joan Lowe, duty social worker", "EDT-4471",
                    "Yes, by the usual time");
            officer.open("/follow-ups");
            assertThat(officer.main()).contains("Written follow-up to the emergency duty team",
                    "Due Tuesday 5 May by 5pm");
        }
        at("2026-05-05T07:45:00Z");
        try (var officer = Window.on(Device.PHONE, port).as(bola)) {
            assertThat(officer.main()).containsPattern("1\\s+follow-up is owed");
            officer.follow("1 follow-up is owed");
            assertThat(officer.main()).contains("Due today by 5pm");
            officer.page.locator(".heed-queue tbody a").first().click();
            came(officer, "We sent the written follow-up", "By secure mail.");
            assertThat(officer.main()).contains("Their answer: due today by 10:45am");
        }
        at("2026-05-06T08:30:00Z");
        try (var officer = Window.on(Device.DESK, port).as(bola)) {
            officer.open("/follow-ups");
            assertThat(officer.main()).contains("1 overdue", "Overdue by");
            officer.page.locator(".heed-queue tbody a").first().click();
            came(officer, "We chased them", "Rang twice. No answer.");
            at("2026-05-06T08:50:00Z");
            officer.open(officer.path());
            officer.choose("We escalated it to a named manager").fill("Who? Name and role",
                    "Ruth Asher, service manager");
            officer.fill("Note", "She will ring back by noon.").press("Add this");
            officer.open("/concerns/" + ref);
            assertThat(officer.main()).contains("Operator Hayes", "CAD 8841", "EDT-4471", "Ruth Asher, service manager",
                    "Escalated to a named manager");
            assertThat(officer.faultsAtBothWidths("friday")).isEmpty();
        }
    }

    @Test
    void a_woman_who_hoards_is_coded_and_a_decision_to_do_nothing_is_read_by_a_second_officer() {
        var ref = raised("Papers to the ceiling and a fire lit among them.", "yes");
        try (var officer = Window.on(Device.DESK, port).as(amina)) {
            officer.open("/concerns/" + ref).press("Take it up").follow("Types, level, ward and time to act by");
            officer.page.locator("summary", new com.microsoft.playwright.Page.LocatorOptions()
                    .setHasText("What else is going on")).click();
            officer.page.locator("input[value='CONTEXT.HOARDING']").check();
            officer.page.locator("summary", new com.microsoft.playwright.Page.LocatorOptions()
                    .setHasText("Harm to an adult")).click();
            officer.page.locator("input[value='ADULT.SELF_NEGLECT_SURROUNDINGS']").check();
            officer.select("Level as we see it", "Refer now")
                    .fill("Why this level?", "A fire would reach the neighbours.")
                    .press("Save");
            assertThat(officer.main()).contains("Hoarding", "Self-neglect: Surroundings, hoarding included",
                    "Refer now",
                    "A fire would reach the neighbours.");
            officer.press("Decide").choose("No further action").fill("Your reasons", "She does not want help.");
            officer.page.locator("input[name=reason-no-further-action]").first().check();
            officer.press("Record decision");
            assertThat(officer.main()).contains("A second officer has to read your decision", "nothing waits for it");
        }
        try (var second = Window.on(Device.PHONE, port).as(bola)) {
            second.follow("1 decision to countersign");
            second.page.locator(".heed-queue tbody a").first().click();
            second.page.locator("input[value=disagree]").check();
            second.fill("Why?", "The neighbours were not thought of.").press("Record this");
            assertThat(second.main()).contains("It is reopened, and with you", "The neighbours were not thought of.",
                    "Not countersigned");
        }
    }
}
