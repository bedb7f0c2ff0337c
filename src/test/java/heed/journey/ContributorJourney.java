package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.assurance.exercise.ReturnOf;
import heed.casework.InTown;
import heed.platform.Actor;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody of the staff is asked to answer one question of the council's return, and sees nothing else of it. */
@InTown
class ContributorJourney {
    private static final String MINE = "Each new starter is told by their lead, and signs that they were.";

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Actor cora;
    Actor len;
    String ret;

    @BeforeEach
    void a_question_shared() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        var town = Council.in(context);
        cora = town.person("Cora Vale", Role.COORDINATOR);
        len = town.person("Len Burr");
        var made = ReturnOf.opened(context, cora);
        ReturnOf.shared(context, cora, made, "1.2", len);
        ret = "/assurance/returns/" + made;
    }

    @AfterEach
    void time_starts_again() {
        clock.startAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESK"})
    void a_question_is_answered_by_whoever_was_asked_and_nothing_typed_is_lost(Device device) {
        try (var walk = new Walk("contributor", device, port, len)) {
            var window = walk.window;
            window.open("/assurance");
            walk.look("start", "1 question for you, by 1 May 2026").to(ret).look("return", "1.2 Who knows?");
            assertThat(window.main()).doesNotContain("Who leads?", "What is done?");
            window.follow("1.2 Who knows?");
            walk.look("question", "Cora Vale asks you to answer this by 1 May 2026.", "Crews");
            assertThat(window.main()).as("they keep no plan").doesNotContain("Add an action");
            try (var other = Window.on(Device.DESK, port).as(cora)) {
                other.open(ret + "/questions/1.2").fill("Answer", "Crews are told.").press("Save answer");
            }
            window.fill("Answer", MINE).press("Save answer");
            walk.look("conflict", "Nothing is lost", "Crews are told.");
            assertThat(window.page.inputValue("#answer")).isEqualTo(MINE);
            window.fill("Answer", "Crews are told. " + MINE).press("Save answer");
            window.follow("Add evidence").fill("What was done, and when?", "Starters signed in May and June 2025.");
            walk.look("evidence");
            window.press("Keep this evidence");
            walk.look("evidence-proposed", "Proposed", "In the window");
            window.follow("Rate it").choose("Rate it").choose("Near completion").choose("Can be evidenced now")
                    .press("Keep this rating").press("Say that it is done");
            walk.look("done", "You said that it is done.", "G, Green");
            window.open("/assurance");
            walk.look("start-done", "Fellmoor standards");
            assertThat(window.main()).doesNotContain("question for you");
            for (var path : new String[]{"/questions/1.1", "/check", "/sign-off"}) {
                window.open(ret + path);
                assertThat(window.heading()).as(path).isEqualTo("Page not found");
            }
            walk.look("not-theirs");
        }
    }
}
