package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The coach: told of by a lifeguard who says that he works here, while his sister-in-law is the officer on duty. */
@InTown
class CoachJourney {
    private static final String ACCOUNT = "He keeps one swimmer back alone after the session and messages her at night.";
    private static final String SUMMARY = "Keep her away from the club until we ring. Her mother may be told.";

    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;
    Town town;
    Actor sisterInLaw;
    Actor coach;
    Actor recipient;
    Actor lead;
    Actor lifeguard;

    /** What somebody's pages are made of, and how they look. */
    private record Seen(Map<String, String> html, Map<String, String> pictures) {
    }

    @BeforeEach
    void a_leisure_centre() {
        town = Council.in(context);
        sisterInLaw = town.person("Petra Vance", Role.DSO);
        var manager = town.person("Ruth Calloway", Role.DSL);
        coach = town.person("Callum Thorne", manager);
        recipient = town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT);
        town.person("Dev Mistry", Role.ALLEGATIONS_RECIPIENT);
        lead = town.person("Lena Foss", Role.DSL);
        lifeguard = town.person("Jo Bright");
        town.raised(lifeguard, Town.telling("A boy was sick after the session and nobody came for him."));
    }

    @ParameterizedTest
    @EnumSource
    void his_sister_in_law_sees_the_same_before_and_after_while_the_child_is_protected(Device device) {
        try (var hers = Window.on(device, port).as(sisterInLaw); var his = Window.on(device, port).as(coach)) {
            var before = List.of(seenIn(hers), seenIn(his));
            tell(device);
            assertThat(List.of(seenIn(hers), seenIn(his))).as("every byte and every dot").isEqualTo(before);
        }
        try (var window = Window.on(device, port).as(recipient)) {
            window.open("/outbox");
            assertThat(window.page.locator("article").count()).isEqualTo(1);
            assertThat(window.main()).doesNotContain("Callum").doesNotContain("Milly");
            window.open("/queue/waiting").page.locator(".heed-queue tbody th a").click();
            assertThat(window.main()).contains(ACCOUNT, "Callum Thorne", "Lena Foss");
            window.follow("Write a summary for the lead")
                    .fill("What the lead needs to protect the person at risk", SUMMARY).press("Give to the lead");
            assertThat(window.main()).contains(SUMMARY);
        }
        try (var window = Window.on(device, port).as(lead)) {
            window.open("/queue/waiting").page.locator(".heed-queue tbody th a").first().click();
            assertThat(window.main()).contains("Milly Garrow", "Wexley pool", SUMMARY)
                    .containsIgnoringCase("Danger now")
                    .doesNotContain("Callum").doesNotContain("Thorne").doesNotContain("messages her")
                    .doesNotContain("Jo Bright");
            window.press("Take it up");
            assertThat(window.main()).contains("You have taken this up.", "Lena Foss");
        }
        assertThat(town.count("select count(*) from platform.outbox where recipient in ('" + sisterInLaw.staff()
                + "', '" + coach.staff() + "')"))
                .as("mail about the ordinary worry alone").isEqualTo(1);
    }

    private void tell(Device device) {
        try (var phone = Window.on(device, port).as(lifeguard).press("Raise a concern")) {
            phone.choose("Yes").press("Continue");
            phone.fill("What did you see or hear yourself?", ACCOUNT).press("Continue");
            phone.choose("A child or young person").fill("Their name", "Milly Garrow").press("Continue");
            phone.choose("Yes").fill("Their name", "Callum Thorne")
                    .fill("Their job or where they work", "Swimming coach").press("Continue");
            phone.follow("When and where").fill("Where did it happen?", "Wexley pool").press("Continue");
            phone.press("Send");
            assertThat(phone.heading()).isEqualTo("We have your concern");
        }
    }

    private static Seen seenIn(Window window) {
        var html = new LinkedHashMap<String, String>();
        var pictures = new LinkedHashMap<String, String>();
        for (var path : List.of("/", "/queue/waiting", "/queue/in-hand", "/queue/decided", "/my-concerns", "/outbox",
                "/raise", "/people")) {
            html.put(path, window.sent(path));
            // Without script the picture differs in nothing that the bytes would not show; it is the slow half.
            if (!window.scripted())
                continue;
            window.open(path);
            pictures.put(path, java.util.Base64.getEncoder()
                    .encodeToString(window.page.screenshot(new Page.ScreenshotOptions().setFullPage(true))));
        }
        return new Seen(html, pictures);
    }
}
