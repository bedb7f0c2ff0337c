package heed.assurance.importing;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.paper.Field;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Source;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.records.document.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A coordinator brings last year's paper in, puts right what was read, and accepts it. */
@InTown
class PaperPagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor cara;
    Visitor coordinator;
    UUID id;
    String self;

    @BeforeEach
    void a_paper_that_was_read() {
        town = Town.in(context);
        cara = town.person("Cara Lyth", Role.COORDINATOR);
        coordinator = town.visitor(cara, port);
        id = PaperOf.in(context, cara);
        self = "/assurance/papers/" + id;
    }

    private Visitor bring(String kind, Visitor.Chosen... files) {
        coordinator.get("/assurance/papers/files");
        return coordinator.postParts("/assurance/papers/files", Visitor.multipart(
                coordinator.page().select("input[name=_csrf]").val(), Map.of("kind", kind), files));
    }

    private Element block(int line) {
        var block = coordinator.get(self + "/lines").page().getElementById("line-" + line);
        if (block == null)
            throw new AssertionError("no block begins at line " + line);
        return block;
    }

    /** The form of a piece as its page offers it, with these answers in place of its own. */
    private String[] form(Map<String, String> instead) {
        var sent = new java.util.ArrayList<String>();
        for (var field : coordinator.page().select("form:has(#kind) [name]")) {
            if (field.attr("name").equals("_csrf"))
                continue;
            sent.add(field.attr("name"));
            sent.add(instead.getOrDefault(field.attr("name"), switch (field.tagName()) {
                case "select" -> field.select("option[selected]").isEmpty()
                        ? field.select("option").val()
                        : field.select("option[selected]").val();
                case "textarea" -> field.wholeText().stripLeading();
                default -> field.val();
            }));
        }
        return sent.toArray(String[]::new);
    }

    @Test
    void a_text_is_brought_and_read_while_one_waits() {
        bring("RETURN", new Visitor.Chosen("Return 2025.txt", Samples.bytes("1.1 How?\n\nResponse\n\nSo.\n")));
        var page = coordinator.follow().page();
        assertThat(coordinator.heading()).isEqualTo("Return 2025.txt");
        assertThat(page.text()).contains("A self-assessment return").doesNotContain("being read");
        assertThat(coordinator.get("/assurance").page().text()).contains("Return 2025.txt", "To look through");
        assertThat(coordinator.get("/assurance/papers").page().text()).contains("2 papers", "Return 2025.txt");
    }

    @Test
    void a_long_list_of_papers_has_pages_and_says_how_many_there_are() {
        for (int n = 0; n < Importing.PAGE; n++)
            PaperOf.in(context, cara);
        var first = coordinator.get("/assurance/papers").page();
        assertThat(first.text()).contains("51 papers", "50 papers shown");
        assertThat(first.select("a[rel=prev]")).isEmpty();
        var seen = new java.util.HashSet<>(first.select("tbody a").eachAttr("href"));
        assertThat(seen).hasSize(Importing.PAGE);
        var second = coordinator.get(first.select("a[rel=next]").attr("href")).page();
        assertThat(second.text()).contains("51 papers", "1 paper shown");
        assertThat(second.select("tbody a").eachAttr("href")).hasSize(1).doesNotContainAnyElementsOf(seen);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/assurance/papers");
        assertThat(coordinator.get("/assurance").page().text()).contains("All 51 papers, 51 of them not accepted yet");
    }

    @Test
    void an_address_of_a_page_that_is_none_shows_the_first_and_one_past_the_end_shows_the_way_back() {
        for (var after : java.util.List.of("x", "1.2", "1.2.x", "99999999999.0." + id, "1.9999999999." + id))
            assertThat(coordinator.get("/assurance/papers?after=" + after).page().select("tbody tr")).as(after)
                    .hasSize(1);
        var past = coordinator.get("/assurance/papers?after=1.0." + id).page();
        assertThat(past.text()).contains("1 paper", "0 papers shown").doesNotContain("No paper was brought in");
        assertThat(past.select("a[rel=prev]")).hasSize(1);
    }

    @Test
    void what_cannot_be_read_gets_a_clear_answer() throws IOException {
        bring("", new Visitor.Chosen("a.txt", Samples.bytes("Words")));
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().text()).contains("Choose what the paper is");
        bring("PLAN");
        assertThat(coordinator.page().text()).contains("Choose a file");
        bring("PLAN", new Visitor.Chosen("empty.txt", new byte[0]));
        assertThat(coordinator.page().text()).contains("“empty.txt” is empty");
        bring("PLAN", new Visitor.Chosen("photo.jpg", Samples.jpeg(20, 20)));
        assertThat(coordinator.page().text()).contains(Source.Fault.TYPE.words());
        assertThat(coordinator.page().select("input[value=PLAN]").hasAttr("checked")).isTrue();
        bring("PLAN", new Visitor.Chosen("blank.txt", Samples.bytes("  \n \n")));
        assertThat(coordinator.follow().page().text()).contains("Not readable", Source.Fault.EMPTY.words());
        bring("PLAN", new Visitor.Chosen("locked.pdf", locked()));
        assertThat(coordinator.status()).isIn(302, 422);
        if (coordinator.status() == 302)
            assertThat(coordinator.follow().page().text()).contains("Not readable", "Bring in another copy");
    }

    @Test
    void a_paper_on_which_a_reader_failed_says_whose_fault_it_is_and_is_tried_again() {
        var failed = PaperOf.failed(context, cara, "sound.txt",
                Samples.bytes("1.1 How?\n\nResponse\n\nSo it is.\n"), Source.Fault.READER);
        var there = "/assurance/papers/" + failed;
        var page = coordinator.get(there).page();
        assertThat(page.select("main").text()).contains("Not readable", "The fault is Heed’s", "The file is kept",
                "by hand").doesNotContain("damaged", "Bring in another copy");
        var form = page.select("form:has(input[name=kind])");
        coordinator.post(form.attr("action"), "kind", form.select("input[name=kind]").val());
        assertThat(coordinator.location()).isEqualTo(there);
        assertThat(coordinator.follow().page().select("main").text()).contains("To look through")
                .doesNotContain("Not readable");
        assertThat(town.count("select count(*) from assurance.paper_mapping")).as("nothing was said").isZero();
    }

    @Test
    void a_damaged_file_is_called_damaged_and_is_not_offered_again() {
        var failed = PaperOf.failed(context, cara, "torn.txt", Samples.bytes("Cut sho"), Source.Fault.DAMAGED);
        var page = coordinator.get("/assurance/papers/" + failed).page();
        assertThat(page.select("main").text()).contains("damaged", "Bring in another copy")
                .doesNotContain("Try again");
    }

    private static byte[] locked() throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_large_paper_waits_says_so_and_is_read_by_the_job() {
        bring("REPORT", new Visitor.Chosen("long.txt",
                Samples.bytes("A line of a long report.\n".repeat((int) PaperReadings.AT_ONCE / 20))));
        var there = coordinator.location();
        assertThat(coordinator.get(there).page().text()).contains("Being read", "read in a moment", "Look again");
        context.getBean(PaperReadings.class).round(Actor.system(town.scope()));
        assertThat(coordinator.get(there).page().text()).doesNotContain("Look again");
    }

    @Test
    void what_was_read_stands_beside_its_lines_and_what_was_not_says_why() {
        assertThat(coordinator.get(self).page().text()).contains("1 line was not read", "1 question", "1 response",
                "1 evidence statement",
                "The paper has a heading for a rating");
        assertThat(block(1).text()).contains("Question 1.1", "As printed");
        assertThat(block(3).text()).contains("Response", "of 1.1", "As printed");
        assertThat(block(6).text()).contains("Evidence", "Column “Odd”");
        assertThat(block(7).text()).contains("Not read", "Not recognised", "Add what it says");
        assertThat(block(8).text()).contains("Page number").doesNotContain("Not read");
        assertThat(coordinator.get(self + "/lines?show=unread").page().select(".heed-beside > li")).hasSize(1);
        assertThat(coordinator.get(self + "/lines?show=look").page().select(".heed-beside > li")).hasSize(1);
    }

    @Test
    void a_piece_is_put_right_and_put_back_and_what_was_read_stays_on_record() {
        coordinator.get(self + "/pieces/" + PaperOf.ANSWER);
        coordinator.post(self + "/pieces/" + PaperOf.ANSWER, form(Map.of("said-0", "Twice a day.", "code", "1.1a")));
        assertThat(coordinator.location()).isEqualTo(self + "/lines?from=3#line-3");
        assertThat(block(3).text()).contains("Response 1.1a", "Twice a day.", "Changed");
        coordinator.get(self + "/pieces/" + PaperOf.ANSWER);
        coordinator.post(self + "/pieces/" + PaperOf.ANSWER + "/putting-back", "mark",
                coordinator.page().select("input[name=mark]").first().val());
        assertThat(block(3).text()).contains("An engineer looks at each lift").doesNotContain("Changed");
        assertThat(town.count("select count(*) from assurance.paper_correction")).isEqualTo(2);
    }

    @Test
    void what_is_typed_wrong_comes_back_with_what_to_do_and_is_not_lost() {
        coordinator.get(self + "/pieces/" + PaperOf.ANSWER);
        coordinator.post(self + "/pieces/" + PaperOf.ANSWER, form(Map.of("said-0", "Kept words", "lines", "70 to 80")));
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().title()).startsWith("Error: ");
        assertThat(coordinator.page().select(".govuk-error-summary").text()).contains("between 1 and 8");
        assertThat(coordinator.page().select("textarea").text()).contains("Kept words");
        assertThat(coordinator.page().select("#lines").val()).isEqualTo("70 to 80");
    }

    @Test
    void the_second_of_two_is_told_is_shown_both_and_loses_nothing() {
        var dan = town.person("Dan Ferris", Role.COORDINATOR);
        var other = town.visitor(dan, port);
        coordinator.get(self + "/pieces/" + PaperOf.ANSWER);
        var mine = form(Map.of("said-0", "Mine"));
        other.get(self + "/pieces/" + PaperOf.ANSWER);
        other.post(self + "/pieces/" + PaperOf.ANSWER, "kind", "RESPONSE", "key-0", "text", "said-0", "Theirs", "lines",
                "3, 4", "parent", "q-1", "mark", other.page().select("input[name=mark]").first().val());
        coordinator.post(self + "/pieces/" + PaperOf.ANSWER, mine);
        assertThat(coordinator.status()).isEqualTo(409);
        assertThat(coordinator.page().text()).contains("Dan Ferris changed this", "Theirs");
        assertThat(coordinator.page().select("textarea").text()).contains("Mine");
        coordinator.post(self + "/pieces/" + PaperOf.ANSWER, form(Map.of()));
        assertThat(block(3).text()).contains("Mine").doesNotContain("Theirs");
    }

    @Test
    void a_line_that_was_not_read_is_added_once_or_left_out() {
        coordinator.get(self + "/additions?lines=7-7");
        assertThat(coordinator.page().select("textarea").first().text()).contains("A scribble that nobody can place.");
        var form = form(Map.of("kind", "STATEMENT", "parent", "q-1"));
        coordinator.post(self + "/additions", form);
        coordinator.get(self).post(self + "/additions", form);
        assertThat(block(7).text()).contains("Evidence", "of 1.1", "Added");
        assertThat(coordinator.get(self).page().text()).contains("2 evidence statements").doesNotContain("not read");

        var another = PaperOf.in(context, cara);
        var lines = "/assurance/papers/" + another + "/lines";
        coordinator.get(lines).post(lines + "/setting-aside", "range", "7-7");
        assertThat(coordinator.get(lines).page().text()).contains("Left out", "Not read (0)");
    }

    @Test
    void what_is_left_out_can_be_put_back() {
        coordinator.get(self + "/pieces/q-1");
        assertThat(coordinator.page().text()).contains("2 things that belong to it are left out with it");
        var mark = coordinator.page().select("input[name=mark]").first().val();
        coordinator.post(self + "/pieces/q-1/leaving-out", "mark", mark);
        assertThat(coordinator.get(self).page().select("aside").text()).doesNotContain("question");
        coordinator.get(self + "/pieces/q-1").post(self + "/pieces/q-1/leaving-out", "mark", mark);
        assertThat(coordinator.status()).as("somebody else's page, still open").isEqualTo(409);
        coordinator.get(self + "/pieces/q-1").post(self + "/pieces/q-1/putting-back", "mark",
                coordinator.page().select("input[name=mark]").first().val());
        assertThat(coordinator.get(self).page().select("aside").text()).contains("1 question", "1 response");
    }

    @Test
    void flags_of_a_kind_are_looked_at_together() {
        coordinator.get(self).post(self + "/looking", "kind", "RATING_NOT_RECOVERABLE");
        assertThat(coordinator.get(self).page().text()).doesNotContain("The paper has a heading for a rating");
        assertThat(block(1).text()).contains("Looked at: The paper has a heading for a rating");
    }

    @Test
    void headings_that_a_person_explains_are_remembered_for_the_next_paper_of_the_kind() {
        coordinator.get(self + "/mapping");
        var page = coordinator.page();
        assertThat(page.select("label[for^=seen]").eachText()).containsExactlyInAnyOrder("Response", "Evidence", "Who",
                "Odd");
        var odd = page.select("label:contains(Odd)").attr("for");
        var evidence = page.select("label:contains(Evidence)").attr("for");
        coordinator.post(self + "/mapping", "kind", "RETURN", odd, "timescale", evidence, "STATEMENT", "heading-0",
                "What we did", "is-0", "RESPONSE", "heading-1", "By whom", "is-1", "column-lead");
        assertThat(coordinator.location()).isEqualTo(self);
        var next = PaperOf.in(context, cara);
        var mapping = PaperOf.mapping(context, cara, next);
        assertThat(mapping.column("ODD")).contains(Field.TIMESCALE);
        assertThat(mapping.column("By whom:")).contains(Field.LEAD);
        assertThat(mapping.heading("evidence")).contains(PieceKind.STATEMENT);
        assertThat(mapping.heading("What we did")).contains(PieceKind.RESPONSE);
        assertThat(mapping.column("Who")).as("left as Heed took it").isEmpty();
    }

    @Test
    void half_a_heading_is_asked_for_again_and_kept() {
        coordinator.get(self + "/mapping").post(self + "/mapping", "kind", "RETURN", "heading-2", "What we did");
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().text()).contains("Choose what the heading is");
        assertThat(coordinator.page().select("#heading-2").val()).isEqualTo("What we did");
    }

    @Test
    void what_was_put_right_before_the_paper_was_read_again_is_put_right_again_or_told() {
        coordinator.get(self + "/pieces/" + PaperOf.ANSWER);
        coordinator.post(self + "/pieces/" + PaperOf.ANSWER, form(Map.of("said-0", "Twice a day.")));
        coordinator.get(self + "/mapping").post(self + "/mapping", "kind", "REVIEW");
        assertThat(coordinator.get(self).page().text()).contains("What no longer fits", "Changed by Cara Lyth",
                "Twice a day.");
    }

    @Test
    void what_no_published_framework_asks_is_not_accepted_and_says_why() {
        coordinator.get(self + "/acceptance");
        assertThat(coordinator.page().text()).contains("No published framework has these questions");
        coordinator.post(self + "/acceptance", "mark", coordinator.page().select("input[name=mark]").val());
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().text()).contains("Not accepted yet");
    }

    @Test
    void an_accepted_paper_changes_no_more_and_stays_readable_with_its_source() {
        FrameworkOf.published(context, town.person("Bea Garrick", Role.BOARD_MANAGER));
        coordinator.get(self + "/acceptance");
        assertThat(coordinator.page().text()).contains("1 question", "1 line was not read");
        var mark = coordinator.page().select("input[name=mark]").val();
        coordinator.get(self).post(self + "/looking", "kind", "RATING_NOT_RECOVERABLE");
        coordinator.get(self).post(self + "/acceptance", "mark", mark);
        assertThat(coordinator.status()).as("somebody changed it since it was looked at").isEqualTo(409);
        assertThat(coordinator.page().text()).contains("Somebody changed the paper");
        coordinator.post(self + "/acceptance", "mark", coordinator.page().select("input[name=mark]").val());
        assertThat(coordinator.follow().page().text()).contains("Accepted", "by Cara Lyth")
                .doesNotContain("Give this paper up");
        assertThat(block(3).text()).contains("An engineer looks").doesNotContain("Put right");
        assertThat(coordinator.download(self + "/file").statusCode()).isEqualTo(200);
        coordinator.get("/assurance/papers/files");
        coordinator.post(self + "/looking", "kind", "RATING_NOT_RECOVERABLE");
        assertThat(coordinator.status()).isEqualTo(409);
        coordinator.get("/assurance/papers/files").post(self + "/discarding");
        assertThat(coordinator.status()).isEqualTo(409);
    }

    @Test
    void a_paper_given_up_is_gone_with_its_file_and_key() {
        coordinator.get(self).post(self + "/discarding");
        assertThat(coordinator.get(self).status()).isEqualTo(404);
        assertThat(town.count("select count(*) from records.file where owner_id = '" + id + "'")).isZero();
        assertThat(town.count("select count(*) from platform.record_key where record_id = '" + id + "'")).isZero();
    }

    @Test
    void nobody_else_knows_of_it() {
        for (var role : new Role[]{Role.DSL, Role.ADMINISTRATOR, Role.BOARD_MANAGER, Role.ACCOUNTABLE_OFFICER}) {
            var visitor = town.visitor(town.person("Nadia Orr", role), port);
            for (var path : new String[]{self, self + "/lines", self + "/file", self + "/mapping", self + "/acceptance",
                    self + "/pieces/q-1", self + "/additions", "/assurance/papers", "/assurance/papers/files"})
                assertThat(visitor.get(path).status()).as("%s %s", role, path).isEqualTo(404);
        }
        var elsewhere = Town.in(context);
        assertThat(elsewhere.visitor(elsewhere.person("Else Ware", Role.COORDINATOR), port).get(self).status())
                .isEqualTo(404);
    }

    @Test
    void the_audit_log_names_the_paper_and_never_what_it_says() {
        coordinator.get(self + "/lines");
        coordinator.get(self).post(self + "/looking", "kind", "RATING_NOT_RECOVERABLE");
        coordinator.download(self + "/file");
        assertThat(town.texts("select distinct act from platform.trail where record_id = '" + id + "'"))
                .contains("paper.view", "paper.correct");
        assertThat(town.count("select count(*) from platform.trail where act = 'file.download'")).isEqualTo(1);
        assertThat(
                town.texts("select coalesce(reason, '') || fields::text from platform.trail where act like 'paper%'"))
                .noneMatch(said -> said.contains("lift"));
    }
}
