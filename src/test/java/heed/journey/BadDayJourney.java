package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import heed.drill.Subject;
import heed.platform.Actor;
import heed.platform.db.TestCluster;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Someone types while the database is away, dies, or Heed itself is killed: on a Heed in a process of its own. */
class BadDayJourney {
    private static final String SEEN = "What did you see or hear yourself?";
    private static final String WORDS = "He had not eaten since Friday, he said.";

    @TempDir
    static Path folder;
    private static Subject subject;
    private static int sender;

    @BeforeAll
    static void a_heed_of_its_own() {
        subject = new Subject(folder.resolve("data"), TestCluster.programs()).start();
    }

    @AfterAll
    static void it_stops() {
        subject.close();
    }

    /** Somebody who has typed nothing yet. */
    private static Window typing(Device device) {
        var staff = UUID.fromString(subject.people().get(2 + sender++));
        var someone = new Actor(staff, UUID.fromString(subject.people().getFirst()), UUID.randomUUID(), Set.of(), "");
        var phone = Window.on(device, subject.port()).as(someone).onABadDay();
        return phone.open("/raise").choose("No, or I do not think so").press("Continue");
    }

    private static void says(Window phone, String words) {
        phone.page.locator("main").getByText(words).first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPT"})
    void the_database_answers_nothing_while_someone_types(Device device) {
        try (var phone = typing(device)) {
            phone.fill(SEEN, WORDS);
            subject.freezePostgres(true);
            if (device.script)
                says(phone, "Not saved yet");
            phone.page.setDefaultTimeout(60_000);
            phone.press("Continue");
            assertThat(phone.heading()).isEqualTo("Heed cannot reach its records");
            assertThat(phone.main()).contains("What you typed is not lost").doesNotContain("Page not found");
            assertThat(phone.page.locator("a[href='tel:999']").first().isVisible()).isTrue();
            assertThat(phone.faults("records-away")).isEmpty();
            phone.press("Try again");
            assertThat(phone.heading()).isEqualTo("Heed cannot reach its records");
            subject.freezePostgres(false);
            subject.awaitAnswers();
            phone.press("Try again");
            assertThat(phone.heading()).isEqualTo("Who is it about?");
            phone.press("Save and see everything");
            assertThat(phone.main()).contains(WORDS);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPT"})
    void the_database_is_killed_while_someone_types_and_comes_back_by_itself(Device device) {
        try (var phone = typing(device)) {
            phone.fill(SEEN, WORDS);
            subject.killPostgres();
            phone.page.setDefaultTimeout(60_000);
            phone.press("Continue");
            subject.awaitAnswers();
            if (phone.heading().equals("Heed cannot reach its records"))
                phone.press("Try again");
            assertThat(phone.heading()).isEqualTo("Who is it about?");
            phone.press("Save and see everything");
            assertThat(phone.main()).contains(WORDS);
        }
    }

    @Test
    void heed_is_killed_while_someone_types_and_the_same_page_saves_when_it_is_back() {
        try (var phone = typing(Device.PHONE)) {
            phone.until("navigator.serviceWorker.controller !== null");
            subject.killHeed();
            phone.fill(SEEN, WORDS);
            says(phone, "Not saved yet");
            subject.start();
            phone.page.locator("[data-saving]").filter(new Locator.FilterOptions()
                    .setHasText(java.util.regex.Pattern.compile("^Saved ")))
                    .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            phone.press("Save and see everything");
            assertThat(phone.main()).contains(WORDS);
            phone.press("Send");
            assertThat(phone.heading()).isEqualTo("We have your concern");
        }
    }
}
