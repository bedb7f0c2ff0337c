package heed.access.signin;

import static heed.access.signin.Here.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.Visitor;
import heed.access.Role;
import heed.access.signin.Here.People;
import heed.platform.Actor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.password.memory-kib=64",
        "heed.password.passes=1"})
@Import({Here.class, People.class, Here.Cable.class, Here.Probe.class, Here.Framed.class})
class SignInTest {
    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    Actor system = Actor.system(UUID.randomUUID());
    String mail = "";
    UUID ann = UUID.randomUUID();

    @BeforeEach
    void a_council_with_ann() {
        // Failures by network address would otherwise add up over the tests of this class.
        db.sql("delete from access.signin_failure").update();
        system = people.council("Brackwater District Council");
        mail = "ann-" + UUID.randomUUID() + "@" + "example.org";
        ann = people.person(system, "Annis Quillfeather", mail, false, Role.DSO);
    }

    /** Somebody at the page that asks for a code, and the key their app was set up with. */
    record Enrolled(Visitor visitor, String key, List<String> recoveryCodes) {
    }

    Visitor visitor() {
        return new Visitor(port);
    }

    Enrolled enrolled() {
        var link = "/sign-in/invitation/" + people.accounts.invite(system, ann);
        var visitor = visitor().get(link);
        assertThat(visitor.heading()).isEqualTo("Choose a password");
        visitor.post(link, "password", PASSWORD, "again", PASSWORD);
        assertThat(visitor.location()).isEqualTo("/sign-in/app");
        var key = visitor.follow().page().select(".heed-key").text();
        visitor.post("/sign-in/app", "code", people.code(key));
        assertThat(visitor.heading()).isEqualTo("Keep your recovery codes");
        var codes = visitor.page().select(".heed-codes li").eachText();
        people.clock.pass(Duration.ofMinutes(2));
        return new Enrolled(visitor, key, codes);
    }

    Visitor password(Visitor visitor, String typedMail, String typedPassword) {
        return visitor.get("/sign-in").post("/sign-in", "mail", typedMail, "password", typedPassword);
    }

    Visitor signIn(Visitor visitor, Enrolled enrolled) {
        password(visitor, mail, PASSWORD);
        assertThat(visitor.location()).isEqualTo("/sign-in/code");
        visitor.follow().post("/sign-in/code", "code", people.code(enrolled.key()));
        people.clock.pass(Duration.ofMinutes(2));
        return visitor;
    }

    List<String> trail(UUID scope) {
        return people.transactions.inScope(scope, () -> db.sql("""
                select act || ' ' || outcome || coalesce(' ' || reason, '') from platform.trail
                where scope_id = :scope order by at, id""").param("scope", scope).query(String.class).list());
    }

    @Test
    void an_invitation_a_password_and_an_app_lead_in() {
        var enrolled = enrolled();

        assertThat(enrolled.recoveryCodes()).hasSize(10).doesNotHaveDuplicates()
                .allMatch(c -> c.matches("[0-9a-z]{5}-[0-9a-z]{5}"));
        assertThat(enrolled.visitor().get("/probe").body())
                .isEqualTo(ann + " [RAISE, SEE_CONCERNS, SEE_FIGURES, WORK_CONCERNS]");
        assertThat(signIn(visitor(), enrolled).get("/probe").status()).isEqualTo(200);
        assertThat(trail(system.scope())).contains("account.invite DONE", "signin.password DONE", "signin.enrol DONE",
                "signin.done DONE CODE");
    }

    @Test
    void nothing_is_shown_after_the_password_alone() {
        var enrolled = enrolled();
        var visitor = password(visitor(), mail, PASSWORD);

        assertThat(visitor.get("/probe").location()).startsWith("/sign-in");
        people.accounts.resetCode(system, ann);
        assertThat(password(visitor, mail, PASSWORD).location()).isEqualTo("/sign-in/app");
        assertThat(visitor.get("/probe").location()).startsWith("/sign-in");
        assertThat(visitor.get("/sign-in/app").page().select(".heed-key").text()).isNotEqualTo(enrolled.key());
    }

