package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.access.signin.Here.People;
import heed.platform.Actor;
import heed.platform.web.StepUp;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is marked with {@link StepUp} asks again who it is, loses nothing typed and leads nowhere else. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.password.memory-kib=64",
        "heed.password.passes=1"})
@Import({Here.class, People.class, Here.Cable.class, Here.Probe.class, Here.Framed.class, StepUpTest.Marked.class})
class StepUpTest {
    private static final List<String> ELSEWHERE = List.of("//evil.example", "/\\evil.example", "https://evil.example/",
            "\\\\evil.example", "/%2f/evil.example", "javascript:alert(1)", "/\t/evil.example", "\u0000//evil.example",
            "/ /evil.example", "/sign-out", "evil.example", "", "/\r\nLocation: //evil.example", "///evil.example",
            "http:evil.example", "/confirm?next=//evil.example", "/.//evil.example", "/..//evil.example",
            "@evil.example",
            "/@evil.example", "/:80@evil.example");

    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    Actor system = Actor.system(UUID.randomUUID());
    UUID ann = UUID.randomUUID();
    Visitor visitor = new Visitor(0);
    String key = "";
    List<String> recoveryCodes = List.of();

    /** Pages that ask for a fresh confirmation. */
    @RestController
    static class Marked {
        @StepUp
        @GetMapping("/probe/export")
        String page(@RequestParam(defaultValue = "none") String of) {
            return "the export of " + of;
        }

        @StepUp
        @PostMapping("/probe/export")
        String sent(@RequestParam String text) {
            return "exported because " + text;
        }
    }

    @BeforeEach
    void ann_is_signed_in() {
        db.sql("delete from access.signin_failure").update();
        system = people.council("Brackwater District Council");
        ann = people.person(system, "Annis Quillfeather", "ann-" + UUID.randomUUID() + "@" + "example.org", false,
                Role.ADMINISTRATOR);
        visitor = new Visitor(port).get("/sign-in/invitation/" + people.accounts.invite(system, ann));
        visitor.post("/sign-in/invitation/" + people.accounts.invite(system, ann), "password", Here.PASSWORD, "again",
                Here.PASSWORD).follow();
        key = visitor.page().select(".heed-key").text();
        visitor.post("/sign-in/app", "code", people.code(key));
        recoveryCodes = visitor.page().select(".heed-codes li").eachText();
    }

    List<String> trail() {
        return people.transactions.inScope(system.scope(), () -> db.sql("""
                select act || ' ' || outcome || coalesce(' ' || reason, '') from platform.trail
                where scope_id = :scope and act like 'signin.%' order by at, id""").param("scope", system.scope())
                .query(String.class).list());
    }

    Visitor asked() {
        return visitor.get("/probe/export?of=staff").follow();
    }

    @Test
    void five_minutes_after_signing_in_it_is_asked_and_not_before() {
        people.clock.pass(Duration.ofSeconds(4 * 60 + 59));
        assertThat(visitor.get("/probe/export").body()).isEqualTo("the export of none");
        people.clock.pass(Duration.ofSeconds(2));
        assertThat(visitor.get("/probe/export").location()).isEqualTo("/confirm?next=%2Fprobe%2Fexport");
        assertThat(visitor.get("/probe").status()).as("what is not marked").isEqualTo(200);
    }

    @Test
    void a_code_confirms_it_for_five_minutes_and_the_page_asked_for_is_shown() {
        people.clock.pass(Duration.ofMinutes(20));
        assertThat(asked().heading()).isEqualTo("Confirm it is you");
        var before = visitor.cookie("heed-session");
        visitor.post("/confirm", "code", people.code(key), "next", visitor.page().select("input[name=next]").val());
        assertThat(visitor.location()).isEqualTo("/probe/export?of=staff");
        assertThat(visitor.cookie("heed-session")).as("the session's id").isNotEqualTo(before);
        assertThat(visitor.follow().body()).isEqualTo("the export of staff");
        people.clock.pass(Duration.ofSeconds(4 * 60 + 59));
        assertThat(visitor.get("/probe/export").status()).isEqualTo(200);
        people.clock.pass(Duration.ofSeconds(2));
        assertThat(visitor.get("/probe/export").status()).isEqualTo(302);
        assertThat(trail()).contains("signin.confirm DONE CODE");
    }

