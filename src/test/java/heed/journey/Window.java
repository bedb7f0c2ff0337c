package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import heed.FormToken;
import heed.platform.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A window of the one browser of the run, with cookies of its own. It counts what its person does (each click, each field filled),
 * and whatever the browser complains of fails the test that closes it.
 */
final class Window implements AutoCloseable {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String AXE = axeSource();

    final Page page;
    private final BrowserContext context;
    private final Device device;
    private final String root;
    private final List<String> complaints = new ArrayList<>();
    private int acts;
    private boolean badDay;

    private static final class Once {
        static final Playwright PLAYWRIGHT = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser CHROMIUM = PLAYWRIGHT.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(executable())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync", "--no-first-run")));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }
    }

    private Window(Device device, int port) {
        this(device, "http://localhost:" + port,
                Once.CHROMIUM.newContext(new Browser.NewContextOptions().setViewportSize(device.width, device.height)
                        .setJavaScriptEnabled(device.script)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)),
                null);
    }

    private Window(Device device, String root, BrowserContext context, @Nullable String url) {
        this.device = device;
        this.root = root;
        this.context = context;
        context.setDefaultTimeout(30_000);
        this.page = context.newPage();
        page.onConsoleMessage(said -> {
            // A page that answers 404 or 422 is said to be an error of the network: those the tests ask for on purpose.
            if (said.type().equals("error") && !(badDay && said.text().startsWith("Failed to load resource: "))
                    && !said.text().startsWith("Failed to load resource: the server responded with a status of 4"))
                complaints.add(page.url() + ": " + said.text());
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        if (url != null)
            page.navigate(url);
    }

    /** Opens one. */
    static Window on(Device device, int port) {
        return new Window(device, port);
    }

    /** Signs in by the demonstration's chooser, as a person does; what it took is not counted. */
    Window signIn(Actor someone) {
        open("/sign-in");
        var button = page.locator("form:has(input[name=staff][value='" + someone.staff() + "']) button");
        if (!button.isVisible())
            page.locator("details:has(input[value='" + someone.staff() + "']) > summary").click();
        button.click();
        assertThat(page.url()).isEqualTo(root + "/");
        acts = 0;
        return this;
    }

    /** Signs in without the chooser's page, which grows with every test's people. */
    Window as(Actor someone) {
        var token = FormToken.any();
        context.addCookies(List.of(new Cookie(FormToken.COOKIE, token.cookie()).setUrl(root)));
        var answer = context.request().post(root + "/sign-in/demo", RequestOptions.create()
                .setForm(
                        FormData.create().set(FormToken.FIELD, token.sent()).set("staff", someone.staff().toString())));
        // Where something was kept when an earlier session ended, that comes first.
        assertThat(answer.url()).matches(java.util.regex.Pattern.quote(root) + "/(kept/.*)?");
        return open(answer.url().substring(root.length()));
    }

    /** Confirms who it is, as a demonstration lets people: for what needs it fresh. */
    Window confirm() {
        return open("/confirm").press("It is me");
    }

    /** Opens a path as if typed in the address bar; not counted. */
    Window open(String path) {
        page.navigate(root + path);
        return this;
    }

    /** Goes back by the browser's own button; not counted. */
    Window back() {
        page.goBack();
        return this;
    }

    /** From here on the line may be cut or the server fail: a browser complains of that, and is right to. */
    Window onABadDay() {
        badDay = true;
        return this;
    }

    /** Opens another tab beside this one, on the same page. */
    Window tab() {
        return new Window(device, root, context, page.url());
    }

    /** Clicks the button or the link that looks like one. */
    Window press(String name) {
        acts++;
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
        return this;
    }

    /** Follows the link. */
    Window follow(String name) {
        acts++;
        var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
        var more = page.locator(".heed-more summary");
        if (link.count() == 0 && more.count() > 0)
            more.click();
        link.first().click();
        return this;
    }

    /** Fills the field with this label. */
    Window fill(String label, String text) {
        acts++;
        visible(label).fill(text);
        return this;
    }

    /** Chooses the radio or ticks the box with this label. */
    Window choose(String label) {
        acts++;
        visible(label).check();
        return this;
    }

    /** Chooses from the list with this label. */
    Window select(String label, String option) {
        acts++;
        visible(label).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    private Locator visible(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).locator("visible=true").first();
    }

    /** Whether scripts run in it. */
    boolean scripted() {
        return device.script;
    }

    /** How many clicks and filled fields since signing in. */
    int acts() {
        return acts;
    }

    /** The heading of the page. */
    String heading() {
        return page.locator("h1").innerText();
    }

    /** What the main part of the page says. */
    String main() {
        return page.locator("main").innerText();
    }

    /** The path of the page. */
    String path() {
        return page.url().substring(root.length());
    }

    /** The page's HTML as sent by the server, but for the token against forgery, which is another at every page. */
    String sent(String path) {
        return context.request().get(root + path).text().replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1");
    }

    /** Waits until this script, which may promise its answer, says true. The page's policy bars Playwright's own waiting. */
    Window until(String script) {
        long end = System.nanoTime() + java.time.Duration.ofSeconds(60).toNanos();
        while (!Boolean.TRUE.equals(page.evaluate(script))) {
            if (System.nanoTime() > end)
                throw new AssertionError("in vain: " + script);
            page.waitForTimeout(100);
        }
        return this;
    }

    /** Everything that the page open now breaks of what every page promises, at the window's own width; a person looks at the picture. */
    List<String> faults(String name) {
        return faults(name, device.width);
    }

    /** The same at the width of a phone and of a desk. */
    List<String> faultsAtBothWidths(String name) {
        var found = new ArrayList<String>();
        for (var each : List.of(Device.PHONE, Device.DESK)) {
            page.setViewportSize(each.width, each.height);
            found.addAll(faults(name, each.width));
        }
        return found;
    }

    private List<String> faults(String name, int width) {
        // A person looks at the pictures, and asks for them with -Dscreens=true: taking them is most of the time.
        if (Boolean.getBoolean("screens"))
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "screens", name + "-" + width + ".png")));
        var found = new ArrayList<String>();
        var at = name + " at " + width + ": ";
        if (page.locator("h1").count() != 1)
            found.add(at + page.locator("h1").count() + " first headings");
        if (!page.title().endsWith(" – Heed – " + page.locator(".heed-header__name").innerText()))
            found.add(at + "titled " + page.title());
        if (page.locator(".govuk-service-navigation [aria-current]").count() > 1)
            found.add(at + "several places marked as current");
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width)
            found.add(at + wide + " wide");
        if (device.script)
            for (var broken : (List<?>) axe())
                found.add(at + broken);
        return found;
    }

    /** Runs axe in the page itself, where it stays for the next width: loading it takes longer than running it. */
    private Object axe() {
        if (!(boolean) page.evaluate("!!window.axe"))
            page.evaluate(AXE);
        return page.evaluate("""
                rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
                  .then(found => found.violations.map(v => v.id + ' ' + v.nodes[0].html))""", RULES);
    }

    private static String axeSource() {
        try (var in = Window.class.getResourceAsStream("/axe.min.js")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Chromium now and then never lets go of a window that is closed while its page is still on its way.
        if (!badDay)
            context.pages().forEach(Page::waitForLoadState);
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static Path executable() {
        return Stream
                .of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no Chromium on this machine: on Debian or Ubuntu, sudo apt-get install chromium"));
    }
}
