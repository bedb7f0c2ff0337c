package heed.directory.setup;

import static org.assertj.core.api.Assertions.assertThat;

import heed.TestScope;
import heed.Visitor;
import heed.access.Accounts;
import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.directory.organisation.NumbersToRing;
import heed.directory.organisation.Organisations;
import heed.platform.notify.MailServer;
import heed.platform.notify.MailServers;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.jobs=false",
        "heed.password.memory-kib=64", "heed.address=https://heed.fellmoor.example"})
@ActiveProfiles("demo")
class SettingsPagesTest {
    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;
    @Autowired
    Accounts accounts;
    @Autowired
    Grants grants;
    @Autowired
    Organisations organisations;
    @Autowired
    NumbersToRing numbers;
    @Autowired
    MailServers mail;
    @Autowired
    Checklist checklist;
    TestScope town;

    @BeforeEach
    void a_scope() {
        town = TestScope.in(context);
    }

    @Test
    void each_page_opens_with_its_own_permit_only() {
        for (var role : Role.values()) {
            var visitor = signedIn(role);
            var permits = Role.permits(Set.of(role));
            boolean settings = permits.contains(Permission.EDIT_SETTINGS.name());
            boolean ring = permits.contains(Permission.EDIT_NUMBERS.name());
            boolean list = permits.contains(Permission.MANAGE_ACCOUNTS.name())
                    || permits.contains(Permission.GRANT_READERS.name());
            assertThat(visitor.get("/settings").status()).as(role.name()).isEqualTo(settings || ring ? 200 : 404);
            assertThat(visitor.get("/settings/numbers").status()).as(role.name()).isEqualTo(ring ? 200 : 404);
            assertThat(visitor.get("/settings/mail").status()).as(role.name()).isEqualTo(settings ? 200 : 404);
            assertThat(visitor.get("/settings/services").status()).as(role.name()).isEqualTo(settings ? 200 : 404);
            assertThat(visitor.get("/settings/services/new").status()).as(role.name()).isEqualTo(settings ? 200 : 404);
            assertThat(visitor.get("/checklist").status()).as(role.name()).isEqualTo(list ? 200 : 404);
            assertThat(
                    visitor.get("/outbox").post("/settings/numbers", "name-0", "x", "number-0", "999").status() == 404)
                    .as(role.name()).isEqualTo(!ring);
            assertThat(visitor.get("/outbox").post("/settings/mail").status() == 404).as(role.name())
                    .isEqualTo(!settings);
            assertThat(visitor.get("/outbox").post("/settings/services/new").status() == 404).as(role.name())
                    .isEqualTo(!settings);
        }
    }

    @Test
    void numbers_saved_stand_on_every_page_and_an_emptied_one_goes() {
        var cora = signedIn(Role.COORDINATOR).get("/settings/numbers");
        cora.post("/settings/numbers", "seen", seen(cora), "name-0", "The hub", "number-0", "01632 960 011", "when-0",
                "By day", "name-1",
                "Night team", "number-1", "01632 960 012");
        assertThat(cora.status()).isEqualTo(302);
        assertThat(cora.follow().page().select("a[href=tel:01632960012]")).isNotEmpty();
        cora.post("/settings/numbers", "seen", seen(cora), "name-0", "", "number-0", "", "when-0", "", "name-1",
                "Night team", "number-1",
                "01632 960 012");
        assertThat(numbers.of(town.system())).extracting(n -> n.name()).containsExactly("Night team");
    }

    @Test
    void a_wrong_number_is_named_and_nothing_typed_is_lost() {
        var cora = signedIn(Role.COORDINATOR).get("/settings/numbers");
        cora.post("/settings/numbers", "seen", seen(cora), "name-0", "The hub", "number-0", "ask Sue", "name-4", "",
                "number-4", "999 8");
        assertThat(cora.status()).isEqualTo(422);
        assertThat(cora.page().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#number-0",
                "#name-4");
        assertThat(cora.page().select("#number-0").val()).isEqualTo("ask Sue");
        assertThat(cora.page().select("#number-4").val()).isEqualTo("999 8");
        assertThat(numbers.of(town.system())).isEmpty();
    }

    @Test
    void two_people_changing_the_numbers_lose_neither_text() {
        var cora = signedIn(Role.COORDINATOR).get("/settings/numbers");
        var ada = signedIn(Role.ADMINISTRATOR).get("/settings/numbers");
        ada.post("/settings/numbers", "seen", seen(ada), "name-0", "Ada’s hub", "number-0", "01632 960 021");
        cora.post("/settings/numbers", "seen", seen(cora), "name-0", "Cora’s hub", "number-0", "01632 960 022");
        assertThat(cora.status()).isEqualTo(409);
        assertThat(cora.page().select(".govuk-notification-banner").text()).contains("Ada’s hub");
        assertThat(cora.page().select("#name-0").val()).isEqualTo("Cora’s hub");
        cora.post("/settings/numbers", "seen", seen(cora), "name-0", "Cora’s hub", "number-0", "01632 960 022");
        assertThat(cora.status()).isEqualTo(302);
        assertThat(numbers.of(town.system())).extracting(n -> n.name()).containsExactly("Cora’s hub");
    }