    @Test
    void a_secret_once_confirmed_is_never_shown_again() {
        enrolled();
        var visitor = password(visitor(), mail, PASSWORD);

        assertThat(visitor.get("/sign-in/app").location()).isEqualTo("/sign-in/code");
        assertThat(visitor.follow().post("/sign-in/app", "code", "123456").location()).isEqualTo("/sign-in/code");
        assertThat(visitor.get("/probe").location()).startsWith("/sign-in");
    }

    @Test
    void a_code_works_once() {
        var enrolled = enrolled();
        var code = people.code(enrolled.key());
        var first = password(visitor(), mail, PASSWORD).follow();
        var second = password(visitor(), mail, PASSWORD).follow();

        assertThat(first.post("/sign-in/code", "code", code).location()).isEqualTo("/");
        assertThat(second.post("/sign-in/code", "code", code).status()).isEqualTo(422);
        assertThat(second.get("/probe").location()).startsWith("/sign-in");
        assertThat(trail(system.scope())).contains("signin.try REFUSED WRONG_CODE");
    }

    @Test
    void a_code_of_the_half_minute_before_still_works_and_an_older_one_does_not() {
        var enrolled = enrolled();
        var old = people.code(enrolled.key());
        people.clock.pass(Duration.ofSeconds(61));
        var late = password(visitor(), mail, PASSWORD).follow().post("/sign-in/code", "code", old);
        assertThat(late.status()).isEqualTo(422);

        var recent = people.code(enrolled.key());
        people.clock.pass(Duration.ofSeconds(30));
        assertThat(late.post("/sign-in/code", "code", recent).location()).isEqualTo("/");
    }

    @Test
    void a_recovery_code_works_once_and_says_so() {
        var code = enrolled().recoveryCodes().get(3);
        var first = password(visitor(), mail, PASSWORD).follow().post("/sign-in/code", "code",
                code.toUpperCase(Locale.ROOT));
        var second = password(visitor(), mail, PASSWORD).follow();

        assertThat(first.location()).isEqualTo("/");
        assertThat(first.get("/numbers").page().select(".heed-flash").text()).startsWith("You used a recovery code.");
        assertThat(first.get("/numbers").page().select(".heed-flash")).isEmpty();
        assertThat(second.post("/sign-in/code", "code", code).status()).isEqualTo(422);
    }

    @Test
    void a_wrong_password_and_an_unknown_account_get_the_same_page() {
        enrolled();
        var known = password(visitor(), mail, "wrong " + PASSWORD);
        var unknown = password(visitor(), "nobody-" + mail, "wrong " + PASSWORD);
        people.accounts.close(system, ann);
        var closed = password(visitor(), mail, PASSWORD);

        assertThat(known.status()).isEqualTo(422).isEqualTo(unknown.status()).isEqualTo(closed.status());
        assertThat(alike(known, mail)).isEqualTo(alike(unknown, "nobody-" + mail)).isEqualTo(alike(closed, mail));
        assertThat(names(known)).isEqualTo(names(unknown)).isEqualTo(names(closed));
        assertThat(trail(system.scope())).contains("signin.try REFUSED WRONG_PASSWORD");
        assertThat(trail(Actor.INSTALLATION)).contains("signin.try REFUSED WRONG_PASSWORD");
    }

    private static String alike(Visitor visitor, String typed) {
        var page = visitor.page();
        page.select("input[name=_csrf], input[name=asked]").attr("value", "");
        // A challenge is made anew for each page.
        page.select("form[data-passkey]").attr("data-options", "");
        return page.html().replace(typed, "MAIL");
    }

    private static List<String> names(Visitor visitor) {
        return List.of(visitor.header("Content-Security-Policy"), visitor.header("Cache-Control"),
                visitor.header("Set-Cookie").replaceAll("=[^;]*", ""));
    }

