package heed.platform.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import heed.SetClock;
import heed.TestScope;
import heed.access.Role;
import heed.access.staff.Staff;
import heed.platform.db.Transactions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GOV.UK Notify's real client against a server on this machine that answers as theirs is documented to. */
@SpringBootTest(properties = {"heed.jobs=false", "heed.address=https://heed.fellmoor.example"})
class NotifyTest {
    static final MailKind WAITING = new MailKind("TEST_TEXT_WAITING", "DANGER NOW: a concern is waiting: {ref}",
            "A concern waits.\n\nReference: {ref}\n{link}\n", "/concerns/{ref}");
    private static final String KEY = "fellmoor-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static final String TEXTS = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    private static final String MAILS = "0e38c4a5-2a88-4f6e-b855-c550268ce08b";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestConfiguration
    static class Given {
        @Bean
        Mails textedMails() {
            return () -> List.of(WAITING);
        }
    }

    /** What reached the server. */
    private record Sent(String path, JsonNode body) {
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
    NotifyAccounts accounts;
    @Autowired
    Site site;
    @Autowired
    Staff staff;
    final SetClock clock = new SetClock();
    final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    final Set<String> references = Collections.synchronizedSet(new HashSet<>());
    volatile int refuses;
    volatile boolean dropsAnswers;
    HttpServer server;
    Outbox outbox;
    Sending sending;
    TestScope town;
    UUID dee;
    UUID sam;

    @BeforeEach
    void their_server_and_two_officers() throws IOException {
        db.sql("update platform.outbox set sent_at = written_at where sent_at is null").update();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/notifications", this::answer);
        server.start();
        accounts.set(new NotifyAccount(KEY, TEXTS, ""), accounts.version());
        outbox = new Outbox(db, transactions, kinds, new Texts(accounts, new MockEnvironment()), recipients, clock);
        sending = sending("http://localhost:" + server.getAddress().getPort());
        town = TestScope.in(context);
        dee = town.person("Dee Sothern", Role.DSO);
        sam = town.person("Sam Okoro", Role.DSO);
        staff.setMobile(town.system(), dee, "07700 900123");
    }

    private Sending sending(String address) {
        return new Sending(db, transactions, kinds, recipients, servers, accounts,
                new NotifyPost(address, Duration.ofSeconds(5)), site, clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        accounts.clear(accounts.version());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = exchange.getRequestURI();
            if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")).startsWith("Bearer ey")) {
                say(exchange, 403, "{\"status_code\":403,\"errors\":[]}");
                return;
            }
            if (exchange.getRequestMethod().equals("GET")) {
                var known = references.stream().anyMatch(r -> asked.getQuery().contains("reference=" + r));
                say(exchange, 200, "{\"notifications\":[" + (known ? notification() : "")
                        + "],\"links\":{\"current\":\"x\"}}");
                return;
            }
            var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (refuses > 0) {
                say(exchange, refuses, "{\"status_code\":" + refuses
                        + ",\"errors\":[{\"error\":\"ValidationError\",\"message\":\"07700 900123 is wrong\"}]}");
                return;
            }
            sent.add(new Sent(asked.getPath(), body));
            references.add(body.get("reference").asString());
            if (dropsAnswers)
                return;
            boolean text = asked.getPath().endsWith("/sms");
            say(exchange, 201, """
                    {"id":"%s","reference":"%s","uri":"x","template":{"id":"%s","version":1,"uri":"x"},
                    "content":{"body":"x","from_number":"Heed","subject":"x","from_email":"x"}}""".formatted(
                    UUID.randomUUID(), body.get("reference").asString(), text ? TEXTS : MAILS));
        }
    }

