package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From the queue to what the reporter reads. */
@InTown
class DecideAndAnswerJourney {
    private static final String REASONS = "Left alone at six years old, and for the second time.";
    private static final String ANSWER = "Thank you. We told the hub. Do not go back alone; ring us if you see them again.";

    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor omar;
    ConcernRef ref;

    @BeforeEach
    void a_concern_is_waiting() {
        town = Council.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        omar = town.person("Omar Tindall");
        ref = town.raised(omar, Town.telling("He was alone in the flat at nine in the evening."));
    }

    @ParameterizedTest
    @EnumSource
    void an_officer_takes_it_up_decides_and_writes_back_and_the_reporter_reads_it(Device device) {
        try (var officer = Window.on(device, port).as(amina)) {
            assertThat(officer.page.locator(".heed-panel--count").innerText()).matches("1\\s+concern is waiting");
            officer.page.locator(".heed-panel--count a").click();
            officer.follow(ref.value());
            assertThat(officer.main()).contains("He was alone in the flat at nine in the evening.");
            officer.press("Take it up");
            assertThat(officer.main()).contains("You have taken this up.");
            officer.press("Decide");

            officer.choose("Refer to another body").fill("Your reasons", REASONS)
                    .fill("Who was told, when, and their reference", "Priya at the hub, 10:40, H-2201")
                    .press("Record decision");
            var problems = officer.page.locator(".govuk-error-summary a");
            assertThat(problems.allInnerTexts()).containsExactly("Select the main reason",
                    "Select where you referred it");
            assertThat(officer.page.title()).startsWith("Error: ");
            if (device.script)
                assertThat((boolean) officer.page
                        .evaluate("document.activeElement.classList.contains('govuk-error-summary')")).as("focus")
                        .isTrue();
            assertThat(officer.faults("decision-in-error")).isEmpty();
            problems.first().click();
            assertThat((String) officer.page.evaluate("document.activeElement.name")).isEqualTo("reason-refer");
            assertThat(officer.page.inputValue("#reasons")).isEqualTo(REASONS);
            assertThat(officer.page.inputValue("#toldWhom")).isEqualTo("Priya at the hub, 10:40, H-2201");
            officer.choose("Refer to another body now");
            officer.page.selectOption("#route", "MASH");
            officer.press("Record decision");
            assertThat(officer.main()).contains("Decision: Refer to another body", REASONS, "Priya at the hub");

            officer.follow("Offer support").select("Mental health first aider", "Offered: taken").press("Save");
            assertThat(officer.main()).contains("Mental health first aider");
            officer.press("Write to whoever told us").fill("Your message", ANSWER).press("Send");
            assertThat(officer.main()).contains(ANSWER, "Not read yet");
        }
        try (var reporter = Window.on(device, port).as(omar)) {
            assertThat(reporter.main()).containsIgnoringCase("New reply");
            reporter.page.locator(".heed-lines a").first().click();
            assertThat(reporter.main()).contains(ANSWER, "We told another body whose job it is.")
                    .doesNotContain(REASONS).doesNotContain("Priya");
            reporter.open("/");
            assertThat(reporter.main()).doesNotContainIgnoringCase("New reply");
        }
    }
}
