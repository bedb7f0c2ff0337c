package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import heed.access.Role;
import heed.access.signin.Here.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Choosing among sixty invented people, in a browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "heed.password.memory-kib=64")
@ActiveProfiles("demo")
@Import({Here.class, People.class, Here.Cable.class, Here.Probe.class, Here.Framed.class})
class DemoJourney {
    private static final List<Role> ROLES = List.of(Role.DSO, Role.DSO, Role.DSO, Role.DSO, Role.DSO, Role.DSL,
            Role.DSL, Role.DSL,
            Role.COORDINATOR, Role.ALLEGATIONS_RECIPIENT, Role.ALLEGATIONS_RECIPIENT, Role.ALLEGATIONS_SUBSTITUTE,
            Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.CHAMPION, Role.CHAMPION, Role.CHAMPION,
            Role.CHAMPION);
    private static final List<String> FIRST = List.of("Orla", "Idris", "Mabel", "Tobiasz", "Nkechi", "Wren", "Farah",
            "Cuthbert");
    private static final List<String> LAST = List.of("Tennick", "Oyelowo-Marchpane", "Quill", "Fernsby", "Adeyinka",
            "Hollowbread",
            "Rahmani", "Pepperday");

    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    @Test
    void sixty_people_are_chosen_from_by_role_and_one_click_leads_in() {
        var system = people.council("Brackwater District Council");
        SignInJourney.numbers(db, system);
        for (int i = 0; i < 60; i++) {
            var name = FIRST.get(i % 8) + " " + LAST.get((i / 8 + i) % 8);
            var mail = UUID.randomUUID() + "@" + "example.org";
            if (i < ROLES.size())
                people.person(system, name, mail, true, ROLES.get(i));
            else
                people.person(system, name, mail, true);
        }
        try (var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(SignInJourney.executable())
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking",
                            "--disable-component-update", "--disable-sync", "--no-first-run")));
            for (int width : new int[]{390, 1280}) {
                var page = chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, 844)).newPage();
                page.navigate("http://localhost:" + port + "/sign-in");
                SignInJourney.look(page, "demo", width);
                page.locator("summary").last().click();
                SignInJourney.look(page, "demo-staff", width);
                page.locator(".heed-cast__person").first().click();
                page.navigate("http://localhost:" + port + "/probe");
                assertThat(page.content()).contains("WORK_CONCERNS");
                page.context().close();
            }
        }
    }
}
