package heed.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.correction.Asked;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quarter published, read by those who may, revised, taken away; and last year's totals from an older tool. */
@InTown
class QuarterPagesTest {
    private static final String Q = "/quarters/2025-q4";
    private static final String HEADING = "from,to,measure,split,value,number,source\n";

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Actor cara;
    Visitor coordinator;
    Visitor member;

    @BeforeEach
    void a_quarter_with_a_few_concerns() {
        town = Town.in(context);
        omar = town.person("Omar Tindall");
        cara = town.person("Cara Lyth", Role.COORDINATOR);
        clock.goTo(Instant.parse("2026-02-10T09:00:00Z"));
        for (int n = 0; n < 9; n++)
            town.raised(omar, Town.telling("A worry.").kind("CHILD"));
        for (int n = 0; n < 2; n++)
            town.raised(omar, Town.telling("A worry.").kind("ADULT"));
        clock.goTo(Instant.parse("2026-04-03T09:00:00Z"));
        coordinator = town.visitor(cara, port);
        member = town.visitor(town.person("Mo Member", Role.MEMBER), port);
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    String now(Document page, String row) {
        return page.select(".heed-sheet__table tr:has(th:containsOwn(" + row + "))").first().select("td").first()
                .text();
    }

    void publish(String... more) {
        var preview = coordinator.get(Q + "/publishing").page();
        var form = new java.util.ArrayList<>(
                java.util.List.of("as-at", preview.select("input[name=as-at]").val(), "seen",
                        preview.select("input[name=seen]").val()));
        form.addAll(java.util.List.of(more));
        coordinator.post(Q + "/publishing", form.toArray(String[]::new));
    }

    /** Something recorded in error in the quarter, set aside after it was published. */
    void one_fewer() {
        var ref = ConcernRef.of(
                town.texts("select ref from casework.concern where subject_kind = 'ADULT' limit 1").getFirst());
        Asked.of(context, town.person("Amina Sefton", Role.DSO), ref, town.person("Lena Foss", Role.DSL));
    }

    @Test
    void a_quarter_is_there_for_those_who_read_it_only_once_it_is_published() {
        assertThat(coordinator.get(Q).page().text()).contains("Draft, not published");
        assertThat(now(coordinator.page(), "Concerns raised")).isEqualTo("11");
        assertThat(member.get(Q).status()).isEqualTo(404);
        assertThat(member.get("/quarters").page().text()).contains("No quarter is published yet");
        publish();
        assertThat(coordinator.location()).isEqualTo(Q);
        assertThat(member.get(Q).status()).isEqualTo(200);
        assertThat(member.page().text()).contains("Published on 3 April 2026 by Cara Lyth", "Content hash");
        assertThat(town.visitor(omar, port).get("/quarters").status()).isEqualTo(404);
        assertThat(town.visitor(omar, port).get(Q).status()).isEqualTo(404);
        assertThat(town.visitor(town.person("Ada Quill", Role.ADMINISTRATOR), port).get(Q).status()).isEqualTo(404);
    }

    @Test
    void members_and_officers_read_small_numbers_hidden_and_the_strategic_group_reads_them() {
        publish();
        var page = member.get(Q).page();
        assertThat(now(page, "Concerns raised")).isEqualTo("11");
        assertThat(now(page, "Adult")).isEqualTo("hidden");
        assertThat(now(page, "Child")).as("11 less the other").isEqualTo("hidden");
        assertThat(now(page, "Danger reported")).isEqualTo("0");
        assertThat(page.text()).contains("Numbers from 1 to 4 are hidden");
        assertThat(now(member.get(Q + "?copy=full").page(), "Adult")).isEqualTo("hidden");
        assertThat(now(town.visitor(town.person("Amina Sefton", Role.DSO), port).get(Q).page(), "Adult"))
                .isEqualTo("hidden");
        var strategic = town.visitor(town.person("Stella Group", Role.STRATEGIC_GROUP), port);
        assertThat(now(strategic.get(Q).page(), "Adult")).isEqualTo("2");
        assertThat(now(strategic.get(Q + "/members").page(), "Adult")).isEqualTo("hidden");
        assertThat(now(coordinator.get(Q).page(), "Adult")).isEqualTo("2");
    }

    @Test
    void what_was_published_stays_and_a_late_change_is_a_line_beside_it_and_then_a_revision() {
        publish();
        clock.pass(Duration.ofDays(20));
        coordinator = town.visitor(cara, port);
        member = town.visitor(town.person("Max Member", Role.MEMBER), port);
        one_fewer();
        var page = coordinator.get(Q).page();
        assertThat(now(page, "Concerns raised")).isEqualTo("11");
        assertThat(page.select("#late").text()).contains("Concerns raised: 11 as published, 10 now");
        assertThat(member.get(Q).page().text()).doesNotContain("10 now");
        publish();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().text()).contains("Say why it is revised");
        publish("reason", "One was recorded in error.");
        assertThat(now(coordinator.get(Q).page(), "Concerns raised")).isEqualTo("10");
        assertThat(coordinator.page().text()).contains("Revision 1, published on 23 April 2026",
                "One was recorded in error.",
                "Concerns raised: 11 as published, 10 now");
        assertThat(now(coordinator.get(Q + "/publications/0").page(), "Concerns raised")).isEqualTo("11");
        assertThat(now(member.get(Q).page(), "Concerns raised")).as("one is too small a change to show")
                .isEqualTo("11");
        assertThat(member.page().text()).contains("Revision 1", "what changed since is too small to show")
                .doesNotContain("10 now");
        publish("reason", "Again.");
        assertThat(coordinator.status()).as("nothing changed since").isEqualTo(422);
    }

