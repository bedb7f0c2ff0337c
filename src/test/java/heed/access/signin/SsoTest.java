package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.Visitor;
import heed.access.Role;
import heed.access.signin.Here.People;
import heed.platform.Actor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in with other systems: two real providers, and one that is away. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.password.memory-kib=64",
        "heed.password.passes=1"})
@Import({Here.class, People.class, Here.Cable.class, Here.Probe.class, Here.Framed.class, StepUpTest.Marked.class})
class SsoTest {
    private static final String HEED = "https://heed.example";
    private static Provider council;
    private static Provider partner;

    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    Actor system = Actor.system(UUID.randomUUID());
    String mail = "";
    String subject = "";
    UUID ann = UUID.randomUUID();
    String key = "";

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry registry) throws IOException {
        council = new Provider("council", HEED);
        partner = new Provider("partner", HEED);
        registry.add("heed.address", () -> HEED);
        for (var provider : List.of(council, partner)) {
            registry.add("heed.sso." + provider.name + ".issuer", () -> provider.issuer);
            registry.add("heed.sso." + provider.name + ".client-id", () -> "heed");
            registry.add("heed.sso." + provider.name + ".client-secret", () -> "a secret of Heed's");
            registry.add("heed.sso." + provider.name + ".label", () -> "your " + provider.name + " account");
            registry.add("heed.sso." + provider.name + ".amr", () -> "mfa,hwk");
        }
        registry.add("heed.sso.away.issuer", () -> "http://localhost:1");
        registry.add("heed.sso.away.client-id", () -> "heed");
        registry.add("heed.sso.away.client-secret", () -> "another");
        registry.add("heed.sso.away.label", () -> "the county");
    }

    @AfterAll
    static void providers_stop() {
        council.close();
        partner.close();
    }

    @BeforeEach
    void ann_has_an_account_here_and_there() {
        db.sql("delete from access.signin_failure").update();
        // Providers live in real time, so Heed does too here.
        people.clock.pass(Duration.between(people.clock.instant(), Instant.now()));
        system = people.council("Brackwater District Council");
        mail = "ann-" + UUID.randomUUID() + "@" + "example.org";
        subject = "subject-" + UUID.randomUUID();
        ann = people.person(system, "Annis Quillfeather", mail, false, Role.DSO);
        council.user(mail, subject, "pwd", "mfa");
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private Visitor signedIn() {
        var visitor = visitor();
        var link = "/sign-in/invitation/" + people.accounts.invite(system, ann);
        visitor.get(link).post(link, "password", Here.PASSWORD, "again", Here.PASSWORD).follow();
        key = visitor.page().select(".heed-key").text();
        visitor.post("/sign-in/app", "code", people.code(key));
        return visitor;
    }

    /** Goes there by this link, signs in there and comes back. */
    private Visitor with(Visitor visitor, String link, Provider provider, String user) {
        var address = visitor.get(link).header("Location");
        assertThat(address).startsWith(provider.issuer + "/oauth2/authorize?");
        return visitor.get(provider.signIn(address, user));
    }

    private Visitor linked(Provider provider, String user) {
        var visitor = signedIn();
        var link = visitor.get("/account").page().select("a[href^=/sign-in/with/" + provider.name + "]").attr("href");
        assertThat(with(visitor, link, provider, user).location()).isEqualTo("/account");
        assertThat(visitor.follow().page().select(".heed-flash").text()).contains("has been linked");
        return visitor;
    }

    private List<String> trail() {
        return people.transactions.inScope(system.scope(), () -> db.sql("""
                select act || ' ' || outcome || coalesce(' ' || reason, '') from platform.trail
                where scope_id = :scope""").param("scope", system.scope()).query(String.class).list());
    }

    @Test
    void who_has_linked_an_account_signs_in_with_it_when_its_provider_asked_for_two_factors() {
        linked(council, mail);
        var visitor = visitor().get("/sign-in?next=/probe");
        var link = visitor.page().select("a[href^=/sign-in/with/council]");
        assertThat(link.text()).isEqualTo("Sign in with your council account");

        with(visitor, link.attr("href"), council, mail);

        assertThat(visitor.location()).isEqualTo("/probe");
        assertThat(visitor.follow().body()).startsWith(ann.toString());
        assertThat(trail()).contains("signin.link DONE council", "signin.done DONE SSO");
        assertThat(db.sql("select count(*) from access.sso_link where encode(subject, 'escape') like '%subject%'")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void where_the_provider_asked_for_a_password_only_heed_asks_for_its_code_before_anything_is_read() {
        linked(council, mail);
        council.user(mail, subject, "pwd");
        people.clock.pass(Duration.ofMinutes(1));
        var visitor = with(visitor(), "/sign-in/with/council", council, mail);

        assertThat(visitor.location()).isEqualTo("/sign-in/code");
        assertThat(visitor.get("/probe").location()).startsWith("/sign-in");
        visitor.get("/sign-in/code").post("/sign-in/code", "code", people.code(key));
        assertThat(visitor.get("/probe").body()).startsWith(ann.toString());
    }

    @Test
    void the_same_subject_of_two_providers_is_two_and_a_mail_address_links_nobody() {
        linked(council, mail);
        partner.user(mail, subject, "mfa");

        var stranger = with(visitor(), "/sign-in/with/partner", partner, mail);
        assertThat(stranger.location()).isEqualTo("/sign-in?sso=not-linked");
        assertThat(stranger.follow().page().select("main").text()).contains("is not linked to one in Heed");
        assertThat(stranger.get("/probe").status()).isEqualTo(302);

        var annId = ann;
        ann = people.person(system, "Ben Crew", UUID.randomUUID() + "@" + "example.org", false);
        linked(partner, mail);
        assertThat(with(visitor(), "/sign-in/with/partner", partner, mail).get("/probe").body())
                .startsWith(ann.toString());
        assertThat(with(visitor(), "/sign-in/with/council", council, mail).get("/probe").body())
                .startsWith(annId.toString());
    }

    @Test
    void nobody_links_an_account_that_is_linked_already() {
        linked(council, mail);
        ann = people.person(system, "Ben Crew", UUID.randomUUID() + "@" + "example.org", false);
        var ben = signedIn();
        with(ben, ben.get("/account").page().select("a[href^=/sign-in/with/council]").attr("href"), council, mail);
        assertThat(ben.follow().page().select(".heed-flash").text()).contains("linked already");
    }

    @Test
    void an_invitation_can_be_taken_up_with_an_account_elsewhere_once() {
        var page = visitor().get("/sign-in/invitation/" + people.accounts.invite(system, ann)).page();
        var link = page.select("a[href^=/sign-in/with/council]").attr("href");
        var visitor = with(visitor(), link, council, mail);

        assertThat(visitor.location()).isEqualTo("/");
        assertThat(visitor.get("/probe").body()).startsWith(ann.toString());
        assertThat(with(visitor(), link, council, mail).location()).isEqualTo("/sign-in?sso=failed");
        assertThat(visitor.get("/account").page().select("main").text()).contains("your council account");
        visitor.post(visitor.page().select("form[action^=/account/links/]").attr("action"));
        assertThat(visitor.status()).as("the only way in").isEqualTo(422);
    }

    @Test
    void a_closed_account_and_a_leaver_are_not_signed_in() {
        var visitor = linked(council, mail);
        people.accounts.close(system, ann);
        assertThat(visitor.get("/probe").status()).isEqualTo(302);
        assertThat(with(visitor(), "/sign-in/with/council", council, mail).location())
                .isEqualTo("/sign-in?sso=not-linked");
        people.accounts.reopen(system, ann);
        assertThat(with(visitor(), "/sign-in/with/council", council, mail).location()).as("opened anew")
                .isEqualTo("/sign-in?sso=not-linked");
    }

    @Test
    void what_needs_a_fresh_confirmation_needs_a_fresh_one_there() {
        linked(council, mail);
        council.since(mail, Duration.ofHours(3));
        var visitor = with(visitor(), "/sign-in/with/council", council, mail);
        assertThat(visitor.get("/probe").status()).isEqualTo(200);
        assertThat(visitor.get("/probe/export").location()).as("signed in there hours ago").startsWith("/confirm");

        var link = visitor.follow().page().select("a[href^=/sign-in/with/council]").attr("href");
        assertThat(visitor.get(link).header("Location")).contains("prompt=login", "max_age=0");
        assertThat(with(visitor, link, council, mail).location()).as("and not asked again").startsWith("/confirm");
        council.since(mail, Duration.ofSeconds(20));
        assertThat(with(visitor, link, council, mail).location()).isEqualTo("/probe/export");
        assertThat(visitor.follow().status()).isEqualTo(200);
        assertThat(trail()).contains("signin.confirm REFUSED SSO_NOT_FRESH", "signin.confirm DONE SSO");

        var other = UUID.randomUUID() + "@" + "example.org";
        council.user(other, "somebody-else", "mfa");
        people.clock.pass(Duration.ofMinutes(6));
        link = visitor.get("/confirm").page().select("a[href^=/sign-in/with/council]").attr("href");
        assertThat(with(visitor, link, council, other).location()).as("somebody else there").startsWith("/confirm");
    }

    @Test
    void an_answer_counts_in_the_browser_that_asked_and_once() {
        linked(council, mail);
        var asking = visitor();
        var back = council.signIn(asking.get("/sign-in/with/council").header("Location"), mail);

        assertThat(visitor().get(back).location()).as("another browser").isEqualTo("/sign-in?sso=failed");
        var other = visitor();
        other.get("/sign-in/with/council");
        assertThat(other.get(back).location()).as("another browser that asked too").isEqualTo("/sign-in?sso=failed");
        assertThat(asking.get(back).location()).isEqualTo("/");
        assertThat(asking.get(back).location()).as("again").isEqualTo("/sign-in?sso=failed");
        assertThat(visitor().get("/sign-in/with/council/back?error=access_denied&state=x").location())
                .isEqualTo("/sign-in?sso=failed");
        assertThat(visitor().get("/sign-in/with/council?for=nonsense").location()).isEqualTo("/sign-in?sso=failed");
    }

    @Test
    void somebody_elses_errand_links_nothing() {
        var anns = signedIn();
        var link = anns.get("/account").page().select("a[href^=/sign-in/with/council]").attr("href");
        ann = people.person(system, "Ben Crew", UUID.randomUUID() + "@" + "example.org", false);
        var ben = signedIn();
        assertThat(with(ben, link, council, mail).status()).isEqualTo(404);
        assertThat(with(visitor(), "/sign-in/with/council", council, mail).location())
                .isEqualTo("/sign-in?sso=not-linked");
    }

    @Test
    void a_provider_that_is_away_says_so_and_a_password_still_signs_in() {
        var visitor = visitor();
        assertThat(visitor.get("/sign-in/with/away").location()).isEqualTo("/sign-in?sso=away");
        assertThat(visitor.follow().page().select("main").text()).contains("does not answer at the moment");
        assertThat(signedIn().get("/probe").status()).isEqualTo(200);
        assertThat(visitor.get("/sign-in/with/nobody").status()).isEqualTo(404);
    }

    @Test
    void what_is_missing_in_the_configuration_is_said_in_a_sentence() {
        assertThatThrownBy(() -> new SsoProvider("https://x.example", "heed", null, "X", null, null).check("x"))
                .hasMessage("heed.sso.x.client-secret is missing");
        assertThatThrownBy(() -> new SsoProvider("http://x.example", "heed", "s", "X", null, null).check("x"))
                .hasMessage("heed.sso.x.issuer must begin with https://");
        assertThat(new SsoProvider("https://x.example", "heed", "s", "X", null, null).strong("mfa", List.of("mfa")))
                .as("strong where nothing is configured to count").isFalse();
    }
}
