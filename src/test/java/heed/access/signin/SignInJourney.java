package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import heed.access.Role;
import heed.access.signin.Here.Cable;
import heed.access.signin.Here.People;
import heed.platform.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in for the first time and for the second, in a browser, on a phone and on a desk. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.password.memory-kib=64",
        "heed.password.passes=1"})
@Import({Here.class, People.class, Here.Cable.class, Here.Probe.class, Here.Framed.class})
class SignInJourney {
    static final Path SHOTS = Path.of("target", "shots", "signin");
    private static Playwright playwright;
    private static Browser chromium;

    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    @BeforeAll
    static void start() {
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(List.of(
                        "--no-sandbox", "--disable-background-networking", "--disable-component-update",
                        "--disable-sync", "--no-first-run")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    @AfterEach
    void the_database_is_back() {
        Cable.CUT.set(false);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_first_sign_in_and_every_no_read_well_and_fit(int width) {
        var system = people.council("Brackwater District Council");
        numbers(db, system);
        var mail = "annis-" + UUID.randomUUID() + "@" + "example.org";
        var annis = people.person(system, "Annis Quillfeather", mail, false, Role.DSO);
        var page = chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, 844)).newPage();

        page.navigate(at("/sign-in/invitation/" + people.accounts.invite(system, annis)));
        look(page, "invitation", width);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)).fill("short");
        press(page, "Continue");
        look(page, "invitation-error", width);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)).fill(Here.PASSWORD);
        page.getByLabel("New password again").fill(Here.PASSWORD);
        press(page, "Continue");

        look(page, "app", width);
        page.getByLabel("Code your app shows now").fill("000000");
        press(page, "Continue");
        look(page, "app-error", width);
        page.getByLabel("Code your app shows now").fill(people.code(page.locator(".heed-key").innerText()));
        press(page, "Continue");
        look(page, "recovery", width);
        var recovery = page.locator(".heed-codes li").first().innerText();

        page.navigate(at("/numbers"));
        look(page, "numbers", width);
        press(page, "Sign out");
        look(page, "signed-out", width);
        page.getByLabel("Work mail address").fill(mail);
        page.getByLabel("Password").fill("not this one");
        press(page, "Continue");
        look(page, "sign-in-error", width);
        page.getByLabel("Password").fill(Here.PASSWORD);
        press(page, "Continue");
        look(page, "code", width);
        page.getByLabel("Code from your app").fill("000000");
        press(page, "Sign in");
        look(page, "code-error", width);
        page.getByLabel("Code from your app").fill(recovery);
        press(page, "Sign in");

        for (var no : List.of("/nowhere", "/probe/later", "/probe/broken")) {
            page.navigate(at(no));
            look(page, "no" + no.replace('/', '-'), width);
        }
        page.navigate(at("/numbers"));
        page.evaluate("document.querySelector('form[action=\"/sign-out\"] input[name=_csrf]').value = 'old'");
        press(page, "Sign out");
        look(page, "no-stale", width);
        page.navigate(at("/numbers"));
        db.sql("delete from access.spring_session").update();
        page.evaluate("document.querySelector('form[action=\"/sign-out\"]').action = '/probe'");
        press(page, "Sign out");
        look(page, "no-again", width);
        page.navigate(at("/numbers"));
        Cable.CUT.set(true);
        page.navigate(at("/numbers"));
        look(page, "no-database", width);
        page.context().close();
    }

    static void numbers(JdbcClient db, Actor system) {
        db.sql("""
                insert into directory.ring_number (scope_id, sort, name, number, note) values
                  (:scope, 1, 'Multi-agency safeguarding hub', '01632 960001', 'Children, Monday to Friday, 9am to 5pm'),
                  (:scope, 2, 'Adult safeguarding team', '01632 960002', 'Adults, Monday to Friday, 9am to 5pm'),
                  (:scope, 3, 'Emergency duty team', '01632 960003', 'Nights, weekends and bank holidays')""")
                .param("scope", system.scope()).update();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    /** A person looks at the picture; axe and the width are looked at here. */
    static void look(Page page, String name, int width) {
        if (Boolean.getBoolean("screens"))
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + "-" + width + ".png")).setFullPage(true));
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(width);
        assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
    }

    static Path executable() {
        return Stream.of(String.valueOf(System.getenv("CHROMIUM")), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium").map(Path::of).filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium on this machine"));
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