    @Test
    void the_mail_password_is_never_sent_back_and_stays_with_its_server() {
        mail.set(new MailServer("smtp.fellmoor.example", 587, "heed", "correct-horse-canary", "heed@fellmoor.example"),
                version());
        var ada = signedIn(Role.ADMINISTRATOR).get("/settings/mail");
        assertThat(ada.body()).doesNotContain("canary");
        ada.post("/settings/mail", "version", version() + "", "host", "smtp.fellmoor.example", "port", "465", "user",
                "heed", "password", "",
                "from", "heed@fellmoor.example");
        assertThat(ada.status()).isEqualTo(302);
        assertThat(mail.now().orElseThrow().password()).isEqualTo("correct-horse-canary");
        assertThat(mail.now().orElseThrow().port()).isEqualTo(465);
        ada.follow().post("/settings/mail", "version", version() + "", "host", "smtp.elsewhere.example", "port", "465",
                "user", "heed", "password",
                "", "from", "heed@fellmoor.example");
        assertThat(mail.now().orElseThrow().password()).as("another server never gets it").isEmpty();
    }

    @Test
    void a_mail_server_changed_meanwhile_is_shown_and_nothing_typed_is_lost() {
        var ada = signedIn(Role.ADMINISTRATOR).get("/settings/mail");
        var before = version() + "";
        mail.set(new MailServer("smtp.theirs.example", 587, "", "", "heed@fellmoor.example"), version());
        ada.post("/settings/mail", "version", before, "host", "smtp.mine.example", "port", "587", "from",
                "heed@fellmoor.example");
        assertThat(ada.status()).isEqualTo(409);
        assertThat(ada.page().text()).contains("smtp.theirs.example");
        assertThat(ada.page().select("#host").val()).isEqualTo("smtp.mine.example");
        ada.post("/settings/mail", "version", ada.page().select("input[name=version]").val(), "host", "", "port", "x",
                "from", "x");
        assertThat(ada.status()).isEqualTo(422);
        assertThat(ada.page().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#host", "#port",
                "#from");
        assertThat(ada.page().select("#port").val()).isEqualTo("x");
    }

    @Test
    void services_are_added_renamed_and_never_twice_of_one_code() {
        var ada = signedIn(Role.ADMINISTRATOR).get("/settings/services");
        assertThat(ada.page().text()).contains("No services yet");
        String[] housing = {"council", town.council().toString(), "name", "Housing", "code", "housing", "headcount",
                "120"};
        ada.get("/settings/services/new").post("/settings/services/new", housing);
        assertThat(ada.status()).isEqualTo(302);
        ada.get("/settings/services/new").post("/settings/services/new", housing);
        assertThat(ada.status()).isEqualTo(422);
        assertThat(ada.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#code");
        assertThat(ada.page().select("#name").val()).isEqualTo("Housing");
        var service = organisations.services(town.system()).getFirst();
        assertThat(service.code()).isEqualTo("HOUSING");
        var href = "/settings/services/" + service.id();
        ada.get(href).post(href, "seen-name", "Housing", "seen-headcount", "120", "name", "Housing and homes",
                "headcount", "");
        assertThat(ada.status()).isEqualTo(302);
        ada.get(href).post(href, "seen-name", "Housing", "seen-headcount", "120", "name", "Homes", "headcount", "9");
        assertThat(ada.status()).isEqualTo(409);
        assertThat(ada.page().text()).contains("Housing and homes");
        assertThat(ada.page().select("#name").val()).isEqualTo("Homes");
        assertThat(organisations.service(town.system(), service.id()).headcount()).isNull();
        assertThat(signedIn(Role.ADMINISTRATOR, TestScope.in(context)).get(href).status()).isEqualTo(404);
    }

    @Test
    void the_checklist_is_computed_from_what_is_there() {
        var cora = town.acting("Cora Nator", Role.COORDINATOR);
        assertThat(done(cora)).isEmpty();
        organisations.addService(town.system(), town.council(), "HOUSING", "Housing", null);
        town.person("Dee One", Role.DSO);
        assertThat(done(cora)).containsExactly("Enter the services");
        var second = town.person("Dee Two", Role.DSO);
        town.person("Lea Lead", Role.DSL);
        var recipient = town.person("Ray One", Role.ALLEGATIONS_RECIPIENT);
        town.person("Ray Two", Role.ALLEGATIONS_RECIPIENT);
        grants.grant(cora, recipient, Role.ALLEGATIONS_SUBSTITUTE, Instant.now(), null);
        assertThat(done(cora)).as("a recipient stands in for nobody").containsExactly("Enter the services",
                "Give the designated safeguarding leads", "Give two or more designated safeguarding officers",
                "Give the two allegations recipients");
        town.person("Sub Stitute", Role.ALLEGATIONS_SUBSTITUTE);
        assertThat(done(cora)).contains("Give a substitute for the allegations recipients");
        grants.end(cora, grants.of(cora, second).getFirst().id());
        assertThat(done(cora)).doesNotContain("Give two or more designated safeguarding officers");
    }

    private java.util.List<String> done(heed.platform.Actor by) {
        return checklist.tasks(by).stream().filter(t -> t.done()).map(t -> t.title()).toList();
    }

    private int version() {
        return mail.kept().map(MailServers.Kept::version).orElse(-1);
    }

    private static String seen(Visitor visitor) {
        return visitor.page().select("input[name=seen]").val();
    }

    private Visitor signedIn(Role role) {
        return signedIn(role, town);
    }

    private Visitor signedIn(Role role, TestScope where) {
        var person = role == Role.STAFF ? where.person("Vi Staff") : where.person("Vi Sitor", role);
        accounts.open(where.system(), person, where.id(), UUID.randomUUID() + "@fellmoor.example", true);
        var visitor = new Visitor(port).get("/sign-in");
        visitor.post("/sign-in/demo", "staff", person.toString());
        assertThat(visitor.status()).isEqualTo(302);
        return visitor;
    }
}
