package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.Visitor;
import heed.access.Permission;
import heed.access.Role;
import heed.access.signin.Here.People;
import heed.platform.Actor;
import heed.platform.Refused;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions are seen by their owner and by administrators, and end at the next request. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.password.memory-kib=64",
        "heed.password.passes=1"})
@Import({Here.class, People.class, Here.Cable.class, Here.Probe.class, Here.Framed.class, StepUpTest.Marked.class})
class OpenSessionsTest {
    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;
    @Autowired
    OpenSessions open;

    Actor system = Actor.system(UUID.randomUUID());
    UUID ann = UUID.randomUUID();
    String mail = "";
    String key = "";

    @BeforeEach
    void ann_has_an_account() {
        db.sql("delete from access.signin_failure").update();
        system = people.council("Brackwater District Council");
        mail = "ann-" + UUID.randomUUID() + "@" + "example.org";
        ann = people.person(system, "Annis Quillfeather", mail, false, Role.DSO);
    }

    private Visitor first() {
        var visitor = new Visitor(port);
        var link = "/sign-in/invitation/" + people.accounts.invite(system, ann);
        visitor.get(link).post(link, "password", Here.PASSWORD, "again", Here.PASSWORD).follow();
        key = visitor.page().select(".heed-key").text();
        visitor.post("/sign-in/app", "code", people.code(key));
        return visitor;
    }

    private Visitor again(Visitor visitor) {
        people.clock.pass(Duration.ofMinutes(1));
        visitor.get("/sign-in").post("/sign-in", "mail", mail, "password", Here.PASSWORD).follow().post("/sign-in/code",
                "code", people.code(key));
        assertThat(visitor.status()).isEqualTo(302);
        return visitor;
    }

    private List<String> mails() {
        return db.sql("select kind from platform.outbox where recipient = :ann order by written_at").param("ann", ann)
                .query(String.class).list();
    }

    private Actor ann() {
        return new Actor(ann, system.scope(), Actor.NOBODY, Set.of(), "192.0.2.1");
    }

    @Test
    void one_sees_where_one_is_signed_in_and_ends_one_of_them() {
        var desk = first();
        var phone = again(new Visitor(port));
        desk.get("/account");
        assertThat(desk.page().select(".govuk-task-list__item")).hasSize(2);
        assertThat(desk.page().select(".govuk-task-list__item:has(.govuk-tag)").text()).contains("This one");

        desk.post(desk.page().select("form[action^=/account/sessions/]").not("[action=/account/sessions/end]")
                .attr("action"));

        assertThat(phone.get("/probe").location()).startsWith("/sign-in?ended");
        assertThat(desk.get("/probe").status()).isEqualTo(200);
        assertThat(desk.get("/account").page().select(".govuk-task-list__item")).hasSize(1);
    }

    @Test
    void one_ends_all_but_the_one_in_use() {
        var desk = first();
        var phone = again(new Visitor(port));
        var tablet = again(new Visitor(port));
        desk.get("/account").post("/account/sessions/end");

        assertThat(phone.get("/probe").status()).isEqualTo(302);
        assertThat(tablet.get("/probe").status()).isEqualTo(302);
        assertThat(desk.get("/probe").status()).isEqualTo(200);
    }

    @Test
    void nobody_ends_somebody_elses() {
        var desk = first();
        var id = open.own(ann()).getFirst().id();
        var ben = new Actor(people.person(system, "Ben", UUID.randomUUID() + "@" + "example.org", false),
                system.scope(), Actor.NOBODY, Set.of(), "192.0.2.2");
        assertThatThrownBy(() -> open.end(ben, id)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> people.accounts.endSessions(ben, ann)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> people.accounts.sessions(ben, ann)).isInstanceOf(Refused.class);
        assertThat(desk.get("/probe").status()).isEqualTo(200);
    }

