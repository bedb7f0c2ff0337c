package heed.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The parts as a reader, a screen reader and a browser under the strict content policy meet them. */
class PartsGalleryTest {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final int[] WIDTHS = {320, 1280};
    private static Playwright playwright;
    private static Browser chromium;

    @BeforeAll
    static void start() {
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(executable())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking",
                                "--disable-component-update", "--disable-sync", "--no-first-run")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    @Test
    void an_error_and_a_hint_are_tied_to_the_input_they_are_about() {
        var page = Jsoup.parse(Gallery.formInError());
        assertThat(page.title()).startsWith("Error: Tell us what happened");
        assertThat(describedBy(page, "#seen")).containsExactly(
                "Use the person’s own words where you can. Say what you saw apart from what you think.",
                "Error: Enter what you saw, heard or were told", "You can enter up to 20,000 characters");
        assertThat(describedBy(page, "fieldset:has(#when-day)")).containsExactly("For example, 27 3 2026",
                "Error: When it was must be a real date");
        assertThat(describedBy(page, "fieldset:has(#agree)")).containsExactly(
                "You do not need their agreement to tell us.", "Error: Select whether they know");
        assertThat(describedBy(page, "#agree-3")).containsExactly("Tell us if it would be unsafe for them to know");
    }

    @Test
    void nothing_describes_an_input_without_hint_or_error() {
        var page = Jsoup.parse(Gallery.part("text", Map.of("field", Field.of("name", "Name"))));
        assertThat(page.selectFirst("#name").hasAttr("aria-describedby")).isFalse();
        assertThat(page.select(".govuk-error-message, .govuk-hint, .govuk-form-group--error")).isEmpty();
    }

    @Test
    void every_link_of_the_error_summary_reaches_an_input() {
        var page = Jsoup.parse(Gallery.formInError());
        var links = page.select(".govuk-error-summary a");
        assertThat(links.eachAttr("href")).containsExactly("#seen", "#when-day", "#agree");
        for (var link : links) {
            assertThat(page.selectFirst(link.attr("href")).normalName()).isIn("input", "textarea", "select");
        }
    }

    @Test
    void a_group_of_choices_has_its_question_as_legend_and_the_first_choice_has_the_fields_name_as_id() {
        var page = Jsoup.parse(Gallery.oneQuestion());
        assertThat(page.select("fieldset > legend > h1").eachText()).containsExactly("Is anyone in danger now?");
        assertThat(page.select("input[name=danger]").eachAttr("id")).containsExactly("danger", "danger-2", "danger-3");
        for (var input : page.select("input[name=danger]")) {
            assertThat(page.select("label[for=" + input.id() + "]")).hasSize(1);
        }
    }

    @Test
    void what_was_picked_or_typed_is_shown_again() {
        var page = Jsoup.parse(Gallery.formInError());
        assertThat(page.select("input[name=agree][checked]").eachAttr("value")).containsExactly("no");
        assertThat(page.select(".govuk-date-input input").eachAttr("value")).containsExactly("31", "2", "2026");
        assertThat(Jsoup.parse(Gallery.parts()).select("option[selected]").eachAttr("value")).containsExactly("h");
        assertThat(Jsoup.parse(Gallery.parts()).select("#code[value]")).as("a password is not").isEmpty();
    }

    @Test
    void what_people_write_is_never_markup() {
        var script = "<script>alert('x')</script>\"' onfocus=x";
        var field = Field.of("a", script).withHint(script).withValue(script).withProblem(script);
        var pick = List.of(new Choice(script, script, script, true));
        var parts = Map.<String, Map<String, Object>>ofEntries(Map.entry("text", Map.of("field", field)),
                Map.entry("textarea", Map.of("field", field)),
                Map.entry("radios", Map.of("field", field, "choices", pick)),
                Map.entry("checkboxes", Map.of("field", field, "choices", pick)),
                Map.entry("select", Map.of("field", field, "choices", pick)),
                Map.entry("date", Map.of("field", new DateField("a", script, script, script, script, script, script))),
                Map.entry("summary", Map.of("rows", List.of(new SummaryRow(script, script, "/", script)))),
                Map.entry("timeline", Map.of("events", List.of(new TimelineEvent(script, script, script, script)))),
                Map.entry("tasks", Map.of("tasks", List.of(new Task(script, "/", script, script, false)))),
                Map.entry("numbers", Map.of("numbers", List.of(new RingNumber(script, script, script)))),
                Map.entry("problems", Map.of("problems", List.of(new Problem("a", script)))),
                Map.entry("pager", Map.of("pager", new Pager("/", "/", script))),
                Map.entry("tag", Map.of("text", script)), Map.entry("warning", Map.of("text", script)),
                Map.entry("inset", Map.of("text", script)), Map.entry("empty", Map.of("text", script)),
                Map.entry("button", Map.of("text", script, "value", script)));
        parts.forEach((name, params) -> {
            var html = Jsoup.parse(Gallery.part(name, params));
            assertThat(html.select("script, [onfocus]")).as(name).isEmpty();
            assertThat(html.html()).as(name).contains("alert('x')");
        });
        var frame = Gallery.STAFF.withTitle(script).withPerson(script).withFlash(script);
        assertThat(Jsoup.parse(Gallery.page(frame, "", Map.of())).select("script").eachAttr("src")).hasSize(1);
    }

