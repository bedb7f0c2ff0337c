package heed.directory.setup;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.directory.organisation.Organisations;
import heed.platform.setting.Setting;
import heed.platform.setting.Settings;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before set-up is finished: nothing here finishes it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.jobs=false",
        "heed.password.memory-kib=64", "heed.test=set-up-pages"})
@ExtendWith(OutputCaptureExtension.class)
class SetUpPagesTest {
    @LocalServerPort
    int port;
    @Autowired
    FirstStart start;
    @Autowired
    SetUp setUp;
    @Autowired
    Settings settings;
    @Autowired
    Organisations organisations;
    @Autowired
    JdbcClient db;

    @BeforeEach
    void nothing_typed_yet() {
        settings.forget("set-up.tries");
        settings.forget("set-up.typed");
    }

    @Test
    void an_empty_heed_leads_to_set_up() {
        var visitor = new Visitor(port);
        assertThat(visitor.get("/").location()).isEqualTo("/set-up");
        assertThat(visitor.get("/sign-in").location()).isEqualTo("/set-up");
        assertThat(visitor.follow().heading()).isEqualTo("Set up Heed");
    }

    @Test
    void the_code_is_in_the_log_and_on_no_page(CapturedOutput log) {
        start.announce();
        start.announce();
        var found = Pattern.compile("enter this code: ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})").matcher(log.getOut());
        assertThat(found.find()).isTrue();
        var first = found.group(1);
        assertThat(found.find()).isTrue();
        assertThat(found.group(1)).as("every start and every node says the same").isEqualTo(first);
        var visitor = new Visitor(port).get("/set-up");
        assertThat(visitor.body()).doesNotContain(first);
        assertThat(
                visitor.post("/set-up", "code", first.toLowerCase(java.util.Locale.ROOT).replace("-", " ")).location())
                .isEqualTo("/set-up/council");
    }

    @Test
    void without_the_code_no_step_opens() {
        var visitor = new Visitor(port).get("/set-up");
        for (var step : Step.values()) {
            assertThat(visitor.get(step.href()).location()).isEqualTo("/set-up");
            assertThat(visitor.get("/set-up").post(step.href(), "council", "Mine").location()).isEqualTo("/set-up");
        }
        assertThat(visitor.get("/set-up/check").location()).isEqualTo("/set-up");
        assertThat(visitor.get("/set-up").post("/set-up/finish").status()).isEqualTo(404);
        assertThat(visitor.get("/set-up").withCookie("heed-set-up", "guess").get("/set-up/council").location())
                .isEqualTo("/set-up");
        assertThat(visitor.get("/set-up").post("/set-up", "code", "").status()).isEqualTo(422);
        assertThat(settings.get("set-up.typed")).isEmpty();
    }

    @Test
    void after_ten_wrong_codes_even_the_right_one_waits() {
        var visitor = new Visitor(port).get("/set-up");
        for (int i = 0; i < 10; i++) {
            assertThat(visitor.post("/set-up", "code", "0000-0000-000" + i).status()).isEqualTo(422);
            assertThat(visitor.page().select("#code").val()).isEqualTo("0000-0000-000" + i);
        }
        assertThat(visitor.post("/set-up", "code", code()).status()).isEqualTo(429);
        assertThat(visitor.page().text()).contains("Wait a minute");
    }

    @Test
    void a_newer_browser_takes_over_and_finds_what_was_typed() {
        var first = entered();
        first.get(Step.COUNCIL.href()).post(Step.COUNCIL.href(), "council", " Fellmoor District Council ");
        assertThat(first.location()).isEqualTo(Step.ADMINISTRATOR.href());
        var second = entered();
        assertThat(second.get(Step.COUNCIL.href()).page().select("#council").val())
                .isEqualTo("Fellmoor District Council");
        assertThat(first.get(Step.COUNCIL.href()).location()).isEqualTo("/set-up");
    }

    @Test
    void an_empty_answer_is_named_in_every_step_that_needs_one() {
        var visitor = entered();
        for (var step : Step.values()) {
            visitor.get(step.href()).post(step.href());
            if (step == Step.NUMBERS) {
                assertThat(visitor.status()).as("numbers can be given later").isEqualTo(302);
                continue;
            }
            assertThat(visitor.status()).as(step.name()).isEqualTo(422);
            assertThat(visitor.page().title()).startsWith("Error: ");
            assertThat(visitor.page().select(".govuk-error-summary a")).isNotEmpty()
                    .allSatisfy(link -> assertThat(visitor.page().select(link.attr("href"))).hasSize(1));
        }
    }

