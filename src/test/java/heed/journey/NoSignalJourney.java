package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A phone without signal: the line between browser and Heed is really cut. */
@InTown
class NoSignalJourney {
    private static final String SEEN = "What did you see or hear yourself?";
    private static final String WORDS = "The door was open and nobody answered. Two small children inside.";

    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Line line;

    @BeforeEach
    void a_council() {
        town = Council.in(context);
        town.person("Amina Sefton", Role.DSO);
        omar = town.person("Omar Tindall");
        line = new Line(port);
    }

    @AfterEach
    void the_line_goes() {
        line.close();
    }

    private Window typing(Device device) {
        var phone = Window.on(device, line.port()).as(omar).onABadDay();
        phone.open("/raise");
        if (device.script)
            phone.until("navigator.serviceWorker.controller !== null");
        phone.choose("No, or I do not think so").press("Continue");
        return phone;
    }

    private long waitingInBrowser(Window phone) {
        return ((Number) phone.page.evaluate("""
                () => new Promise((resolve, reject) => {
                  const asked = indexedDB.open('heed-waiting', 1)
                  asked.onerror = reject
                  asked.onsuccess = () => {
                    const count = asked.result.transaction('items').objectStore('items').count()
                    count.onsuccess = () => { asked.result.close(); resolve(count.result) }
                  }
                })""")).longValue();
    }