    @Test
    void what_was_published_cannot_be_changed_or_deleted_by_the_application() {
        publish();
        for (var sql : java.util.List.of("update insight.publication set number = 5",
                "delete from insight.publication"))
            assertThatThrownBy(() -> context.getBean(Transactions.class).inScope(town.scope(),
                    () -> context.getBean(JdbcClient.class).sql(sql).update()))
                    .hasStackTraceContaining("permission denied");
    }

    @Test
    void figures_that_changed_while_one_looked_are_not_published() {
        var preview = coordinator.get(Q + "/publishing").page();
        one_fewer();
        coordinator.post(Q + "/publishing", "as-at", preview.select("input[name=as-at]").val(), "seen",
                preview.select("input[name=seen]").val());
        assertThat(coordinator.status()).isEqualTo(409);
        assertThat(coordinator.page().text()).contains("The figures changed while you were looking");
        assertThat(member.get(Q).status()).isEqualTo(404);
        coordinator.post(Q + "/publishing", "as-at", "long ago", "seen", "");
        assertThat(coordinator.status()).isEqualTo(409);
    }

    @Test
    void a_quarter_that_is_not_over_is_a_draft_and_one_that_is_none_is_not_there() {
        assertThat(coordinator.get("/quarters/2026-q1").page().text()).contains("The quarter is not over");
        assertThat(coordinator.get("/quarters/2026-q1/publishing").status()).isEqualTo(404);
        for (var none : java.util.List.of("2026-q5", "2030-q1", "x", "2026"))
            assertThat(coordinator.get("/quarters/" + none).status()).as(none).isEqualTo(404);
    }

