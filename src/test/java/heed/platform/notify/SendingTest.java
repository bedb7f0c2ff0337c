package heed.platform.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import heed.SetClock;
import heed.TestScope;
import heed.access.Role;
import heed.access.staff.Staff;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Against a real mail server, really stopped and started again; rounds are called by hand, so the job stays off. */
@SpringBootTest(properties = {"heed.jobs=false", "heed.address=https://heed.fellmoor.example"})
class SendingTest {
    static final MailKind WAITING = new MailKind("TEST_WAITING", "A concern waits: {ref}",
            "A concern waits for you.\n\nReference: {ref}\nOpen it: {link}\n", "/concerns/{ref}");
    static final MailKind PLAIN = new MailKind("TEST_PLAIN", "Something to look at", "Open Heed: {link}\n", "/");

    @TestConfiguration
    static class Given {
        @Bean
        Mails testMails() {
            return () -> List.of(WAITING, PLAIN);
        }
    }

    @Autowired
    ApplicationContext context;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    @Autowired
    Kinds kinds;
    @Autowired
    ObjectProvider<Recipients> recipients;
    @Autowired
    MailServers servers;
    @Autowired
    Texts texts;
    @Autowired
    NotifyAccounts accounts;
    @Autowired
    NotifyPost post;
    @Autowired
    Site site;
    @Autowired
    Staff staff;
    final SetClock clock = new SetClock();
    GreenMail mail;
    Outbox outbox;
    Sending sending;
    TestScope town;
    UUID dee;