    private static String notification() {
        return """
                {"id":"%s","type":"sms","status":"delivered","template":{"id":"%s","version":1,"uri":"x"},"body":"x",
                "created_at":"2026-03-10T09:00:00.000000Z"}""".formatted(UUID.randomUUID(), TEXTS);
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void write(UUID to, boolean urgent) {
        transactions.inScope(town.id(), () -> outbox.add(town.system(), to, WAITING, "C-7K2M-9Q", urgent));
    }

    private List<String> unsent() {
        return db.sql("""
                select channel || ' ' || coalesce(failure, '-') from platform.outbox
                where scope_id = :scope and sent_at is null order by channel""").param("scope", town.id())
                .query(String.class).list();
    }

    @Test
    void what_is_urgent_leaves_as_a_text_to_those_with_a_number_and_says_a_reference_and_a_link() {
        write(dee, true);
        write(dee, false);
        write(sam, true);
        assertThat(unsent()).as("texts").filteredOn(row -> row.startsWith("TEXT")).hasSize(1);
        assertThat(sending.round()).isEqualTo(1);
        assertThat(sent).singleElement().satisfies(one -> {
            assertThat(one.path()).isEqualTo("/v2/notifications/sms");
            assertThat(one.body().get("phone_number").asString()).isEqualTo("07700900123");
            assertThat(one.body().get("template_id").asString()).isEqualTo(TEXTS);
            assertThat(one.body().get("personalisation").get("message").asString()).isEqualTo(
                    "Heed: DANGER NOW: a concern is waiting: C-7K2M-9Q\nhttps://heed.fellmoor.example/concerns/C-7K2M-9Q");
        });
        assertThat(unsent()).as("mail has no server, and waits").containsOnly("MAIL -");
        assertThat(sending.round()).isZero();
    }

    @Test
    void one_that_left_before_a_power_cut_does_not_leave_again() {
        write(dee, true);
        dropsAnswers = true;
        assertThat(sending.round()).isZero();
        assertThat(sent).hasSize(1);
        assertThat(unsent()).contains("TEXT NotifyAway");
        dropsAnswers = false;
        clock.pass(Duration.ofMinutes(1));
        assertThat(sending.round()).isEqualTo(1);
        assertThat(sent).as("asked for by its reference, and found").hasSize(1);
    }

    @Test
    void a_refusal_is_told_by_its_class_and_can_be_tried_again() {
        write(dee, true);
        refuses = 400;
        assertThat(sending.round()).isZero();
        assertThat(unsent()).contains("TEXT Notify400");
        assertThat(transactions.inScope(town.id(), () -> outbox.failing(town.system()))).singleElement()
                .satisfies(failing -> {
                    assertThat(failing.text()).isTrue();
                    assertThat(failing.recipient()).isEqualTo(dee);
                    outbox.retry(town.system(), failing.id());
                });
        refuses = 0;
        assertThat(sending.round()).isEqualTo(1);
    }

    @Test
    void a_limit_or_a_server_that_is_away_holds_the_others_back_until_the_next_round() {
        write(dee, true);
        write(dee, true);
        refuses = 429;
        sending.round();
        assertThat(unsent()).filteredOn(row -> row.startsWith("TEXT")).containsExactlyInAnyOrder("TEXT Notify429",
                "TEXT -");
        server.stop(0);
        clock.pass(Duration.ofMinutes(1));
        assertThat(sending("http://localhost:" + server.getAddress().getPort()).round()).isZero();
        assertThat(unsent()).filteredOn(row -> row.startsWith("TEXT")).contains("TEXT NotifyAway");
    }

    @Test
    void mail_leaves_through_notify_where_a_template_is_set() {
        accounts.set(new NotifyAccount(KEY, TEXTS, MAILS), accounts.version());
        write(sam, false);
        assertThat(sending.round()).isEqualTo(1);
        assertThat(sent).singleElement().satisfies(one -> {
            assertThat(one.path()).isEqualTo("/v2/notifications/email");
            assertThat(one.body().get("email_address").asString()).isEqualTo("sam.okoro@fellmoor.example");
            assertThat(one.body().get("personalisation").get("subject").asString())
                    .isEqualTo("DANGER NOW: a concern is waiting: C-7K2M-9Q");
        });
    }

    @Test
    void a_key_that_could_not_work_is_refused_and_one_that_is_kept_cannot_be_read() {
        assertThat(new NotifyAccount("short", TEXTS, "").wrongs()).extracting(MailServer.Wrong::part)
                .containsExactly("key");
        assertThat(new NotifyAccount(KEY, "", "").wrongs()).extracting(MailServer.Wrong::part)
                .containsExactly("text-template");
        assertThat(new NotifyAccount(KEY, "x", "y").wrongs()).extracting(MailServer.Wrong::part)
                .containsExactly("text-template", "mail-template");
        assertThat(new NotifyAccount(KEY, TEXTS, "").toString()).doesNotContain("fellmoor");
        assertThat(db.sql("select encode(sealed, 'escape') from platform.setting where name = 'notify'")
                .query(String.class).single()).doesNotContain("fellmoor").doesNotContain(TEXTS);
    }
}