    @Test
    void an_administrator_ends_all_and_the_owner_is_told() {
        var desk = first();
        var administrator = new Actor(UUID.randomUUID(), system.scope(), Actor.NOBODY,
                Set.of(Permission.MANAGE_ACCOUNTS.name()), "192.0.2.3");
        assertThat(people.accounts.sessions(administrator, ann)).hasSize(1);
        people.accounts.endSessions(administrator, ann);

        assertThat(desk.get("/probe").location()).startsWith("/sign-in");
        assertThat(mails()).contains("SESSIONS_ENDED");
    }

    @Test
    void signing_out_and_growing_old_take_a_session_off_the_list() {
        var desk = first();
        desk.get("/account").post("/sign-out");
        assertThat(open.own(ann())).isEmpty();
        again(desk);
        assertThat(open.own(ann())).hasSize(1);
        people.clock.pass(Duration.ofMinutes(32));
        assertThat(open.own(ann())).as("after half an hour without use").isEmpty();
        desk.get("/probe");
        assertThat(open.own(ann())).as("used again, as the server's own clock has not moved").hasSize(1);
    }

    @Test
    void a_browser_not_seen_before_is_told_of_and_one_seen_before_is_not_even_when_shared() {
        var desk = first();
        assertThat(mails()).doesNotContain("NEW_BROWSER");
        again(desk.get("/account").post("/sign-out"));
        assertThat(mails()).as("the same browser").doesNotContain("NEW_BROWSER");

        var mine = mail;
        var mineKey = key;
        var annId = ann;
        mail = "ben-" + UUID.randomUUID() + "@" + "example.org";
        ann = people.person(system, "Ben Crew", mail, false);
        first();
        again(desk.get("/account").post("/sign-out"));
        assertThat(mails()).as("Ben in Ann's browser").containsExactly("NEW_BROWSER");
        ann = annId;
        mail = mine;
        key = mineKey;
        again(desk.get("/account").post("/sign-out"));
        assertThat(mails()).as("Ann in her own, which Ben had used").doesNotContain("NEW_BROWSER");
        again(new Visitor(port));
        assertThat(mails()).as("another").containsExactly("NEW_BROWSER");
    }

    @Test
    void what_the_database_holds_of_a_session_lets_nobody_in() {
        var desk = first();
        var held = db.sql("select session_id from access.spring_session where principal_name = :ann")
                .param("ann", ann.toString()).query(String.class).list();
        var id = new String(Base64.getDecoder().decode(desk.cookie("heed-session")),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(held).containsExactly(HashedSessions.digest(id)).doesNotContain(id);
        var thief = new Visitor(port).withCookie("heed-session",
                Base64.getEncoder().encodeToString(held.getFirst().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(thief.get("/probe").status()).isEqualTo(302);
        assertThat(new Visitor(port).withCookie("heed-session", desk.cookie("heed-session")).get("/probe").status())
                .isEqualTo(200);
    }

    @Test
    void where_no_other_system_is_configured_there_is_no_button_and_no_way() {
        assertThat(new Visitor(port).get("/sign-in").page().select("a[href^=/sign-in/with]")).isEmpty();
        assertThat(new Visitor(port).get("/sign-in/with/council").status()).isEqualTo(404);
        assertThat(new Visitor(port).get("/sign-in/with/council/back?code=x&state=y").status()).isEqualTo(404);
        assertThat(first().get("/account").page().select("main").text()).doesNotContain("Other accounts");
    }

    @Test
    void a_browser_is_known_by_its_family_alone() {
        assertThat(BrowserName.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox on Windows");
        assertThat(BrowserName.of(
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"))
                .isEqualTo("Edge on Windows");
        assertThat(BrowserName.of(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1"))
                .isEqualTo("Safari on iPhone");
        assertThat(BrowserName.of(null)).isEqualTo("A browser");
        assertThat(BrowserName.of("<script>")).isEqualTo("A browser");
    }
}