    @Test
    void wrong_answers_are_named_and_nothing_typed_is_lost() {
        var visitor = entered();
        wrong(visitor, Step.ADMINISTRATOR, "administrator-mail", "administrator-name", "Ada Quill",
                "administrator-mail", "ada at home");
        assertThat(visitor.page().select("#administrator-name").val()).isEqualTo("Ada Quill");
        assertThat(visitor.page().select("#administrator-mail").val()).isEqualTo("ada at home");
        wrong(visitor, Step.MAIL, "port", "host", "smtp.fellmoor.example", "port", "smtp", "from",
                "heed@fellmoor.example");
        assertThat(visitor.page().select("#host").val()).isEqualTo("smtp.fellmoor.example");
        wrong(visitor, Step.NUMBERS, "duty", "hub", "01632 960 001", "duty", "ask Sue");
        assertThat(visitor.page().select("#hub").val()).isEqualTo("01632 960 001");
    }

    @Test
    void the_coordinator_is_not_the_administrator() {
        var visitor = entered();
        visitor.get(Step.ADMINISTRATOR.href()).post(Step.ADMINISTRATOR.href(), "administrator-name", "Ada Quill",
                "administrator-mail",
                "ada@fellmoor.example");
        wrong(visitor, Step.COORDINATOR, "coordinator-mail", "coordinator-name", "Cora Nator", "coordinator-mail",
                "ADA@fellmoor.example");
        wrong(visitor, Step.COORDINATOR, "coordinator-name", "coordinator-name", "ada  quill", "coordinator-mail",
                "cora@fellmoor.example");
    }

    @Test
    void a_step_left_out_is_shown_before_the_end() {
        var visitor = entered();
        assertThat(visitor.get("/set-up/check").location()).isEqualTo(Step.COUNCIL.href());
        assertThat(visitor.get("/set-up/council").post("/set-up/finish").location()).isEqualTo("/set-up/check");
        assertThat(organisations.scopes()).isEmpty();
    }

    @Test
    void a_trial_mail_that_fails_says_so_and_keeps_the_answers() {
        var visitor = entered();
        visitor.get(Step.ADMINISTRATOR.href()).post(Step.ADMINISTRATOR.href(), "administrator-name", "Ada Quill",
                "administrator-mail",
                "ada@fellmoor.example");
        visitor.get(Step.MAIL.href()).post(Step.MAIL.href(), "host", "127.0.0.1", "port", "1", "user", "heed",
                "password",
                "correct-horse-canary", "from", "heed@fellmoor.example", "do", "try");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.page().text()).contains("The trial mail did not leave").doesNotContain("127.0.0.1:1");
        assertThat(visitor.body()).doesNotContain("canary");
        assertThat(visitor.page().select("#host").val()).isEqualTo("127.0.0.1");
        visitor.post(Step.MAIL.href(), "host", "127.0.0.1", "port", "1", "user", "heed", "password", "", "from",
                "heed@fellmoor.example");
        assertThat(setUp.typed(heed.platform.Actor.stranger("192.0.2.1")).mailServer().orElseThrow().password())
                .as("an empty box keeps it").isEqualTo("correct-horse-canary");
    }

    @Test
    void what_is_typed_is_not_readable_in_the_database() {
        var visitor = entered();
        visitor.get(Step.ADMINISTRATOR.href()).post(Step.ADMINISTRATOR.href(), "administrator-name",
                "Zebedee Quillfeather",
                "administrator-mail", "zebedee@fellmoor.example");
        assertThat(setUp.typed(heed.platform.Actor.stranger("192.0.2.1")).get("administrator-name"))
                .isEqualTo("Zebedee Quillfeather");
        assertThat(db.sql("select name || encode(sealed, 'escape') from platform.setting").query(String.class).list())
                .isNotEmpty().noneMatch(s -> s.contains("Quillfeather") || s.contains("zebedee") || s.contains(code()));
    }

    @Test
    void the_key_step_says_where_the_key_is() {
        var visitor = entered().get(Step.KEY.href());
        assertThat(visitor.page().select(".govuk-inset-text").text()).endsWith("master-key.json");
        assertThat(visitor.page().select("#apart").hasAttr("checked")).isFalse();
    }

    private void wrong(Visitor visitor, Step step, String field, String... sent) {
        visitor.get(step.href()).post(step.href(), sent);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#" + field);
    }

    private Visitor entered() {
        var visitor = new Visitor(port).get("/set-up").post("/set-up", "code", code());
        assertThat(visitor.location()).isEqualTo("/set-up/council");
        return visitor;
    }

    private String code() {
        return settings.get("set-up.code").map(Setting::value).orElseThrow();
    }
}
