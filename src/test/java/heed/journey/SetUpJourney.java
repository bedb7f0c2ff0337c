package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import heed.Heed;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** From an empty folder to an officer who can work: the program started as an installer starts it, with a database of its own. */
@ExtendWith(OutputCaptureExtension.class)
class SetUpJourney {
    private static final String PASSWORD = "umbrella kettle larch";

    @TempDir
    Path data;
    final List<String> faults = new ArrayList<>();
    Routes routes;

    @ParameterizedTest
    @EnumSource(names = {"DESK", "PHONE_WITHOUT_SCRIPT"})
    void an_empty_heed_is_set_up_and_its_first_officer_is_given_the_role(Device device, CapturedOutput log) {
        var heed = new SpringApplication(Heed.class);
        try (ConfigurableApplicationContext started = heed.run("--server.port=0", "--heed.data=" + data,
                "--heed.postgres.binaries=target/postgres",
                "--heed.password.memory-kib=64")) {
            int port = Integer.parseInt(started.getEnvironment().getRequiredProperty("local.server.port"));
            routes = Routes.ofTheFirstStart(started);
            var found = Pattern.compile("code: ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})").matcher(log.getAll());
            assertThat(found.find()).as("the code is in the log").isTrue();
            var links = setUp(device, port, found.group(1));
            administrator(device, port, links.getFirst());
            coordinator(device, port, links.getLast());
        }
        assertThat(faults).isEmpty();
        assertThat(routes.unseen()).as("pages nobody looked at").isEmpty();
    }

    private void look(Window window, String name) {
        routes.see(window.path());
        faults.addAll(window.scripted() ? window.faultsAtBothWidths(name) : window.faults(name + "-without-script"));
    }

    private void inError(Window window, String button, String name) {
        look(window, name);
        window.press(button);
        assertThat(window.page.title()).as(name).startsWith("Error: ");
        look(window, name + "-in-error");
    }

    /** Walks set-up as it leads, and answers with the two links at its end. */
    private List<String> setUp(Device device, int port, String code) {
        try (var window = Window.on(device, port).open("/")) {
            assertThat(window.heading()).isEqualTo("Set up Heed");
            inError(window, "Continue", "set-up");
            window.fill("One-time code from the log", code).press("Continue");
            inError(window, "Save and continue", "set-up-council");
            window.fill("Name of the council", "Fellmoor District Council").press("Save and continue");
            inError(window, "Save and continue", "set-up-administrator");
            window.fill("Name", "Ada Quill").fill("Work mail address", "ada@fellmoor.example")
                    .press("Save and continue");
            inError(window, "Save and continue", "set-up-coordinator");
            window.fill("Name", "Cora Whitlow").fill("Work mail address", "cora@fellmoor.example")
                    .press("Save and continue");
            inError(window, "Save and continue", "set-up-key");
            window.page.check("#apart");
            window.press("Save and continue");
            assertThat(window.path()).isEqualTo("/set-up/mail");
            inError(window, "Save and continue", "set-up-mail");
            window.page.locator("button[value=skip]").click();
            assertThat(window.path()).as("nobody is led past the numbers").isEqualTo("/set-up/numbers");
            window.page.fill("#hub", "ask Sue");
            inError(window, "Save and continue", "set-up-numbers");
            window.page.fill("#hub", "01632 960 001");
            window.page.fill("#duty", "01632 960 003");
            window.press("Save and continue");
            assertThat(window.heading()).isEqualTo("Check your answers");
            assertThat(window.main()).contains("Fellmoor District Council", "Ada Quill", "Cora Whitlow",
                    "01632 960 001");
            look(window, "set-up-check");
            window.press("Finish set-up");
            assertThat(window.heading()).isEqualTo("Heed is set up");
            look(window, "set-up-finished");
            return List.of(path(window.page.locator("#administrator").innerText()),
                    path(window.page.locator("#coordinator").innerText()));
        }
    }

    private void administrator(Device device, int port, String link) {
        try (var window = Window.on(device, port)) {
            var recovery = enrolled(window, link, "administrator");
            window.open("/checklist");
            look(window, "checklist-administrator");
            window.open("/people/new").fill("Name", "Amina Sefton").fill("Work mail address", "amina@fellmoor.example")
                    .fill("Job title", "Housing manager").press("Add this person");
            assertThat(window.heading()).isEqualTo("Give them this link");
            window.follow("Go to their page");
            assertThat(window.page.locator("select[name=role] option").allInnerTexts())
                    .as("an administrator gives no role that reads concerns")
                    .doesNotContain("Designated safeguarding officer");
            window.press("Sign out");
            window.fill("Work mail address", "ada@fellmoor.example").fill("Password", PASSWORD).press("Continue");
            look(window, "sign-in-code");
            window.fill("Code from your app", recovery).press("Sign in");
            assertThat(window.page.locator(".heed-header__who").innerText()).contains("Ada Quill");
        }
    }

    private void coordinator(Device device, int port, String link) {
        try (var window = Window.on(device, port)) {
            enrolled(window, link, "coordinator");
            window.open("/checklist");
            look(window, "checklist-coordinator");
            window.open("/people").follow("Amina Sefton").select("Role", "Designated safeguarding officer")
                    .press("Give this role");
            assertThat(window.main()).contains("Designated safeguarding officer").containsIgnoringCase("Holds now")
                    .contains("Given by Cora Whitlow");
        }
    }

    /** Chooses a password and sets up a code app; answers with a recovery code. */
    private String enrolled(Window window, String link, String who) {
        window.open(link);
        inError(window, "Continue", "invitation-" + who);
        window.fill("New password", PASSWORD).fill("New password again", PASSWORD).press("Continue");
        look(window, "code-app-" + who);
        window.fill("Code your app shows now", code(window.page.locator(".heed-key").innerText())).press("Continue");
        look(window, "recovery-codes-" + who);
        var recovery = window.page.locator(".heed-codes li").first().innerText();
        window.press("I have kept them: continue");
        return recovery;
    }

    private static String code(String key) {
        try {
            var secret = new SecretKeySpec(new Base32().decode(key.replaceAll("\\s", "")), "HmacSHA1");
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(secret, Instant.now());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(String link) {
        return link.strip().replaceFirst("^https?://[^/]+", "");
    }
}
