package heed.casework.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that could not be sent, shown to those who may see what they are about and to nobody else. */
@InTown
class MessagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    JdbcClient db;
    @LocalServerPort
    int port;
    Town town;
    Actor dee;
    Actor coordinator;
    Actor recipient;
    Actor crew;

    @BeforeEach
    void officers() {
        town = Town.in(context);
        dee = town.person("Dee Sothern", Role.DSO);
        coordinator = town.person("Cora Dunn", Role.COORDINATOR);
        recipient = town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT);
        crew = town.person("Jo Bright");
    }

    private void everythingFails() {
        db.sql("""
                update platform.outbox set failed_at = written_at, attempts = 1, failure = 'MailConnectException'
                where scope_id = :scope and sent_at is null""").param("scope", town.scope()).update();
    }

    @Test
    void a_coordinator_reads_what_failed_and_to_whom_and_tries_it_again() {
        var ref = town.raised(crew, Town.telling("No heating."));
        everythingFails();
        var visitor = town.visitor(coordinator, port);
        assertThat(visitor.get("/").body()).contains("1 message could not be sent");
        visitor.get("/messages");
        assertThat(visitor.page().select("tbody tr").text()).contains("A concern is waiting: " + ref, "Dee Sothern",
                "Mail", "The mail server could not be reached");
        visitor.post(visitor.page().select("form[action$=/retry]").attr("action"));
        assertThat(visitor.follow().page().select("tbody tr")).isEmpty();
        assertThat(town.count("select count(*) from platform.outbox where failure is null and ref = '" + ref + "'"))
                .isEqualTo(1);
        assertThat(town.visitor(crew, port).get("/messages").status()).isEqualTo(404);
    }

    @Test
    void a_failed_message_about_an_allegation_is_there_for_its_recipients_alone() {
        town.raised(crew, Town.telling("He messages her.")
                .worksHere(new Telling.WorksHere("yes", "", "Callum Thorne", "", "")));
        var before = town.visitor(coordinator, port).get("/").bodyWithoutToken();
        db.sql("""
                update platform.outbox set failed_at = written_at, attempts = 1, failure = 'MailConnectException'
                where recipient = :who""").param("who", recipient.staff()).update();
        assertThat(town.visitor(coordinator, port).get("/").bodyWithoutToken()).isEqualTo(before);
        var hers = town.visitor(coordinator, port).get("/messages");
        assertThat(hers.page().select("tbody tr")).isEmpty();
        var id = db.sql("select id from platform.outbox where recipient = :who").param("who", recipient.staff())
                .query(java.util.UUID.class).single();
        hers.get("/my-mobile").post("/messages/" + id + "/retry");
        assertThat(hers.status()).isEqualTo(404);
        assertThat(town.visitor(recipient, port).get("/messages").page().select("tbody tr").text())
                .contains("Helen Abara");
    }
}
