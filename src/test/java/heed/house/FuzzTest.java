package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.raise.Raise;
import heed.house.Malformed.Browser;
import heed.house.RawHttp.Came;
import heed.platform.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Malformed requests to every route, as several people, over a socket: 1,000 of them, 10,000 with -Pdrills. None fails
 * inside, none tells of the inside, none comes back unescaped, none is in the log, and afterwards everything still answers.
 */
@InTown
@ExtendWith(OutputCaptureExtension.class)
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("drill.malformed", 1000);
    private static final long SEED = Long.getLong("drill.seed", 20260310L);
    private static final Set<Integer> KNOWN = Set.of(200, 302, 303, 400, 401, 403, 404, 405, 409, 413, 422);
    private static final List<String> INSIDE = List.of("Exception", "\tat ", "org.springframework", "java.", "jakarta.",
            "Whitelabel", "Tomcat", "SQLSTATE", "org.postgresql", "HTTP Status");
    private static final String BECAME_PART = "zq7x, [onmouseover], [onload], script:containsData(zq7x), a[href^=javascript]";
    /** What the server says by itself of a version, a method, a coding or an expectation that it does not know. */
    private static final Set<Integer> SERVERS_OWN = Set.of(417, 431, 501, 505);
    /** Ends the session of whoever sends it, so only strangers do. */
    private static final Set<String> FOR_STRANGERS = Set.of("/sign-out", "/sign-in/demo");

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;

    Town town;
    final Map<String, Visitor> visitors = new TreeMap<>();
    final Map<String, List<String>> known = new TreeMap<>();

    @BeforeEach
    void a_council_at_work() {
        town = Town.in(context);
        var ben = person("crew", "Ben Crew");
        var amina = person("lead", "Amina Desk", Role.DSL, Role.ALLEGATIONS_RECIPIENT);
        person("coordinator", "Cora Dinator", Role.COORDINATOR);
        person("administrator", "Ada Minster", Role.ADMINISTRATOR);
        visitors.put("stranger", new Visitor(port).get("/sign-in"));
        var spare = town.person("Dee Newcomer", Role.CHAMPION);
        var ref = town.raised(ben, Town.telling("A child alone on the landing."));
        var ours = town.raised(amina, Town.telling("Another, seen by an officer."));
        var raise = context.getBean(Raise.class);
        known.put("ref", List.of(ref.value(), ours.value(), "K-0000-00"));
        known.put("draft", List.of(raise.start(ben, Town.telling("Not yet sent.")).toString(),
                raise.start(amina, Town.telling("Nor this.")).toString()));
        known.put("id", List.of(spare.staff().toString()));
        known.put("grant",
                List.of(town.grants().of(Actor.system(town.scope()), spare.staff()).getFirst().id().toString()));
        known.put("step", List.of("danger", "account", "who", "works-here", "check", "mail", "organisation"));
        known.put("shelf", List.of("waiting", "in-hand", "decided"));
        known.put("measure", List.of("concerns-raised", "reporting-rate", "none"));
        known.put("person", List.of("0", "1", "7"));
        known.put("mark", List.of("0"));
        known.put("quarter", List.of("2025-q4", "2026-q9", "2026-q1"));
        known.put("number", List.of("0", "7"));
        known.put("token", List.of("nothing"));
    }

    @Test
    void malformed_requests_are_answered_plainly_and_break_nothing(CapturedOutput log) {
        var malformed = new Malformed(SEED, fields(), known);
        var routes = Routes.under("heed").stream().filter(r -> !r.method().equals("ANY")).toList();
        var http = new RawHttp(port);
        var found = new TreeSet<String>();
        var table = new TreeMap<Malformed.Kind, Map<Integer, Integer>>();
        var names = List.copyOf(visitors.keySet());
        for (int i = 0; i < REQUESTS; i++) {
            // Every route in turn, so that none is missed; what is wrong, and who sends it, by lot.
            var route = routes.get(i % routes.size());
            var kind = malformed.kind();
            var who = FOR_STRANGERS.contains(route.path()) ? "stranger" : malformed.of(names);
            var came = http.send(malformed.request(kind, route.method(), route.path(), browser(who)));
            table.computeIfAbsent(kind, k -> new TreeMap<>()).merge(came.status(), 1, Integer::sum);
            var wrong = wrong(came);
            if (wrong != null)
                found.add("%s %s, %s: %s".formatted(kind, route.key(), who, wrong));
        }
        report(table);
        assertThat(found).isEmpty();
        assertThat(table.keySet()).as("kinds tried").containsExactly(Malformed.Kind.values());
        assertThat(log.getAll()).doesNotContain(Malformed.MARK, "incident")
                .doesNotContainPattern("(?m)^\\S+ \\S+ ERROR");
        names.forEach(
                who -> assertThat(visitors.get(who).get(who.equals("stranger") ? "/numbers" : "/my-concerns").status())
                        .as(who).isEqualTo(200));
    }

    @Test
    void what_should_be_found_is_found() {
        var policy = List.of("Content-Security-Policy: default-src 'none'; script-src 'self'",
                "X-Content-Type-Options: nosniff",
                "Cache-Control: no-store", "Content-Type: text/html;charset=UTF-8");
        assertThat(wrong(new Came(200, policy, "plain"))).isNull();
        assertThat(wrong(new Came(500, policy, "plain"))).isEqualTo("500");
        assertThat(wrong(new Came(418, policy, "plain"))).isEqualTo("418");
        assertThat(wrong(new Came(404, policy, "at java.util.List"))).isEqualTo("404 tells of java.");
        assertThat(wrong(new Came(200, policy, "<p>a<zq7x></p>"))).isEqualTo("200 gives back what was sent, unescaped");
        assertThat(wrong(new Came(200, policy.subList(0, 3), "words"))).isEqualTo("200 without its kind");
        assertThat(wrong(new Came(200, policy.subList(1, 4), "plain")))
                .startsWith("200 without Content-Security-Policy");
        assertThat(wrong(new Came(302, List.of(policy.get(0), policy.get(1), policy.get(2), "X-Zq7x: yes"), "")))
                .isEqualTo("302 with a header that was sent");
        assertThat(wrong(
                new Came(302, List.of(policy.get(0), policy.get(1), policy.get(2), "Location: //zq7x.example"), "")))
                .isEqualTo("302 leads elsewhere");
        assertThat(wrong(new Came(0, List.of(), ""))).isNull();
    }

    /** What is wrong with an answer; null where nothing is. A connection that is closed without a word tells nothing. */
    static @Nullable String wrong(Came came) {
        int status = came.status();
        if (status == 0)
            return null;
        var plain = came.header("Content-Type").isEmpty() || came.header("Content-Type").startsWith("text/plain");
        if (!KNOWN.contains(status) && !(plain && SERVERS_OWN.contains(status)))
            return String.valueOf(status);
        // Whoever sets the mail server up is told why mail fails, by the name of the failure alone.
        var body = came.body().replaceAll(
                "(?<![.\\w])(Mail|Connect|UnknownHost|Messaging|SocketTimeout|MailSend|MailConnect|MailAuthentication|AuthenticationFailed)\\w*Exception(?![.:\\w])",
                "");
        for (var word : INSIDE)
            if (body.contains(word))
                return status + " tells of " + word.strip();
        if (came.headers().stream().anyMatch(h -> h.startsWith("X-Zq7x")))
            return status + " with a header that was sent";
        if (came.header("Location").matches("(?i)(https?:)?[/\\\\]{2}(?!localhost).*|javascript:.*"))
            return status + " leads elsewhere";
        // What is turned away before there is a request has neither headers nor a body.
        if (status >= 400 && came.body().isEmpty() && came.header("Content-Type").isEmpty())
            return null;
        for (var header : List.of("Content-Security-Policy", "X-Content-Type-Options", "Cache-Control"))
            if (came.header(header).isEmpty())
                return status + " without " + header + ", with " + came.headers();
        if (!came.body().isEmpty() && came.header("Content-Type").isEmpty())
            return status + " without its kind";
        // In an attribute a bare < is harmless, so what counts is whether what was sent became a part of the page.
        if (came.header("Content-Type").startsWith("text/html") && came.body().contains(Malformed.MARK)
                && !Jsoup.parse(came.body()).select(BECAME_PART).isEmpty())
            return status + " gives back what was sent, unescaped";
        return null;
    }

    private Browser browser(String who) {
        var visitor = visitors.get(who);
        var cookies = new ArrayList<String>();
        for (var name : List.of("heed-session", "heed-form", "heed-owner", "heed-browser"))
            if (visitor.cookie(name) != null)
                cookies.add(name + "=" + visitor.cookie(name));
        return new Browser(String.join("; ", cookies), visitor.page().select("input[name=_csrf]").val());
    }

    private Actor person(String who, String name, Role... roles) {
        var actor = town.person(name, roles);
        visitors.put(who, town.visitor(actor, port).get("/raise"));
        return actor;
    }

    /** Names of fields: those of the handlers, and those on pages. */
    private List<String> fields() {
        var names = new TreeSet<>(List.of("words", "submission", "version", "outcome", "reasons", "lead", "was"));
        for (var route : Routes.under("heed"))
            for (var parameter : route.answers().getParameters())
                if (parameter.isAnnotationPresent(org.springframework.web.bind.annotation.RequestParam.class))
                    names.add(parameter.getName());
        var pages = Map.of("lead", List.of("/concerns/" + known.get("ref").getFirst() + "/feedback", "/people"), "crew",
                List.of("/raise/" + known.get("draft").getFirst() + "/account",
                        "/raise/" + known.get("draft").getFirst() + "/who"),
                "administrator",
                List.of("/people/new", "/settings/mail", "/settings/numbers", "/settings/services/new"));
        pages.forEach((who, paths) -> paths.forEach(path -> visitors.get(who).get(path).page()
                .select("input[name], textarea[name], select[name]").forEach(input -> names.add(input.attr("name")))));
        visitors.keySet().stream().filter(who -> !who.equals("stranger"))
                .forEach(who -> visitors.get(who).get("/raise"));
        names.remove("_csrf");
        return List.copyOf(names);
    }

    private static void report(Map<Malformed.Kind, Map<Integer, Integer>> table) {
        System.out.println("fuzz: seed " + SEED + ", " + REQUESTS + " requests; 0 = closed without an answer");
        table.forEach((kind, statuses) -> System.out.println("  %-20s %s".formatted(kind, statuses)));
    }
}