    @Test
    void what_changed_is_written_frozen_and_never_lost() {
        coordinator.get(Q);
        coordinator.post(Q + "/note", "note", "Crews were trained.", "version", "-1");
        coordinator.get(Q).post(Q + "/note", "note", "Mine, from an old page.", "version", "-1");
        assertThat(coordinator.status()).isEqualTo(409);
        assertThat(coordinator.page().text()).contains("Crews were trained.");
        assertThat(coordinator.page().select("textarea").text()).isEqualTo("Mine, from an old page.");
        coordinator.post(Q + "/note", "note", "x".repeat(601), "version", "0");
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().select("textarea").text()).hasSize(601);
        publish();
        assertThat(member.get(Q).page().text()).contains("Crews were trained.");
    }

    @Test
    void how_small_is_small_is_set_for_what_is_published_next() {
        coordinator.get("/quarters").post("/quarters/hiding", "hide-to", "1");
        assertThat(coordinator.location()).isEqualTo("/quarters");
        publish();
        assertThat(now(member.get(Q).page(), "Adult")).isEqualTo("2");
        coordinator.get("/quarters").post("/quarters/hiding", "hide-to", "11");
        assertThat(coordinator.status()).isEqualTo(422);
    }

    @Test
    void a_file_needs_a_fresh_confirmation_says_what_it_is_and_is_in_the_audit_log() throws Exception {
        publish();
        clock.pass(Duration.ofMinutes(6));
        coordinator.get(Q).post(Q + "/csv", "copy", "full");
        assertThat(coordinator.location()).startsWith("/confirm");
        var fresh = town.confirmed(cara, port);
        fresh.get(Q).post(Q + "/csv", "copy", "full");
        assertThat(fresh.header("Content-Disposition")).contains("safeguarding-2025-q4-full.csv");
        assertThat(fresh.body())
                .contains("Concerns raised,All,11,", "Counted as at 3 April 2026", "Every concern that somebody sent")
                .doesNotContain("omar");
        fresh.get(Q).post(Q + "/csv", "copy", "members");
        assertThat(fresh.body()).contains("Adult,hidden,");
        assertThat(town.count("select count(*) from platform.trail where act = 'quarter.export' and reason = 'csv'"))
                .isEqualTo(2);
        var reader = town.confirmed(town.person("Mia Member", Role.MEMBER), port);
        reader.get(Q).post(Q + "/csv", "copy", "full");
        assertThat(reader.body()).contains("Adult,hidden,");
        var excel = town.confirmed(cara, port).get(Q).post(Q + "/excel", "copy", "full");
        assertThat(excel.header("Content-Type")).contains("spreadsheetml");
    }

    @Test
    void the_pdf_is_one_page_of_the_copy_one_may_read() throws Exception {
        publish();
        var bytes = member.get(Q).download(Q + "/pdf?copy=full").body();
        try (var file = Loader.loadPDF(bytes)) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(file)).contains(
                    "For members and the public",
                    "hidden");
        }
        try (var file = Loader.loadPDF(coordinator.get(Q).download(Q + "/pdf?copy=full").body())) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(file)).contains("Full figures");
        }
    }

    @Test
    void totals_from_an_older_tool_are_checked_shown_loaded_and_taken_back() {
        coordinator.get("/quarters/history");
        coordinator.post("/quarters/history", "rows", HEADING + "2025-01-01,2025-03-31,concerns-raised,,,48,Old tool\n"
                + "1/1/2025,31/3/2025,Concerns raised,subject,Child,30,Old tool\n"
                + "2025-01-01,2025-03-31,concerns-raised,month,2025-01,17,Old tool\n");
        var path = coordinator.location();
        assertThat(path).startsWith("/quarters/history/");
        assertThat(coordinator.get(path).page().text()).contains("3 totals", "Concerns raised, Child",
                "Concerns raised, January 2025", "48");
        assertThat(coordinator.get(Q).page().text()).doesNotContain("48†");
        coordinator.get(path).post(path);
        assertThat(coordinator.location()).isEqualTo("/quarters/history");
        assertThat(coordinator.get(Q).page().text()).contains("48†", "30†", "Last year from Old tool");
        publish();
        assertThat(member.get(Q).page().text()).contains("48†");
        coordinator.get("/quarters/history").post("/quarters/history", "rows",
                HEADING + "2025-01-01,2025-03-31,concerns-raised,,,50,Other\n");
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().text()).contains("Line 2", "loaded before");
        coordinator.get("/quarters/history").post(path + "/undoing");
        assertThat(coordinator.get("/quarters/history").page().text()).contains("Taken back on 3 April 2026");
        assertThat(member.get(Q).page().text()).as("what is published stays").contains("48†");
    }

    @Test
    void a_file_with_faults_loads_nothing_and_names_each_by_line_and_column() {
        coordinator.get("/quarters/history").post("/quarters/history", "rows", HEADING
                + "2025-03-31,2025-01-01,concerns-raised,,,48,Old tool\n" + "soon,2025-03-31,worries,,,-2,\n"
                + "2025-01-01,2025-03-31,concerns-raised,service,,3,Old tool\n"
                + "2025-01-01,2027-03-31,concerns-raised,colour,Red,3,Old tool\n");
        assertThat(coordinator.status()).isEqualTo(422);
        var rows = coordinator.page().select("table.heed-queue tbody tr").eachText();
        assertThat(rows).anyMatch(r -> r.contains("Line 2") && r.contains("to"))
                .anyMatch(r -> r.contains("Line 3") && r.contains("measure"))
                .anyMatch(r -> r.contains("Line 3") && r.contains("number"))
                .anyMatch(r -> r.contains("Line 3") && r.contains("source"))
                .anyMatch(r -> r.contains("Line 4") && r.contains("value"))
                .anyMatch(r -> r.contains("Line 5") && r.contains("split"));
        assertThat(coordinator.page().select("textarea").text()).contains("worries");
        assertThat(town.count("select count(*) from insight.history_load")).isZero();
        coordinator.post("/quarters/history", "rows", "");
        assertThat(coordinator.status()).isEqualTo(422);
        coordinator.post("/quarters/history", "rows", "a,b\n1,2");
        assertThat(coordinator.page().text()).contains("must name these columns");
        assertThat(new String(coordinator.download("/quarters/history/example").body(), StandardCharsets.UTF_8))
                .contains("concerns-raised,service,Housing");
    }
}