    @Test
    void words_keep_their_lines_and_their_direction() {
        var typed = "\nfirst line\n\nthird";
        var page = Jsoup.parse(Gallery.part("textarea", Map.of("field", Field.of("a", "A").withValue(typed))));
        assertThat(page.selectFirst("textarea").wholeText()).isEqualTo(typed);
        assertThat(page.selectFirst("textarea").attr("dir")).isEqualTo("auto");
        var row = Jsoup.parse(Gallery.part("summary", Map.of("rows", List.of(SummaryRow.of("Said", "one\ntwo")))));
        var value = row.selectFirst("dd.heed-words[dir=auto]");
        assertThat(value.wholeText()).isEqualTo("one\ntwo");
    }

    @Test
    void every_form_that_sends_carries_the_token_and_signing_out_is_a_form() {
        var page = Jsoup.parse(Gallery.form());
        for (var form : page.select("form[method=post]")) {
            assertThat(form.select("input[name=_csrf][value=token]")).hasSize(1);
        }
        assertThat(page.select("form[action=/sign-out] button").eachText()).containsExactly("Sign out");
        assertThat(Jsoup.parse(Gallery.parts()).select("form[action=/sign-out]")).as("nobody signed in").isEmpty();
    }

    @Test
    void a_number_to_ring_dials_its_digits() {
        assertThat(new RingNumber("Hub", "+44 1632 960 101", "").href()).isEqualTo("tel:+441632960101");
        assertThat(new RingNumber("Hub", "01632 960 101", "").href()).isEqualTo("tel:01632960101");
        assertThat(Jsoup.parse(Gallery.home()).select(".heed-numbers a[href^=tel]").eachAttr("href"))
                .containsExactly("tel:999", "tel:01632960101", "tel:01632960102", "tel:01632960199");
    }

    @Test
    void no_page_breaks_the_content_policy_scrolls_sideways_or_fails_axe() {
        var found = new ArrayList<String>();
        Gallery.pages().forEach((name, html) -> {
            for (int width : WIDTHS) {
                visit(html, width, true, page -> {
                    keep(page, name + "-" + width);
                    if (overflow(page) > 0) {
                        found.add(name + " at " + width + " is " + overflow(page) + " px too wide");
                    }
                    for (var violation : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
                        found.add(name + " at " + width + ": " + violation.getId() + " " + violation.getNodes());
                    }
                }, found);
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void an_answer_opens_its_question_with_and_without_script() {
        for (var script : List.of(true, false)) {
            visit(Gallery.form(), 320, script, page -> {
                assertThat(page.locator("#unsafe").isVisible()).as("No is picked").isTrue();
                page.locator("#agree").check();
                assertThat(page.locator("#unsafe").isVisible()).as("Yes is picked").isFalse();
                assertThat(page.locator("nav >> text=My concerns").isVisible()).isTrue();
                assertThat(overflow(page)).isZero();
            }, new ArrayList<>());
        }
    }

    @Test
    void two_quick_sends_are_one() {
        var sent = new ArrayList<String>();
        visit(Gallery.form(), 1280, true, page -> {
            page.route("**/sent", route -> {
                sent.add(route.request().method());
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            });
            page.locator("main form").evaluate("form => form.action = '/sent'");
            page.locator("main form button").dblclick();
            page.locator("main form button").click();
            page.waitForCondition(() -> !sent.isEmpty());
        }, new ArrayList<>());
        assertThat(sent).containsExactly("POST");
    }

    @Test
    void a_councils_own_colour_takes_the_header() {
        visit(Gallery.parts(), 1280, true, page -> assertThat(
                page.evaluate("getComputedStyle(document.querySelector('.heed-header')).backgroundColor"))
                .isEqualTo("rgb(91, 44, 111)"), new ArrayList<>());
    }

    private interface Look {
        void at(Page page);
    }

    /** Serves one page and the assets under a made-up address inside the browser: no port, no network. */
    private static void visit(String html, int width, boolean script, Look look, List<String> found) {
        try (var context = chromium.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 800).setJavaScriptEnabled(script))) {
            var page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    found.add(message.text());
                }
            });
            page.onPageError(found::add);
            page.route("**/*", route -> answer(route, html));
            page.navigate("https://heed.test/");
            look.at(page);
        }
    }

    private static void answer(Route route, String html) {
        var path = URI.create(route.request().url()).getPath();
        var answer = new Route.FulfillOptions().setHeaders(Map.of("Content-Security-Policy", POLICY));
        if (path.equals("/")) {
            route.fulfill(answer.setContentType("text/html;charset=UTF-8").setBody(html));
        } else if (path.equals("/brand.css")) {
            route.fulfill(answer.setContentType("text/css").setBody(new Brand("#5b2c6f").css()));
        } else {
            var type = path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "image/svg+xml";
            try (var in = PartsGalleryTest.class.getResourceAsStream("/static" + path)) {
                route.fulfill(in == null
                        ? answer.setStatus(404)
                        : answer.setContentType(type).setBodyBytes(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Screenshots are for people to look at; they stay in the build's own folder. */
    private static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screens", "parts", name + ".png")));
    }

    private static List<String> describedBy(Document page, String selector) {
        return Stream.of(page.selectFirst(selector).attr("aria-describedby").split(" "))
                .map(id -> page.getElementById(id).text()).toList();
    }

    private static Path executable() {
        return Stream
                .of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst().orElseThrow();
    }
}