    @BeforeEach
    void a_mail_server_and_somebody_to_write_to() {
        db.sql("update platform.outbox set sent_at = written_at where sent_at is null").update();
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        var set = servers.kept();
        servers.set(new MailServer("127.0.0.1", mail.getSmtp().getPort(), "", "", "heed@fellmoor.example"),
                set.map(MailServers.Kept::version).orElse(-1));
        outbox = new Outbox(db, transactions, kinds, texts, recipients, clock);
        sending = new Sending(db, transactions, kinds, recipients, servers, accounts, post, site, clock);
        town = TestScope.in(context);
        dee = town.person("Dee Sothern", Role.DSO);
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void mail_says_its_kind_reference_and_link_and_nothing_else() throws Exception {
        write(WAITING, "C-7K2M-9Q", false);
        assertThat(sending.round()).isEqualTo(1);
        var got = mail.getReceivedMessages();
        assertThat(got).hasSize(1);
        assertThat(got[0].getSubject()).isEqualTo("A concern waits: C-7K2M-9Q");
        assertThat(got[0].getAllRecipients()).extracting(Object::toString)
                .containsExactly("dee.sothern@fellmoor.example");
        assertThat(got[0].getFrom()).extracting(Object::toString).containsExactly("heed@fellmoor.example");
        assertThat(got[0].getContent().toString().replace("\r", "").strip()).isEqualTo(
                "A concern waits for you.\n\nReference: C-7K2M-9Q\nOpen it: https://heed.fellmoor.example/concerns/C-7K2M-9Q");
        assertThat(got[0].getMessageID()).isEqualTo("<" + only("id") + "@heed.fellmoor.example>");
        assertThat(sending.round()).isZero();
        assertThat(only("sent_at")).isNotEqualTo("null");
    }

    @Test
    void an_act_undone_sends_no_mail() {
        assertThatThrownBy(() -> transactions.inScope(town.id(), () -> {
            outbox.add(town.system(), dee, PLAIN, null, false);
            throw new IllegalArgumentException("undone");
        })).hasMessage("undone");
        assertThat(sending.round()).isZero();
        assertThatThrownBy(() -> outbox.add(town.system(), dee, PLAIN, null, false))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_but_a_reference_can_be_put_into_mail() {
        for (var words : List.of("Jo Bloggs", "C-7K2M-9Q Jo", "c-7k2m-9q", "", "C-7K2M-9Q\nBcc: x@example.org"))
            assertThatThrownBy(() -> write(WAITING, words, false)).as(words)
                    .isInstanceOf(IllegalArgumentException.class)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Jo"));
        assertThatThrownBy(() -> write(new MailKind("NOBODY_GIVES", "x", "y", "/"), null, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailKind("X_Y", "About {name}", "y", "/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailKind("X_Y", "s", "{account}", "/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailKind("X_Y", "a\nb", "y", "/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailKind("X_Y", "s", "y", "//example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mail_waits_while_the_server_is_away_and_leaves_when_it_is_back() {
        int port = mail.getSmtp().getPort();
        mail.stop();
        write(WAITING, "C-7K2M-9Q", false);
        write(WAITING, "C-7K2M-9Q", false);
        assertThat(sending.round()).isZero();
        assertThat(outbox.health().failures()).containsOnlyKeys("ConnectException");
        assertThat(attempts()).as("the second is not tried while the first found nobody").containsExactlyInAnyOrder(1,
                0);
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        clock.pass(Duration.ofSeconds(9));
        assertThat(sending.round()).as("only the one never tried is due").isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(sending.round()).isEqualTo(1);
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(outbox.health().waiting()).isZero();
        assertThat(outbox.health().failures()).isEmpty();
    }

    @Test
    void waits_grow_from_ten_seconds_to_an_hour() {
        assertThat(List.of(1, 2, 3, 4).stream().map(Sending::waitAfter)).containsExactly(Duration.ofSeconds(10),
                Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofSeconds(80));
        assertThat(Sending.waitAfter(12)).isEqualTo(Duration.ofHours(1));
        assertThat(Sending.waitAfter(4000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void after_five_days_it_is_tried_no_more_and_still_counted() {
        write(WAITING, "C-7K2M-9Q", false);
        clock.pass(Duration.ofDays(5));
        assertThat(sending.round()).isZero();
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(outbox.health().late()).isEqualTo(1);
    }

    @Test
    void mail_sent_twice_bears_the_same_id() throws Exception {
        write(WAITING, "C-7K2M-9Q", false);
        sending.round();
        // As if the power had gone after the server took it and before we noted it.
        db.sql("update platform.outbox set sent_at = null where scope_id = :scope").param("scope", town.id()).update();
        sending.round();
        var got = mail.getReceivedMessages();
        assertThat(got).hasSize(2);
        assertThat(got[0].getMessageID()).isEqualTo(got[1].getMessageID());
    }

    @Test
    void urgent_mail_leaves_first() throws Exception {
        write(PLAIN, null, false);
        clock.pass(Duration.ofMinutes(1));
        write(WAITING, "C-7K2M-9Q", true);
        sending.round();
        assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("A concern waits: C-7K2M-9Q");
    }

    @Test
    void a_leaver_gets_no_mail_and_holds_up_nobodys() {
        var gil = town.person("Gil Gone");
        transactions.inScope(town.id(), () -> outbox.add(town.system(), gil, PLAIN, null, true));
        staff.leave(town.acting("Ada Quill", Role.ADMINISTRATOR), gil);
        // Staff leave by the program's clock, the mail goes by this test's, which is ahead of it.
        write(PLAIN, null, false);
        assertThat(sending.round()).isEqualTo(1);
        assertThat(outbox.health().failures()).containsExactly(java.util.Map.entry(Sending.NO_ADDRESS, 1));
        clock.pass(Duration.ofHours(2));
        sending.round();
        assertThat(attempts()).as("nobody to write to is not tried again").containsExactlyInAnyOrder(1, 1);
    }

    @Test
    void a_kind_of_a_newer_release_waits_for_it() {
        write(PLAIN, null, false);
        db.sql("update platform.outbox set kind = 'FROM_TOMORROW' where scope_id = :scope").param("scope", town.id())
                .update();
        assertThat(sending.round()).isZero();
        assertThat(outbox.health().failures()).containsOnlyKeys(Sending.UNKNOWN_KIND);
    }

    @Test
    void two_nodes_send_a_mail_once() throws Exception {
        for (int i = 0; i < 20; i++)
            write(PLAIN, null, false);
        var together = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var first = nodes.submit(() -> {
                together.await();
                return sending.round();
            });
            var second = nodes.submit(() -> {
                together.await();
                return sending.round();
            });
            assertThat(first.get() + second.get()).isEqualTo(20);
        }
        var ids = Arrays.stream(mail.getReceivedMessages()).map(m -> {
            try {
                return m.getMessageID();
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
        assertThat(ids).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void health_counts_without_saying_whose_or_what() {
        mail.stop();
        write(WAITING, "C-7K2M-9Q", false);
        sending.round();
        clock.pass(Duration.ofMinutes(11));
        var health = outbox.health();
        assertThat(health.waiting()).isEqualTo(1);
        assertThat(health.late()).isEqualTo(1);
        assertThat(health.toString()).doesNotContain("C-7K2M").doesNotContain("fellmoor")
                .doesNotContain(dee.toString());
        assertThat(only("failure")).isEqualTo("ConnectException");
    }

    @Test
    void a_mail_servers_password_is_not_readable_in_the_table() {
        var set = servers.kept().orElseThrow();
        servers.set(new MailServer("127.0.0.1", 25, "heed", "correct-horse-canary", "heed@fellmoor.example"),
                set.version());
        assertThat(servers.now().orElseThrow().password()).isEqualTo("correct-horse-canary");
        var stored = db.sql("select encode(sealed, 'escape') from platform.setting where name = 'mail'")
                .query(String.class).single();
        assertThat(stored).doesNotContain("canary").doesNotContain("127.0.0.1");
        assertThatThrownBy(() -> servers.set(set.server(), set.version())).isInstanceOf(heed.platform.Refused.class);
        assertThat(servers.now().orElseThrow().toString()).doesNotContain("canary");
    }

    @Test
    void a_password_never_leaves_unencrypted() {
        var how = new MailServer("smtp.example.org", 587, "heed", "secret", "h@example.org").sender()
                .getJavaMailProperties();
        assertThat(how.getProperty("mail.smtp.starttls.required")).isEqualTo("true");
        var early = new MailServer("smtp.example.org", 465, "heed", "secret", "h@example.org").sender();
        assertThat(early.getProtocol()).isEqualTo("smtps");
        assertThat(early.getJavaMailProperties().getProperty("mail.smtps.ssl.checkserveridentity")).isEqualTo("true");
    }

    private void write(Mail kind, @org.jspecify.annotations.Nullable String ref, boolean urgent) {
        transactions.inScope(town.id(), () -> outbox.add(town.system(), dee, kind, ref, urgent));
    }

    private List<Integer> attempts() {
        return db.sql("select attempts from platform.outbox where scope_id = :scope").param("scope", town.id())
                .query(Integer.class).list();
    }

    private String only(String column) {
        return String.valueOf(db.sql("select " + column + " from platform.outbox where scope_id = :scope")
                .param("scope", town.id()).query((row, n) -> row.getString(1)).single());
    }
}