    @Test
    void a_wrong_or_used_code_stays_on_the_page_and_is_in_the_audit_log() {
        people.clock.pass(Duration.ofMinutes(20));
        var right = people.code(key);
        asked().post("/confirm", "code", "000000", "next", "/probe/export");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().select(".govuk-error-summary").text()).contains("That code is not right");
        assertThat(visitor.page().select("input[name=next]").val()).isEqualTo("/probe/export");
        assertThat(visitor.get("/probe/export").status()).isEqualTo(302);
        visitor.follow().post("/confirm", "code", "");
        assertThat(visitor.page().select(".govuk-error-summary").text()).contains("Enter the code");
        visitor.post("/confirm", "code", right);
        assertThat(visitor.status()).isEqualTo(302);
        people.clock.pass(Duration.ofSeconds(5 * 60 + 1));
        asked().post("/confirm", "code", right);
        assertThat(visitor.status()).as("the same code again").isEqualTo(422);
        assertThat(trail()).contains("signin.confirm REFUSED WRONG_CODE");
    }

    @Test
    void after_five_wrong_codes_the_right_one_is_not_tried_for_a_quarter_of_an_hour() {
        people.clock.pass(Duration.ofMinutes(6));
        for (int i = 0; i < Throttle.PER_ACCOUNT; i++)
            asked().post("/confirm", "code", "000000");
        asked().post("/confirm", "code", people.code(key));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(trail()).contains("signin.confirm REFUSED TOO_MANY_TRIES");
        people.clock.pass(Throttle.WINDOW.plusSeconds(1));
        asked().post("/confirm", "code", people.code(key));
        assertThat(visitor.status()).isEqualTo(302);
    }

    @Test
    void a_recovery_code_confirms_it_once() {
        people.clock.pass(Duration.ofMinutes(6));
        asked().post("/confirm", "code", recoveryCodes.getFirst(), "next", "/probe/export");
        assertThat(visitor.follow().status()).isEqualTo(200);
        people.clock.pass(Duration.ofMinutes(6));
        asked().post("/confirm", "code", recoveryCodes.getFirst());
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(trail()).contains("signin.recovery DONE");
    }

    @Test
    void what_was_typed_is_kept_and_handed_back_and_not_sent_by_itself() {
        people.clock.pass(Duration.ofMinutes(6));
        visitor.get("/numbers").post("/probe/export", "text", "the county asked for it");
        var next = URLDecoder.decode(visitor.location(), StandardCharsets.UTF_8);
        assertThat(next).matches("/confirm\\?next=/kept/[0-9a-f-]{36}");
        visitor.follow().post("/confirm", "code", people.code(key), "next", next.substring("/confirm?next=".length()));
        assertThat(visitor.follow().heading()).isEqualTo("Carry on where you were");
        assertThat(visitor.page().select(".heed-typed").text()).isEqualTo("the county asked for it");
        var form = visitor.page().select("form[action=/probe/export]");
        assertThat(form.select("textarea[name=_csrf]")).as("the old token").isEmpty();
        visitor.post("/probe/export", "text", form.select("textarea[name=text]").text(), "kept",
                form.select("input[name=kept]").val());
        assertThat(visitor.body()).isEqualTo("exported because the county asked for it");
        assertThat(kept(0)).as("forms still kept").isZero();
    }

    @Test
    void a_kept_form_sent_too_late_is_kept_once_and_not_twice() {
        people.clock.pass(Duration.ofMinutes(6));
        visitor.get("/numbers").post("/probe/export", "text", "the county asked");
        var kept = URLDecoder.decode(visitor.location(), StandardCharsets.UTF_8).replaceAll(".*/kept/", "");
        visitor.get("/numbers").post("/probe/export", "text", "the county asked", "kept", kept);
        assertThat(visitor.location()).startsWith("/confirm").doesNotContain(kept);
        assertThat(kept(1)).isEqualTo(1);
    }

    @Test
    void when_too_many_forms_wait_the_browser_keeps_this_one() {
        people.clock.pass(Duration.ofMinutes(6));
        for (int i = 0; i < 21; i++)
            visitor.get("/numbers").post("/probe/export", "text", "the county asked");
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.heading()).isEqualTo("Confirm it is you");
        assertThat(visitor.page().select("form[action=/probe/export] textarea[name=text]").text())
                .isEqualTo("the county asked");
    }

    @Test
    void an_invented_person_confirms_with_a_button_and_nobody_else_does() {
        people.clock.pass(Duration.ofMinutes(6));
        assertThat(asked().post("/confirm").status()).as("without a code").isEqualTo(422);
        assertThat(visitor.get("/probe/export").status()).isEqualTo(302);
    }

    @Test
    void wherever_it_is_said_to_go_it_stays_on_this_site() {
        var random = new Random(20260310);
        var asked = new ArrayList<>(ELSEWHERE);
        var pieces = List.of("/", "\\", ":", "//", "evil.example", "http", "https:", "@", "%2f", "%5c", "?", "#", "\t",
                " ", "\u00a0", ".", "..", "javascript:", "\u2028", "a", ";", "\u0009", "%00", "／");
        for (int i = 0; i < 300; i++) {
            var path = new StringBuilder(random.nextBoolean() ? "/" : "");
            for (int n = random.nextInt(1, 7); n > 0; n--)
                path.append(pieces.get(random.nextInt(pieces.size())));
            asked.add(path.toString());
        }
        visitor.get("/confirm");
        for (var next : asked) {
            visitor.postRaw("/confirm", "_csrf=" + URLEncoder.encode(token(), StandardCharsets.UTF_8) + "&next="
                    + URLEncoder.encode(next, StandardCharsets.UTF_8));
            assertThat(visitor.status()).as(next).isEqualTo(302);
            var to = visitor.header("Location").replaceFirst("^http://localhost:" + port, "");
            assertThat(to).as("from %s", next).startsWith("/").doesNotStartWith("//").doesNotContain("\\");
            assertThat(URI.create("http://localhost:" + port)
                    .resolve(to.replaceAll("[^\\x21-\\x7e]|[\\[\\]^`{|}<>\"%]", "_"))
                    .getHost()).as("from %s", next).isEqualTo("localhost");
            visitor.get("/confirm?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            assertThat(visitor.page().select("input[name=next]").val()).as(next).startsWith("/").doesNotStartWith("//");
        }
    }

    /** How many forms are kept; an answer may be here before what was sent again is let go, so this waits for it. */
    private long kept(long expected) {
        for (int i = 0; i < 50 && count() != expected; i++)
            visitor.get("/probe");
        return count();
    }

    private long count() {
        return people.transactions.inScope(system.scope(),
                () -> db.sql("select count(*) from access.parked_form").query(Long.class).single());
    }

    private String token() {
        return visitor.page().select("input[name=_csrf]").val();
    }
}
