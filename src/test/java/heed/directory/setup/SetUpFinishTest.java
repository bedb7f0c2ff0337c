package heed.directory.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import heed.Visitor;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.notify.MailServers;
import heed.platform.setting.Setting;
import heed.platform.setting.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Set-up from the code to the two links. It can be finished once only, so this is one story. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.jobs=false",
        "heed.password.memory-kib=64", "heed.test=set-up-finish"})
class SetUpFinishTest {
    @LocalServerPort
    int port;
    @Autowired
    Settings settings;
    @Autowired
    Organisations organisations;
    @Autowired
    Grants grants;
    @Autowired
    MailServers mailServers;
    @Autowired
    Transactions transactions;
    @Autowired
    Checklist checklist;
    @Autowired
    JdbcClient db;

    @Test
    void an_empty_heed_is_set_up_once_and_its_pages_are_gone_after() {
        var mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try {
            var visitor = new Visitor(port).get("/set-up");
            visitor.post("/set-up", "code", settings.get("set-up.code").map(Setting::value).orElseThrow());
            answer(visitor, "/set-up/council", "council", "Fellmoor District Council");
            answer(visitor, "/set-up/administrator", "administrator-name", "Ada Quill", "administrator-mail",
                    "ada@fellmoor.example");
            answer(visitor, "/set-up/coordinator", "coordinator-name", "Cora Nator", "coordinator-mail",
                    "cora@fellmoor.example");
            answer(visitor, "/set-up/key", "apart", "yes");
            String[] server = {"host", "127.0.0.1", "port", String.valueOf(mail.getSmtp().getPort()), "from",
                    "heed@fellmoor.example"};
            visitor.post("/set-up/mail", with(server, "do", "try"));
            assertThat(visitor.page().text()).contains("The mail server took the trial mail");
            assertThat(mail.getReceivedMessages()).hasSize(1);
            answer(visitor, "/set-up/mail", server);
            answer(visitor, "/set-up/numbers", "hub", "01632 960 001", "duty", "01632 960 003");
            assertThat(visitor.heading()).isEqualTo("Check your answers");
            assertThat(visitor.page().text()).contains("Ada Quill", "Cora Nator", "will not find every number");
            assertThat(organisations.scopes()).as("nothing is made before the end").isEmpty();

            visitor.post("/set-up/finish");
            assertThat(visitor.heading()).isEqualTo("Heed is set up");
            var first = visitor.page().select("#administrator").text();
            visitor.post("/set-up/finish");
            assertThat(organisations.scopes()).as("sending twice makes one").hasSize(1);
            var administrator = path(visitor.page().select("#administrator").text());
            var coordinator = path(visitor.page().select("#coordinator").text());
            assertThat(administrator).startsWith("/sign-in/invitation/").isNotEqualTo(coordinator)
                    .isNotEqualTo(path(first));
            assertThat(new Visitor(port).get(path(first)).status()).as("the earlier link has stopped working")
                    .isEqualTo(404);
            assertThat(new Visitor(port).get(administrator).heading()).isEqualTo("Choose a password");
            assertThat(new Visitor(port).get(coordinator).heading()).isEqualTo("Choose a password");

            var system = Actor.system(organisations.scopes().getFirst().id());
            var admins = grants.holders(system, Role.ADMINISTRATOR);
            var coordinators = grants.holders(system, Role.COORDINATOR);
            assertThat(admins).hasSize(1).doesNotContainAnyElementsOf(coordinators);
            assertThat(coordinators).hasSize(1);
            assertThat(grants.rolesOf(system, admins.getFirst())).containsExactlyInAnyOrder(Role.STAFF,
                    Role.ADMINISTRATOR);
            assertThat(grants.rolesOf(system, coordinators.getFirst())).containsExactlyInAnyOrder(Role.STAFF,
                    Role.COORDINATOR);
            assertThat(mailServers.now().orElseThrow().host()).isEqualTo("127.0.0.1");
            assertThat(settings.get("set-up.code")).isEmpty();
            assertThat(settings.get("set-up.typed")).isEmpty();

            for (var gone : new String[]{"/set-up", "/set-up/council", "/set-up/check"})
                assertThat(visitor.get(gone).status()).as(gone).isEqualTo(404);
            assertThat(new Visitor(port).get("/sign-in").status()).isEqualTo(200);
            assertThat(new Visitor(port).get("/numbers").page().text()).contains("01632 960 001", "01632 960 003");

            var cora = new Actor(coordinators.getFirst(), system.scope(),
                    organisations.councils(system).getFirst().id(),
                    Role.permits(java.util.Set.of(Role.STAFF, Role.COORDINATOR)), "192.0.2.7");
            assertThat(checklist.tasks(cora)).filteredOn(heed.platform.web.Task::done).isEmpty();
            assertThat(checklist.tasks(cora)).filteredOn(t -> t.href() == null).extracting(heed.platform.web.Task::hint)
                    .allSatisfy(hint -> assertThat(hint).endsWith("The administrator does this."));
        } finally {
            mail.stop();
        }
    }

    private static void answer(Visitor visitor, String step, String... sent) {
        visitor.get(step).post(step, sent);
        assertThat(visitor.status()).as(step + visitor.page().select(".govuk-error-summary").text()).isEqualTo(302);
        visitor.follow();
    }

    private static String path(String link) {
        return link.replaceFirst("^https?://[^/]+", "");
    }

    private static String[] with(String[] rest, String... more) {
        var all = java.util.Arrays.copyOf(rest, rest.length + more.length);
        System.arraycopy(more, 0, all, rest.length, more.length);
        return all;
    }
}