    private static void says(Window phone, String words) {
        phone.page.locator("main").getByText(words).first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setTimeout(60_000));
    }

    /** "It is saved when" is not it. */
    private static void saved(Window phone) {
        phone.page.locator("[data-saving]").filter(new com.microsoft.playwright.Locator.FilterOptions()
                .setHasText(java.util.regex.Pattern.compile("^Saved "))).first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(60_000));
    }

    @Test
    void words_are_saved_while_they_are_typed() {
        try (var phone = typing(Device.PHONE)) {
            phone.fill(SEEN, WORDS);
            saved(phone);
            assertThat(phone.faults("draft-saved")).isEmpty();
            // Another browser of the same person.
            try (var desk = Window.on(Device.DESK, port).as(omar)) {
                desk.open("/").follow("A worry not sent yet").open(phone.path());
                assertThat(desk.page.locator("#seen").inputValue()).isEqualTo(WORDS);
            }
        }
    }

    @Test
    void words_typed_without_signal_wait_encrypted_in_the_browser_and_are_saved_when_it_returns() {
        try (var phone = typing(Device.PHONE)) {
            line.cut();
            phone.fill(SEEN, WORDS);
            says(phone, "Not saved yet: no signal");
            assertThat(phone.faults("draft-waiting")).isEmpty();
            assertThat(waitingInBrowser(phone)).isEqualTo(1);
            var stored = (String) phone.page.evaluate("""
                    () => new Promise(resolve => {
                      const asked = indexedDB.open('heed-waiting', 1)
                      asked.onsuccess = () => {
                        const within = asked.result.transaction(['items', 'facts'])
                        const items = within.objectStore('items').getAll()
                        const key = within.objectStore('facts').get('key')
                        within.oncomplete = () => resolve(JSON.stringify(items.result.map(i =>
                          [i, new TextDecoder('latin1').decode(i.text)])) + ' extractable ' + key.result.extractable)
                      }
                    })""");
            assertThat(stored).doesNotContain("door").endsWith("extractable false");
            line.mend();
            saved(phone);
            assertThat(waitingInBrowser(phone)).isZero();
            phone.press("Continue");
            assertThat(phone.heading()).isEqualTo("Who is it about?");
            phone.back();
            assertThat(phone.page.locator("#seen").inputValue()).isEqualTo(WORDS);
        }
    }

    @Test
    void a_page_sent_without_signal_is_kept_and_the_numbers_to_ring_are_there() {
        try (var phone = typing(Device.PHONE)) {
            line.cut();
            phone.fill(SEEN, WORDS).press("Continue");
            phone.page.getByText("not saved yet").first().waitFor();
            assertThat(phone.heading()).isEqualTo("No signal");
            assertThat(phone.page.locator(".heed-numbers a[href='tel:999']").isVisible()).isTrue();
            assertThat(phone.faults("no-signal-kept")).isEmpty();
            phone.page.locator("summary").first().click();
            assertThat(phone.main()).contains(WORDS);
            line.mend();
            says(phone, "without signal is saved in your draft");
            assertThat(waitingInBrowser(phone)).isZero();
            phone.follow("Go on with it");
            assertThat(phone.main()).contains(WORDS);
        }
        assertThat(town.count("select count(*) from casework.draft")).isEqualTo(1);
    }

    @Test
    void a_concern_sent_without_signal_leaves_once_when_the_signal_returns() {
        try (var phone = typing(Device.PHONE)) {
            phone.fill(SEEN, WORDS).press("Save and see everything");
            line.cut();
            phone.press("Send");
            phone.page.getByText("Waiting to be sent").first().waitFor();
            assertThat(town.count("select count(*) from casework.concern")).isZero();
            line.mend();
            says(phone, "has now been sent");
            phone.follow("See your receipt");
            assertThat(phone.heading()).isEqualTo("We have your concern");
            assertThat(waitingInBrowser(phone)).isZero();
        }
        assertThat(town.count("select count(*) from casework.concern")).isEqualTo(1);
    }

    @Test
    void a_whole_concern_is_written_without_signal_and_sent_once_when_heed_is_next_open() {
        try (var phone = typing(Device.PHONE)) {
            line.cut();
            phone.open("/raise");
            assertThat(phone.heading()).isEqualTo("No signal");
            assertThat(phone.main()).doesNotContain("Omar");
            assertThat(phone.faultsAtBothWidths("no-signal")).isEmpty();
            phone.press("Keep it, and send when there is signal");
            assertThat(phone.page.locator("[data-problem]").innerText()).contains("Tell us what you are worried about");
            phone.fill("What are you worried about?", WORDS).fill("Who is it about?", "Jay Marlow");
            says(phone, "What you have typed is kept");
            phone.open("/raise");
            says(phone, "We put back what you typed");
            assertThat(phone.page.locator("#seen").inputValue()).isEqualTo(WORDS);
            phone.press("Keep it, and send when there is signal");
            phone.page.getByText("Waiting to be sent").first().waitFor();
            assertThat(phone.page.locator("#seen").inputValue()).isEmpty();
            assertThat(phone.faultsAtBothWidths("no-signal-waiting")).isEmpty();
            line.mend();
            var other = phone.tab();
            other.open("/my-concerns");
            phone.open("/");
            long end = System.nanoTime() + java.time.Duration.ofSeconds(30).toNanos();
            while (waitingInBrowser(phone) > 0 && System.nanoTime() < end)
                phone.page.waitForTimeout(200);
            assertThat(waitingInBrowser(phone)).isZero();
            // Whichever of the two tabs came first sent it, and says so.
            other.page.waitForTimeout(500);
            assertThat(other.main() + phone.main()).containsOnlyOnce("has now been sent");
            phone.open("/my-concerns");
            assertThat(phone.page.locator(".heed-lines li").count()).isEqualTo(1);
        }
        assertThat(town.count("select count(*) from casework.concern")).isEqualTo(1);
    }

    @Test
    void what_waits_is_not_sent_under_somebody_elses_name_nor_shown_to_them() {
        var nia = town.person("Nia Brack");
        try (var phone = typing(Device.PHONE)) {
            line.cut();
            phone.open("/raise").fill("What are you worried about?", WORDS)
                    .press("Keep it, and send when there is signal");
            phone.page.getByText("Waiting to be sent").first().waitFor();
            town.endSessions(omar);
            line.mend();
            says(phone, "Sign in to send it.");
            phone.as(nia);
            says(phone, "Someone else typed it");
            assertThat(phone.main()).doesNotContain(WORDS);
            assertThat(phone.faults("waiting-of-another")).isEmpty();
            assertThat(town.count("select count(*) from casework.concern")).isZero();
            phone.as(omar);
            says(phone, "has now been sent");
        }
        assertThat(town.count("select count(*) from casework.concern where raised_by = '" + omar.staff() + "'"))
                .isEqualTo(1);
    }

    @Test
    void what_waits_can_be_deleted_and_goes_by_itself_after_a_day() {
        try (var phone = typing(Device.PHONE)) {
            line.cut();
            phone.open("/raise").fill("What are you worried about?", WORDS)
                    .press("Keep it, and send when there is signal");
            phone.press("Delete it from this browser");
            says(phone, "Deleted from this browser");
            assertThat(waitingInBrowser(phone)).isZero();
            phone.fill("What are you worried about?", WORDS).press("Keep it, and send when there is signal");
            phone.page.getByText("Waiting to be sent").first().waitFor();
            phone.page.clock().install(new com.microsoft.playwright.Clock.InstallOptions()
                    .setTime(System.currentTimeMillis() + 25 * 60 * 60 * 1000L));
            line.mend();
            phone.open("/");
            phone.until("""
                    new Promise(resolve => {
                      const asked = indexedDB.open('heed-waiting', 1)
                      asked.onsuccess = () => {
                        const count = asked.result.transaction('items').objectStore('items').count()
                        count.onsuccess = () => { asked.result.close(); resolve(count.result === 0) }
                      }
                    })""");
        }
        assertThat(town.count("select count(*) from casework.concern")).isZero();
    }

    @Test
    void the_service_worker_keeps_no_page_but_the_empty_one() {
        try (var phone = typing(Device.PHONE)) {
            phone.fill(SEEN, WORDS).press("Save and see everything").open("/my-concerns").open("/raise");
            var kept = (String) phone.page.evaluate("""
                    async () => {
                      const found = []
                      for (const name of await caches.keys()) {
                        const cache = await caches.open(name)
                        for (const request of await cache.keys()) {
                          const text = await (await cache.match(request)).text()
                          found.push(new URL(request.url).pathname + (/Omar|door was open/.test(text) ? ' HOLDS WORDS' : ''))
                        }
                      }
                      return found.sort().join(' ')
                    }""");
            assertThat(kept).matches("(/assets/[a-z0-9.-]+ )+/no-signal");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPT"})
    void a_session_that_ends_while_someone_types_costs_them_nothing(Device device) {
        try (var phone = typing(device)) {
            phone.page.locator("#seen").fill(WORDS);
            town.endSessions(omar);
            phone.press("Continue");
            assertThat(phone.heading()).isEqualTo("Sign in");
            assertThat(phone.main()).contains("You were signed out");
            phone.page.locator("form:has(input[value='" + omar.staff() + "']) button").first()
                    .evaluate("button => button.closest('details') && (button.closest('details').open = true)");
            phone.page.locator("form:has(input[name=staff][value='" + omar.staff() + "']) button").first().click();
            assertThat(phone.heading()).isEqualTo("We kept what you typed");
            assertThat(phone.main()).contains(WORDS);
            assertThat(phone.faults("kept")).isEmpty();
            phone.press("Carry on with it");
            assertThat(phone.heading()).isEqualTo("Who is it about?");
        }
        assertThat(town.count("select count(*) from access.parked_form")).isZero();
        assertThat(town.count("select count(*) from casework.draft")).isEqualTo(1);
    }

    @Test
    void while_typing_after_the_session_ended_the_page_says_so_and_continue_goes_on() {
        try (var phone = typing(Device.PHONE)) {
            town.endSessions(omar);
            phone.fill(SEEN, WORDS);
            says(phone, "You have been signed out");
            phone.press("Continue");
            phone.page.waitForURL("**/sign-in?**");
            var desk = town.visitor(omar, port).get("/");
            assertThat(desk.page().text()).contains("A worry not sent yet");
        }
        assertThat(town.count("select count(*) from access.parked_form")).isEqualTo(1);
    }
}
