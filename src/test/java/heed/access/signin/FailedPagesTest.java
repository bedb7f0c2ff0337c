package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.signin.Here.Cable;
import heed.access.signin.Here.People;
import heed.platform.Actor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.password.memory-kib=64",
        "heed.demo.load=false"})
@ActiveProfiles("demo")
@Import({Here.class, People.class, Here.Cable.class, Here.Probe.class, Here.Framed.class})
@ExtendWith(OutputCaptureExtension.class)
class FailedPagesTest {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'; "
            + "manifest-src 'self'";

    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    Actor system = Actor.system(UUID.randomUUID());

    @BeforeEach
    void a_council_with_a_number() {
        system = people.council("Brackwater District Council");
        db.sql("insert into directory.ring_number (scope_id, sort, name, number, note) values (:scope, 1, 'The hub', '01632 960001', 'Any time')")
                .param("scope", system.scope()).update();
    }

    @AfterEach
    void the_database_is_back() {
        Cable.CUT.set(false);
    }

    Visitor signedIn() {
        var id = people.person(system, "Orla Tennick", UUID.randomUUID() + "@" + "example.org", true);
        return new Visitor(port).get("/sign-in").post("/sign-in/demo", "staff", id.toString());
    }

    void is(Visitor visitor, int status, String heading) {
        assertThat(visitor.status()).isEqualTo(status);
        assertThat(visitor.heading()).isEqualTo(heading);
        assertThat(visitor.page().select("a[href=/numbers]")).isNotEmpty();
        assertThat(visitor.body()).contains("01632 960001").doesNotContain("Whitelabel", "Exception", "Zebedee");
        assertThat(visitor.header("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(visitor.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void every_no_is_a_page_in_the_usual_frame() {
        var visitor = signedIn();
        is(visitor.get("/nowhere"), 404, "Page not found");
        is(visitor.get("/probe/refused/C-7K2M-9Q"), 404, "Page not found");
        is(visitor.get("/probe/later"), 409, "Someone else changed this first");
        is(visitor.get("/probe/now"), 422, "That cannot be done now");
        is(visitor.get("/sign-out"), 405, "That cannot be done here");
        is(visitor.get("/help/%2e%2e/x"), 400, "Heed could not read that request");
        assertThat(visitor.page().text()).contains("Brackwater District Council");
    }

    @Test
    void not_there_and_not_yours_are_one_page() {
        var visitor = signedIn();
        assertThat(visitor.get("/nowhere").page().select("main").html())
                .isEqualTo(visitor.get("/probe/refused/C-7K2M-9Q").page().select("main").html());
    }

    @Test
    void a_refusal_is_in_the_audit_log_by_route_and_never_by_path() {
        signedIn().get("/probe/refused/C-7K2M-9Q");
        var acts = people.transactions.inScope(system.scope(), () -> db.sql("""
                select act || ' ' || reason from platform.trail where outcome = 'REFUSED'""").query(String.class)
                .list());
        assertThat(acts).contains("GET /probe/refused/{secret} probe").noneMatch(a -> a.contains("7K2M"));
    }

    @Test
    void a_defect_says_that_nothing_was_saved_and_its_incident_is_in_the_log_without_what_was_typed(
            CapturedOutput log) {
        var visitor = signedIn().get("/probe/broken");
        is(visitor, 500, "Something went wrong");
        var incident = visitor.page().select("main strong").text();

        assertThat(visitor.body()).contains("Nothing was saved");
        assertThat(incident).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(log.getAll()).contains(incident, "java.lang.IllegalStateException", "Here$Probe.broken")
                .doesNotContain("Zebedee", "Quarmby", "Nowhere Lane");
        is(new Visitor(port).get("/help/broken"), 500, "Something went wrong");
    }

    @Test
    void without_the_database_a_page_says_so_with_the_last_known_numbers(CapturedOutput log) {
        var visitor = signedIn();
        is(visitor.get("/numbers"), 200, "Numbers to ring");
        Cable.CUT.set(true);

        is(visitor.get("/probe"), 503, "Heed cannot reach its records");
        is(visitor.get("/sign-in"), 503, "Heed cannot reach its records");
        is(new Visitor(port).get("/numbers"), 503, "Heed cannot reach its records");
        assertThat(visitor.page().select("main a[href='tel:01632960001']")).isNotEmpty();
        assertThat(log.getAll()).doesNotContain("Zebedee");
    }

    @Test
    void too_much_at_once_is_refused_with_a_page() {
        var visitor = signedIn().get("/numbers");
        is(visitor.post("/probe", "text", "x".repeat(9 * 1024 * 1024)), 413, "That was too much to send at once");
        is(visitor.postRaw("/probe", "a=1&".repeat(2100)), 400, "Heed could not read that request");
    }

    @Test
    void assets_may_be_kept_and_everything_carries_the_headers() {
        var visitor = new Visitor(port).get("/assets/heed.css");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.header("Cache-Control")).isEqualTo("max-age=31536000, public");
        for (var path : List.of("/assets/heed.css", "/sign-in", "/numbers", "/nowhere", "/help/broken")) {
            visitor.get(path);
            assertThat(visitor.header("Content-Security-Policy")).as(path).isEqualTo(POLICY);
            assertThat(visitor.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(visitor.header("Permissions-Policy")).as(path).contains("camera=()", "geolocation=()");
            assertThat(visitor.header("Referrer-Policy")).as(path).isIn("no-referrer", "same-origin");
            assertThat(visitor.header("Strict-Transport-Security")).as("plain http").isEmpty();
        }
    }
}
