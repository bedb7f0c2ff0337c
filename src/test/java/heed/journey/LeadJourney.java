package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.plan.PlanOf;
import heed.casework.InTown;
import heed.platform.Actor;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever holds a post that leads actions says how they go until somebody else has seen that one is done. */
@InTown
class LeadJourney {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Actor cora;
    Actor lena;
    String letters;

    @BeforeEach
    void two_actions_and_one_of_them_late() {
        clock.goTo(Instant.parse("2026-06-15T09:00:00Z"));
        var town = Council.in(context);
        cora = town.person("Cora Vale", Role.COORDINATOR);
        lena = town.person("Lena Orton");
        var plan = PlanOf.year(context, cora, 2026);
        var housing = PlanOf.post(context, cora, "Housing options lead", lena);
        letters = "/assurance/actions/"
                + PlanOf.agreed(context, cora, plan, "Write to every landlord", "March 2027", housing);
        PlanOf.agreed(context, cora, plan, "Count the beds in every hostel", "May 2026", housing);
        PlanOf.agreed(context, cora, plan, "Check every taxi licence", "March 2027",
                PlanOf.post(context, cora, "Licensing lead", null));
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESK"})
    void an_action_goes_from_progress_to_closed_with_what_came_of_it(Device device) {
        try (var walk = new Walk("lead", device, port, lena)) {
            var window = walk.window;
            window.open("/assurance");
            walk.look("start", "Write to every landlord", "G Green", "R Red");
            assertThat(window.main()).doesNotContain("taxi");
            window.follow("Write to every landlord");
            walk.look("action", "Not judged yet", "Nothing is late");
            window.press("Write progress").fill("How does it go?", "Forty of sixty letters are out.").choose("A Amber")
                    .fill("Why this colour? (needed with a colour)", "One of the two who write them has left.");
            walk.look("progress");
            window.press("Save");
            walk.look("judged", "A Amber", "G Green", "One of the two who write them has left.");
            window.follow("Add a milestone").fill("What is to be reached?", "Half of the letters");
            walk.day("day", LocalDate.of(2026, 6, 30)).look("milestone");
            window.press("Add it").page.locator("form[action*='/milestones/'] button").click();
            walk.look("milestone-met", "Half of the letters");
            window.press("Say it is complete").fill("What was done, and how can one see it?", "All sixty are out.");
            walk.look("claiming");
            window.press("Say it is complete");
            walk.look("claimed", "All sixty are out.");
            closed();
            window.open(letters);
            walk.look("closed", "What came of it", "Every landlord knows whom to ring", "Calls come earlier");
            window.open("/assurance/actions");
            walk.look("mine", "Count the beds in every hostel", "Overdue");
            assertThat(window.main()).doesNotContain("taxi");
        }
    }

    /** Somebody who did not claim it looks at the proof, and records what came of it. */
    private void closed() {
        try (var other = Window.on(Device.DESK, port).as(cora)) {
            other.open(letters).press("Verify").fill("What did you look at?", "The register of letters")
                    .press("Verify").press("Close")
                    .fill("Outcome: what was done or changed?", "Every landlord knows whom to ring")
                    .fill("Impact: what difference did it make?", "Calls come earlier");
            other.page.locator("input[name=levels]").first().check();
            other.press("Close");
            assertThat(other.main()).contains("Closed", "The register of letters");
        }
    }
}
