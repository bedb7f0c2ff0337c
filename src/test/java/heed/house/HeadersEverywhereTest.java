package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.house.RawHttp.Came;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every answer of every route, of a page, a refusal, a file or a failure, tells browsers what it may do. */
@InTown
class HeadersEverywhereTest {
    private static final Map<String, String> EVERYWHERE = Map.of("X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY", "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy",
            "same-origin");
    private static final Map<String, String> POLICY = Map.of("default-src", "'none'", "script-src", "'self'",
            "style-src", "'self'", "form-action", "'self'", "base-uri", "'none'", "frame-ancestors", "'none'",
            "connect-src", "'self'");

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;

    RawHttp http;
    Town town;
    Visitor lead;
    String ref = "";

    @BeforeEach
    void a_lead_with_a_concern() {
        http = new RawHttp(port);
        town = Town.in(context);
        var ben = town.person("Ben Crew");
        var amina = town.person("Amina Desk", Role.DSL, Role.COORDINATOR, Role.ADMINISTRATOR,
                Role.ALLEGATIONS_RECIPIENT);
        ref = town.raised(ben, Town.telling("A child alone on the landing.")).value();
        lead = town.visitor(amina, port).get("/raise");
    }

    @Test
    void every_route_carries_them_whoever_asks_and_whatever_is_answered() {
        var statuses = new TreeMap<Integer, Integer>();
        for (var route : Routes.under("heed"))
            for (var cookies : List.of("", cookies(lead))) {
                var method = route.method().equals("ANY") ? "GET" : route.method();
                if (route.path().startsWith("/sign-out"))
                    continue;
                var came = ask(method, filled(route.path()), cookies, "");
                statuses.merge(came.status(), 1, Integer::sum);
                assertThat(missing(came, true)).as("%s, %d", route.key(), came.status()).isEmpty();
            }
        System.out.println("headers: " + statuses);
        assertThat(statuses.keySet()).contains(200, 302, 403, 404);
    }

    @Test
    void so_do_failures_files_and_what_the_server_says_itself() {
        var anyone = cookies(lead);
        for (var each : Map.of(404, ask("GET", "/nowhere", anyone, ""), 405, ask("DELETE", "/my-concerns", anyone,
                "X-XSRF-TOKEN: " + token() + "\r\n"), 400, ask("GET", "/help/%2e%2e/x", anyone, ""), 413,
                http.send(("POST /my-concerns HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + anyone
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000000\r\n\r\na="
                        + "x".repeat(8_999_998)).getBytes(StandardCharsets.UTF_8)),
                200, ask("GET", "/people/import/example", anyone, "")).entrySet()) {
            assertThat(each.getValue().status()).isEqualTo(each.getKey());
            assertThat(missing(each.getValue(), true)).as("%d: %s", each.getKey(), each.getValue().headers()).isEmpty();
        }
        for (var own : List.of("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /zq HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "TRACE /help HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            var came = http.send(own.getBytes(StandardCharsets.UTF_8));
            assertThat(came.status()).isBetween(400, 405);
            assertThat(missing(came, true)).as(came.body()).isEmpty();
            assertThat(came.body()).doesNotContain("HTTP Status", "Tomcat");
        }
    }

    @Test
    void only_assets_may_be_kept_and_they_too_say_what_they_are() {
        for (var path : List.of("/assets/heed.css", "/sw.js")) {
            var came = ask("GET", path, "", "");
            assertThat(came.status()).as(path).isEqualTo(200);
            assertThat(missing(came, false)).as(path).isEmpty();
        }
    }

    @Test
    void a_redirect_never_leads_to_the_host_that_a_request_names() {
        var came = http.send("GET /my-concerns HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(came.status()).isEqualTo(302);
        assertThat(came.header("Location")).isEqualTo("/sign-in?next=%2Fmy-concerns");
    }

    @Test
    void cookies_are_closed_to_scripts_and_to_other_sites() {
        var asked = new ArrayList<>(new Visitor(port).get("/sign-in").setCookies());
        asked.addAll(town.visitor(town.person("Cas Crew"), port).setCookies());
        assertThat(asked).hasSizeGreaterThan(2).allMatch(c -> c.contains("HttpOnly") && c.contains("SameSite=Lax")
                && c.contains("Path=/") && !c.contains("Domain"));
    }

    @Test
    void what_is_missing_is_found() {
        var whole = ask("GET", "/numbers", "", "");
        assertThat(missing(whole, true)).isEmpty();
        for (var header : whole.headers())
            if (!header.matches(
                    "(?i)(Content-Type|Content-Language|Date|Connection|Transfer-Encoding|Set-Cookie|Content-Length|Vary|Keep-Alive).*")) {
                var without = new ArrayList<>(whole.headers());
                without.remove(header);
                assertThat(missing(new Came(200, without, ""), true)).as(header).isNotEmpty();
            }
        for (var worse : List.of("script-src 'self' 'unsafe-inline'", "script-src 'self' https://cdn.example",
                "script-src *"))
            assertThat(missing(
                    new Came(200, whole.headers().stream().map(h -> h.replace("script-src 'self'", worse)).toList(),
                            ""),
                    true)).as(worse).isNotEmpty();
    }

    /** What an answer lacks. */
    private static List<String> missing(Came came, boolean private_) {
        var missing = new ArrayList<String>();
        EVERYWHERE.forEach((name, value) -> {
            if (!came.header(name).equals(value))
                missing.add(name);
        });
        if (!List.of("same-origin", "no-referrer").contains(came.header("Referrer-Policy")))
            missing.add("Referrer-Policy");
        for (var feature : List.of("camera=()", "microphone=()", "geolocation=()"))
            if (!came.header("Permissions-Policy").contains(feature))
                missing.add("Permissions-Policy " + feature);
        if (private_ && !came.header("Cache-Control").equals("no-store"))
            missing.add("Cache-Control");
        var policy = Arrays.stream(came.header("Content-Security-Policy").split(";")).map(String::strip)
                .filter(d -> d.contains(" "))
                .collect(Collectors.toMap(d -> d.substring(0, d.indexOf(' ')), d -> d.substring(d.indexOf(' ') + 1)));
        POLICY.forEach((directive, sources) -> {
            if (!sources.equals(policy.get(directive)))
                missing.add("Content-Security-Policy " + directive);
        });
        if (came.header("Content-Security-Policy").contains("unsafe"))
            missing.add("Content-Security-Policy without unsafe");
        return missing;
    }

    private Came ask(String method, String path, String cookies, String more) {
        return http.send((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n") + more
                + (method.equals("GET") ? "" : "Content-Length: 0\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        return lead.page().select("input[name=_csrf]").val();
    }

    private static String cookies(Visitor visitor) {
        return "heed-session=" + visitor.cookie("heed-session") + "; heed-form=" + visitor.cookie("heed-form");
    }

    private String filled(String path) {
        return path.replace("{ref}", path.startsWith("/concerns") ? ref : "K-0000-00").replace("{shelf}", "waiting")
                .replace("{step}", "account").replace("{person}", "1").replace("{mark}", "0").replace("{list}", "wards")
                .replace("{code}", "NONE")
                .replace("{token}", "nothing")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }
}