    @Test
    void after_five_failures_even_the_right_password_waits_a_quarter_of_an_hour() {
        enrolled();
        for (var typed : List.of(mail, "nobody-" + mail)) {
            var visitor = visitor();
            for (int i = 0; i < 5; i++)
                assertThat(password(visitor, typed, "wrong").status()).isEqualTo(422);
            var turnedAway = password(visitor, typed, PASSWORD);
            assertThat(turnedAway.status()).isEqualTo(422);
            assertThat(turnedAway.page().select(".govuk-error-summary").text()).contains("wait 15 minutes");
        }
        assertThat(trail(system.scope())).contains("signin.try REFUSED TOO_MANY_TRIES");

        people.clock.pass(Duration.ofMinutes(15));
        assertThat(password(visitor(), mail, PASSWORD).location()).isEqualTo("/sign-in/code");
    }

    @Test
    void a_stranger_cannot_keep_somebody_out_of_a_browser_they_used_before() {
        var own = enrolled().visitor();
        var stranger = visitor();
        for (int i = 0; i < 6; i++)
            password(stranger, mail, "wrong");

        own.get("/numbers").post("/sign-out");
        assertThat(password(own, mail, PASSWORD).location()).isEqualTo("/sign-in/code");
        // Somebody else's mark does not help.
        assertThat(password(stranger.withCookie("heed-browser", "0".repeat(32) + "." + "0".repeat(64)), mail, PASSWORD)
                .status())
                .isEqualTo(422);
    }

    @Test
    void guessing_codes_is_slowed_too() {
        var enrolled = enrolled();
        var visitor = password(visitor(), mail, PASSWORD).follow();
        for (int i = 0; i < 5; i++)
            visitor.post("/sign-in/code", "code", "00000" + i + "0");

        assertThat(visitor.post("/sign-in/code", "code", people.code(enrolled.key())).status()).isEqualTo(422);
        people.clock.pass(Duration.ofMinutes(16));
        assertThat(password(visitor, mail, PASSWORD).follow().post("/sign-in/code", "code", people.code(enrolled.key()))
                .location())
                .isEqualTo("/");
    }

    @Test
    void a_role_that_ends_bites_at_the_next_request() {
        var visitor = enrolled().visitor();
        assertThat(visitor.get("/probe").body()).contains("WORK_CONCERNS");

        people.transactions.inScope(system.scope(),
                () -> db.sql("update access.role_grant set valid_until = :now where staff_id = :ann")
                        .param("now", Timestamp.from(people.clock.instant())).param("ann", ann).update());

        assertThat(visitor.get("/probe").body()).isEqualTo(ann + " [RAISE]");
    }

    @Test
    void the_session_of_a_closed_account_and_of_a_leaver_ends() {
        var enrolled = enrolled();
        people.accounts.close(system, ann);
        assertThat(enrolled.visitor().get("/probe").location()).isEqualTo("/sign-in?ended&next=%2Fprobe");
        assertThat(db.sql("select count(*) from access.spring_session where principal_name = :ann")
                .param("ann", ann.toString())
                .query(Integer.class).single()).isZero();

        mail = "bea-" + mail;
        ann = people.person(system, "Bea Marchpane", mail, false);
        var leaver = enrolled().visitor();
        assertThat(leaver.get("/probe").status()).isEqualTo(200);
        people.transactions.inScope(system.scope(),
                () -> db.sql("update access.staff set left_at = :now where id = :ann")
                        .param("now", Timestamp.from(people.clock.instant())).param("ann", ann).update());
        assertThat(leaver.get("/probe").location()).startsWith("/sign-in?ended");
        assertThat(leaver.follow().body()).contains("You were signed out.");
    }

    @Test
    void a_session_ends_after_twelve_hours_and_after_thirty_minutes_without_use() {
        var enrolled = enrolled();
        people.clock.pass(Duration.ofHours(11));
        assertThat(enrolled.visitor().get("/probe").status()).isEqualTo(200);
        people.clock.pass(Duration.ofHours(1));
        assertThat(enrolled.visitor().get("/probe").location()).startsWith("/sign-in?ended");

        var idle = signIn(visitor(), enrolled);
        var session = db.sql("select max_inactive_interval from access.spring_session where principal_name = :ann")
                .param("ann", ann.toString()).query(Integer.class).single();
        assertThat(session).isEqualTo(1800);
        db.sql("update access.spring_session set last_access_time = last_access_time - 1801000, expiry_time = expiry_time - 1801000 where principal_name = :ann")
                .param("ann", ann.toString()).update();
        assertThat(idle.get("/probe").location()).startsWith("/sign-in?ended");
    }

