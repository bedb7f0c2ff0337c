package heed.access.signin;

import static heed.access.signin.SignInJourney.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import heed.Visitor;
import heed.access.Role;
import heed.access.signin.Here.People;
import heed.platform.Actor;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Passkeys in a browser with a device of its own, which Chromium plays. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {
        "heed.password.memory-kib=64", "heed.password.passes=1"})
@Import({Here.class, People.class, Here.Cable.class, Here.Probe.class, Here.Framed.class, StepUpTest.Marked.class})
class PasskeyJourney {
    private static int port;
    private static Playwright playwright;
    private static Browser chromium;

    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    Actor system = Actor.system(UUID.randomUUID());
    UUID ann = UUID.randomUUID();
    String mail = "";
    String key = "";
    Page page;
    CDPSession device;
    String authenticator = "";

    /** A passkey belongs to an address, which must therefore be known before the program starts. */
    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        registry.add("server.port", () -> port);
        registry.add("heed.address", () -> "http://localhost:" + port);
    }

    @BeforeAll
    static void start() {
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(SignInJourney.executable())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking",
                                "--disable-component-update", "--disable-sync", "--no-first-run")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    @BeforeEach
    void ann_has_an_account_and_a_phone() {
        db.sql("delete from access.signin_failure").update();
        system = people.council("Brackwater District Council");
        mail = "ann-" + UUID.randomUUID() + "@" + "example.org";
        ann = people.person(system, "Annis Quillfeather", mail, false, Role.DSO);
        page = browser(390);
        device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        authenticator = plug(true);
        page.navigate(at("/sign-in/invitation/" + people.accounts.invite(system, ann)));
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)).fill(Here.PASSWORD);
        page.getByLabel("New password again").fill(Here.PASSWORD);
        press("Continue");
        key = page.locator(".heed-key").innerText();
        page.getByLabel("Code your app shows now").fill(people.code(key));
        press("Continue");
    }

    @AfterEach
    void the_browser_is_closed() {
        page.context().close();
    }

    private static Page browser(int width) {
        return chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, 844)).newPage();
    }

    /** Plugs a device in; one that does not verify knows that somebody is there and not who. */
    private String plug(boolean verifies) {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", verifies);
        options.addProperty("automaticPresenceSimulation", true);
        var sent = new JsonObject();
        sent.add("options", options);
        return device.send("WebAuthn.addVirtualAuthenticator", sent).get("authenticatorId").getAsString();
    }

    private void verifies(boolean who) {
        var sent = new JsonObject();
        sent.addProperty("authenticatorId", authenticator);
        sent.addProperty("isUserVerified", who);
        device.send("WebAuthn.setUserVerified", sent);
    }

    private void add(String name) {
        page.navigate(at("/account/passkeys/new"));
        page.getByLabel("What to call it").fill(name);
        press("Add a passkey");
        page.waitForURL(at("/account"));
    }

    private void signOut() {
        press("Sign out");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 1280})
    void a_passkey_is_added_signs_in_confirms_and_is_removed(int width) {
        page.setViewportSize(width, 844);
        page.navigate(at("/account"));
        look(page, "account-without-passkey", width);
        page.navigate(at("/account/passkeys/new"));
        look(page, "passkey-new", width);
        page.getByLabel("What to call it").fill("");
        press("Add a passkey");
        page.locator(".govuk-error-summary").waitFor();
        look(page, "passkey-new-error", width);
        // The device made one that was never kept here; it is offered and refused like a stranger's.
        var credentials = new JsonObject();
        credentials.addProperty("authenticatorId", authenticator);
        device.send("WebAuthn.clearCredentials", credentials);
        add("Work phone");
        look(page, "account-with-passkey", width);
        assertThat(page.locator("main").innerText()).contains("Work phone");
        signOut();

        look(page, "sign-in-with-passkey", width);
        press("Sign in with a passkey");
        page.waitForURL(at("/"));
        page.navigate(at("/probe"));
        assertThat(page.content()).contains(ann.toString());

        people.clock.pass(Duration.ofMinutes(6));
        page.navigate(at("/probe/export"));
        look(page, "confirm-with-passkey", width);
        press("Use a passkey");
        page.waitForURL(at("/probe/export"));
        assertThat(page.content()).contains("the export of");

        page.navigate(at("/account"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove Work phone")).click();
        page.waitForURL(at("/account"));
        assertThat(page.locator("main").innerText()).doesNotContain("Work phone");
        signOut();
        press("Sign in with a passkey");
        page.locator(".govuk-error-summary").waitFor();
        look(page, "sign-in-passkey-removed", width);
        assertThat(trail()).contains("passkey.add DONE", "signin.done DONE PASSKEY", "signin.confirm DONE PASSKEY",
                "passkey.remove DONE");
        assertThat(db.sql("select count(*) from platform.outbox where recipient = :ann and kind = 'WAYS_CHANGED'")
                .param("ann", ann).query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void a_device_that_did_not_check_who_holds_it_signs_nobody_in() {
        add("Work phone");
        signOut();
        verifies(false);
        press("Sign in with a passkey");
        page.locator("[data-passkey-said]:not(:empty)").waitFor();
        assertThat(page.locator("[data-passkey-said]").innerText()).contains("did not go on");
        verifies(true);
        press("Sign in with a passkey");
        page.waitForURL(at("/"));
    }

    @Test
    void an_answer_counts_once_for_its_own_question_and_for_a_quarter_of_an_hour() {
        add("Work phone");
        signOut();
        var sent = answer();

        people.clock.pass(Duration.ofMinutes(14));
        assertThat(send(sent)).isEqualTo(302);
        assertThat(send(sent)).as("again").isEqualTo(422);
        page.navigate(at("/sign-in"));
        var other = answer();
        assertThat(send(new String[]{sent[0], other[1]})).as("the answer to another question").isEqualTo(422);
        people.clock.pass(Duration.ofMinutes(16));
        assertThat(send(other)).as("too late").isEqualTo(422);
    }

    @Test
    void nobody_signs_in_to_a_closed_account_or_after_a_reset() {
        add("Work phone");
        signOut();
        people.accounts.close(system, ann);
        assertThat(send(answer())).isEqualTo(422);
        people.accounts.reopen(system, ann);
        page.navigate(at("/sign-in"));
        assertThat(send(answer())).as("opened anew").isEqualTo(422);
    }

    @Test
    void the_page_is_the_same_for_everybody_and_what_is_nonsense_is_turned_away() {
        var stranger = new Visitor(port).get("/sign-in");
        assertThat(stranger.page().select("form[data-passkey]").attr("data-options"))
                .contains("\"allowCredentials\":[]");
        assertThat(stranger.page().select("form[data-passkey]").hasAttr("hidden")).as("hidden without script").isTrue();
        for (var nonsense : List.of("", "{}", "null", "[]", "{\"id\":\"a\",\"rawId\":\"YQ\",\"response\":{}}", "x"))
            assertThat(stranger.get("/sign-in")
                    .post("/sign-in/passkey", "asked", stranger.page().select("input[name=asked]").val(), "answer",
                            nonsense)
                    .status()).as(nonsense).isEqualTo(422);
    }

    /** What the form would send: the challenge and the device's answer, held back. */
    private String[] answer() {
        page.evaluate("""
                () => { const form = document.querySelector('form[data-passkey]')
                  form.submit = () => { form.dataset.held = 'yes' } }""");
        press("Sign in with a passkey");
        page.locator("form[data-held]").waitFor();
        return new String[]{page.locator("form[data-passkey] input[name=asked]").getAttribute("value"),
                (String) page.evaluate("document.querySelector('form[data-passkey]').elements.answer.value")};
    }

    private int send(String[] sent) {
        return new Visitor(port).get("/sign-in").post("/sign-in/passkey", "asked", sent[0], "answer", sent[1]).status();
    }

    private List<String> trail() {
        return people.transactions.inScope(system.scope(), () -> db.sql("""
                select act || ' ' || outcome || coalesce(' ' || reason, '') from platform.trail
                where scope_id = :scope""").param("scope", system.scope()).query(String.class).list());
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static String at(String path) {
        return "http://localhost:" + port + path;
    }
}