    @Test
    void a_session_knows_ids_and_no_name_and_its_own_id_changes() {
        var enrolled = enrolled();
        var visitor = password(visitor(), mail, PASSWORD);
        var before = visitor.cookie("heed-session");
        visitor.follow().post("/sign-in/code", "code", people.code(enrolled.key()));

        assertThat(visitor.header("Set-Cookie")).containsPattern("heed-session=[^;]+; Path=/; HttpOnly; SameSite=Lax");
        assertThat(visitor.cookie("heed-session")).isNotEqualTo(before);
        visitor.get("/help/frame");
        var kept = db.sql("""
                select a.attribute_bytes from access.spring_session_attributes a
                join access.spring_session s on s.primary_id = a.session_primary_id where s.principal_name = :ann""")
                .param("ann", ann.toString())
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).list();
        assertThat(kept).isNotEmpty()
                .noneMatch(bytes -> bytes.contains("Annis") || bytes.contains("Quillfeather") || bytes.contains(mail));
        assertThat(visitor.get("/help/frame").body()).isEqualTo("Brackwater District Council|Annis Quillfeather");
    }

    @Test
    void the_token_against_forged_forms_is_kept_from_scripts_and_other_sites() {
        assertThat(visitor().get("/sign-in").header("Set-Cookie"))
                .containsPattern("heed-form=[^;]+;.*HttpOnly.*SameSite=Lax");
    }

    @Test
    void visiting_without_signing_in_makes_no_session() {
        int before = db.sql("select count(*) from access.spring_session").query(Integer.class).single();
        visitor().get("/sign-in").get("/numbers").get("/probe").get("/sign-in");
        assertThat(db.sql("select count(*) from access.spring_session").query(Integer.class).single())
                .isEqualTo(before);
    }

    @Test
    void the_page_asked_for_is_shown_after_signing_in_if_it_is_one_of_ours() {
        var enrolled = enrolled();
        var visitor = visitor().get("/probe?x=1");
        assertThat(visitor.location()).isEqualTo("/sign-in?next=%2Fprobe%3Fx%3D1");
        visitor.follow().post("/sign-in", "mail", mail, "password", PASSWORD, "next",
                visitor.page().select("input[name=next]").val());
        assertThat(visitor.follow().post("/sign-in/code", "code", people.code(enrolled.key())).location())
                .isEqualTo("/probe?x=1");

        for (var foreign : List.of("//example.org", "https://example.org", "/\\example.org", "/\nSet-Cookie:x",
                "javascript:x", "", "/sign-out"))
            assertThat(Next.safe(foreign)).as(foreign).isEqualTo("/");
        assertThat(Next.safe("/concerns/C-7K2M-9Q?page=2")).isEqualTo("/concerns/C-7K2M-9Q?page=2");
    }

    @Test
    void a_form_sent_after_the_session_ended_is_kept_and_shown_after_both_steps_of_signing_in() {
        var enrolled = enrolled();
        var visitor = signIn(visitor(), enrolled).get("/numbers");
        db.sql("delete from access.spring_session where principal_name = :ann").param("ann", ann.toString()).update();

        visitor.post("/probe", "text", "first line\n<b>second</b>");
        assertThat(visitor.location()).startsWith("/sign-in?ended&next=%2Fkept%2F");
        visitor.follow();
        signIn(visitor, enrolled);
        var kept = visitor.location();
        assertThat(kept).startsWith("/kept/");
        assertThat(visitor.follow().page().select("textarea[name=text]").first().wholeText())
                .contains("first line\n<b>second</b>");
        visitor.post("/probe", "text", visitor.page().select("textarea[name=text]").first().wholeText(), "kept",
                visitor.page().select("input[name=kept]").val());
        assertThat(visitor.body()).contains("first line");
        assertThat(visitor.get(kept).status()).isEqualTo(404);
    }

    @Test
    void where_nothing_says_whose_it_was_the_form_is_handed_back_and_can_be_sent_again() {
        var enrolled = enrolled();
        var visitor = signIn(visitor(), enrolled).get("/numbers").withCookie("heed-owner", "");
        db.sql("delete from access.spring_session where principal_name = :ann").param("ann", ann.toString()).update();

        visitor.post("/probe", "text", "first line\n<b>second</b>");
        assertThat(visitor.status()).isEqualTo(401);
        assertThat(visitor.heading()).isEqualTo("You were signed out");
        var typed = visitor.page().select("textarea[name=text]").first();
        assertThat(typed).isNotNull();
        assertThat(typed.wholeText()).contains("first line\n<b>second</b>");
        var token = visitor.page().select("main input[name=_csrf]").val();

        signIn(visitor, enrolled);
        visitor.postRaw("/probe", "text=again&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        assertThat(visitor.body()).isEqualTo(ann + " sent again");
    }

    @Test
    void a_form_without_its_token_is_turned_away_with_a_page() {
        var visitor = enrolled().visitor();
        visitor.postWithoutToken("/probe", "text", "forged");

        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.heading()).isEqualTo("This page was open too long");
        assertThat(visitor.page().select("header").text()).contains("Annis Quillfeather");
        assertThat(visitor().postWithoutToken("/sign-in", "mail", mail, "password", PASSWORD).status()).isEqualTo(403);
        assertThat(visitor.postWithoutToken("/sign-out").status()).isEqualTo(403);
        assertThat(visitor.get("/probe").status()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session_and_says_so() {
        var visitor = enrolled().visitor().get("/numbers");
        var stolen = visitor().withCookie("heed-session", String.valueOf(visitor.cookie("heed-session")));
        visitor.post("/sign-out");

        assertThat(visitor.location()).isEqualTo("/sign-in?out");
        assertThat(visitor.follow().body()).contains("You have signed out.");
        assertThat(visitor.get("/probe").location()).startsWith("/sign-in");
        assertThat(stolen.get("/probe").location()).startsWith("/sign-in");
        assertThat(trail(system.scope())).contains("signin.out DONE");
    }

    @Test
    void an_invitation_works_once_and_for_72_hours_and_until_a_newer_one() {
        var first = "/sign-in/invitation/" + people.accounts.invite(system, ann);
        var second = "/sign-in/invitation/" + people.accounts.invite(system, ann);
        assertThat(visitor().get(first).status()).isEqualTo(404);
        var visitor = visitor().get(second);
        assertThat(visitor.header("Referrer-Policy")).isEqualTo("no-referrer");

        assertThat(visitor.post(second, "password", "short", "again", "short").status()).isEqualTo(422);
        assertThat(visitor.post(second, "password", PASSWORD, "again", PASSWORD + "x").status()).isEqualTo(422);
        assertThat(visitor.post(second, "password", PASSWORD, "again", PASSWORD).status()).isEqualTo(302);
        assertThat(visitor().get(second).heading()).isEqualTo("This link can no longer be used");

        var third = "/sign-in/invitation/" + people.accounts.invite(system, ann);
        people.clock.pass(Duration.ofHours(72));
        assertThat(visitor().get(third).status()).isEqualTo(404);
    }

    @Test
    void demonstration_is_impossible_outside_the_demo_profile() {
        assertThatThrownBy(() -> people.person(system, "Demo Person", "demo-" + mail, true))
                .isInstanceOf(IllegalStateException.class);

        var enrolled = enrolled();
        var signedIn = signIn(visitor(), enrolled);
        var half = password(visitor(), mail, PASSWORD).follow();
        db.sql("update access.account set demo = true where staff_id = :ann").param("ann", ann).update();
        var visitor = visitor().get("/sign-in");
        assertThat(visitor.post("/sign-in/demo", "staff", ann.toString()).status()).isEqualTo(404);
        assertThat(password(visitor, mail, PASSWORD).status()).isEqualTo(422);
        assertThat(half.post("/sign-in/code", "code", people.code(enrolled.key())).get("/probe").location())
                .startsWith("/sign-in");
        assertThat(signedIn.get("/probe").location()).startsWith("/sign-in?ended");
        assertThat(visitor().get("/sign-in/invitation/" + people.accounts.invite(system, ann)).status()).isEqualTo(404);
    }
}
