package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.assurance.exercise.ReturnOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.records.document.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody who keeps the return writes a committee report on pages, and takes it away as Word and PDF. */
@InTown
class ReportPagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Actor cora;
    Actor ade;
    Visitor keeper;

    @BeforeEach
    void a_council() {
        clock.goTo(Instant.parse("2026-04-20T09:00:00Z"));
        town = Town.in(context);
        cora = town.person("Cora Vale", Role.COORDINATOR);
        ade = town.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        keeper = town.confirmed(cora, port);
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    private String whole() {
        return "/assurance/reports/" + CommitteeReport.whole(context, cora, ade);
    }

    private String begun() {
        return "/assurance/reports/" + CommitteeReport.begun(context, cora, ade);
    }

    /** What the form of a page sends, with these answers in place of its own. */
    private static String[] form(Visitor at, Map<String, String> instead) {
        var sent = new ArrayList<String>();
        for (Element field : at.page().select("main form[data-typing] [name]"))
            if (!field.attr("name").equals("_csrf") && !field.tagName().equals("button")) {
                sent.add(field.attr("name"));
                sent.add(instead.getOrDefault(field.attr("name"),
                        field.tagName().equals("textarea") ? field.wholeText().stripLeading() : field.val()));
            }
        return sent.toArray(String[]::new);
    }

    @Test
    void a_report_is_begun_from_a_return_and_says_what_is_missing_with_where_to_write_it() {
        assertThat(keeper.get("/assurance/reports").page().text()).contains("No report yet");
        assertThat(keeper.get("/assurance/reports/new").page().text()).contains("There is no return yet");
        var ret = ReturnOf.opened(context, cora);
        keeper.get("/assurance/reports/new").post("/assurance/reports", "return", "none");
        assertThat(keeper.status()).isEqualTo(422);
        assertThat(keeper.page().select(".govuk-error-summary").text()).contains("Choose which return");
        keeper.get("/assurance/reports/new").post("/assurance/reports", "return", ret.toString());
        var page = keeper.follow().page();
        assertThat(page.select("h1").text()).contains("Safeguarding report on Fellmoor standards 2026", "Draft");
        assertThat(page.text()).contains("None of 3 rated", "No plan is chosen");
        var links = page.select("#missing a");
        assertThat(links.eachText()).contains("Enter the date of the meeting", "Sign the return off: until then its"
                + " results can change");
        for (var link : links)
            assertThat(keeper.get(link.attr("href").replaceFirst("#.*", "")).status()).as(link.text()).isEqualTo(200);
        assertThat(keeper.get("/assurance").page().text()).contains("Committee reports",
                "Safeguarding report on Fellmoor standards 2026");
    }

    @Test
    void every_missing_thing_leads_to_a_box_that_is_there() {
        var base = begun();
        for (var link : keeper.get(base).page().select("#missing a")) {
            var to = link.attr("href").split("#");
            assertThat(keeper.get(to[0]).page().getElementById(to[1])).as(link.text()).isNotNull();
        }
    }

    @Test
    void a_part_is_written_beside_what_heed_puts_in_and_what_is_wrong_in_it_is_not_lost() {
        var base = begun();
        keeper.get(base + "/parts/HEADER");
        keeper.post(base + "/parts/HEADER", form(keeper, Map.of("to", "Scrutiny", "date-day", "31", "date-month", "2",
                "date-year", "2026")));
        assertThat(keeper.status()).isEqualTo(422);
        assertThat(keeper.page().title()).startsWith("Error: ");
        assertThat(keeper.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#date-day");
        assertThat(keeper.page().select("#to").val()).isEqualTo("Scrutiny");
        assertThat(keeper.page().select("#date-day").val()).isEqualTo("31");
        keeper.post(base + "/parts/HEADER", form(keeper, Map.of("date-day", "18", "date-month", "6")));
        assertThat(keeper.follow().page().text()).contains("Saved.");
        assertThat(keeper.get(base + "/parts/RESULTS").page().select("aside").text()).contains("3 Blue of 3 rated",
                "1.1 Who leads? B, Blue");
        keeper.get(base + "/parts/BACKGROUND").post(base + "/parts/BACKGROUND", "was", "0", "text",
                "x".repeat(WrittenPart.LONG + 1));
        assertThat(keeper.page().select(".govuk-error-summary").text()).contains("Use 50,000 characters or fewer");
        assertThat(keeper.get(base + "/parts/NOTHING").status()).isEqualTo(404);
        assertThat(keeper.get(base + "/parts/SECTION_9").status()).isEqualTo(404);
    }

    @Test
    void what_is_typed_is_saved_as_it_goes_half_a_date_and_all() {
        var base = begun();
        keeper.get(base + "/parts/FINANCE");
        keeper.postAsScript(base + "/parts/FINANCE/typing", form(keeper, Map.of("text", "It costs", "date-day", "3")));
        assertThat(keeper.status()).isEqualTo(200);
        assertThat(keeper.body()).contains("\"SAVED\"", "\"was\":\"1\"");
        keeper.get(base + "/parts/FINANCE");
        assertThat(keeper.page().select("#date-day").val()).isEqualTo("3");
        keeper.postAsScript(base + "/parts/FINANCE/typing", "was", "0", "text", "Another tab");
        assertThat(keeper.status()).isEqualTo(409);
    }

    @Test
    void two_people_in_one_part_see_both_texts() {
        var base = begun();
        var cleo = town.visitor(town.person("Cleo Tarn", Role.COORDINATOR), port).get(base + "/parts/RISKS");
        keeper.get(base + "/parts/RISKS").post(base + "/parts/RISKS", "was", "0", "text", "Posts stay empty.");
        cleo.post(base + "/parts/RISKS", form(cleo, Map.of("text", "Training falls behind.")));
        assertThat(cleo.status()).isEqualTo(409);
        assertThat(cleo.page().select("#changed-title").text()).isEqualTo("Changed by somebody else");
        assertThat(cleo.page().select(".govuk-notification-banner").text()).contains("Posts stay empty.");
        assertThat(cleo.page().select("textarea").val()).isEqualTo("Training falls behind.");
        cleo.post(base + "/parts/RISKS", form(cleo, Map.of("text", "Both.")));
        assertThat(cleo.status()).isEqualTo(302);
        assertThat(keeper.get(base + "/whole").page().text()).contains("Both.").doesNotContain("Posts stay empty.");
    }

    @Test
    void another_appendix_is_offered_once_one_is_filled() {
        var base = begun();
        var at = base + "/parts/APPENDICES";
        assertThat(keeper.get(at).page().select("[name=title-2]")).isEmpty();
        keeper.post(at, form(keeper, Map.of("title-1", "Groups we take part in")));
        assertThat(keeper.get(at).page().select("[name=title-2]")).isNotEmpty();
        assertThat(keeper.get(base + "/whole").page().text()).contains("Appendix 2", "Groups we take part in");
    }

    @Test
    void it_is_checked_approved_by_another_published_and_corrected() {
        var base = whole();
        CommitteeReport.type(context, cora, id(base), "BACKGROUND",
                Map.of("text", "Mr Rowan Applegarth, aged 84, was visited at home in May."));
        keeper.get(base + "/check");
        assertThat(keeper.page().text()).contains("Rowan Applegarth", "Background").doesNotContain("It is checked");
        var mark = keeper.page().select("input[name=mark]").first().val();
        keeper.post(base + "/settling", "mark", mark, "why-0", " ");
        assertThat(keeper.status()).isEqualTo(422);
        assertThat(keeper.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#why-0");
        for (var marks = keeper.get(base + "/check").page().select("input[name=mark]"); !marks.isEmpty(); marks = keeper
                .get(base + "/check").page().select("input[name=mark]"))
            keeper.post(base + "/settling", "mark", marks.first().val(), "why-0", "He asked to be named");
        assertThat(keeper.page().text()).contains("Stays: He asked to be named");
        keeper.post(base + "/checking", "version",
                keeper.page().select("form[action$=/checking] [name=version]").val());
        assertThat(keeper.follow().page().text()).contains("Checked. What it says is fixed", "It waits to be approved");
        assertThat(keeper.get(base + "/parts/RISKS").status()).isEqualTo(422);
        var officer = town.visitor(ade, port).get(base);
        officer.post(base + "/moves/APPROVE", "version", officer.page().select("[name=version]").first().val());
        assertThat(officer.follow().page().text()).contains("It waits to be published");
        keeper.get(base).post(base + "/moves/PUBLISH", "version",
                keeper.page().select("[name=version]").first().val());
        assertThat(keeper.follow().page().text()).contains("Published", "Correct it");
        keeper.get(base + "/moves/AMEND").post(base + "/moves/AMEND", "why", "");
        assertThat(keeper.status()).isEqualTo(422);
        keeper.post(base + "/moves/AMEND", "why", "A figure was wrong");
        assertThat(keeper.follow().page().text()).contains("version 2", "The version before this one");
        assertThat(keeper.get(base + "/moves/BEGIN").status()).isEqualTo(404);
        assertThat(keeper.get(base + "/moves/WITHDRAW").status()).as("not theirs").isEqualTo(404);
        officer.get(base + "/moves/WITHDRAW").post(base + "/moves/WITHDRAW", "why", "It is corrected", "version",
                officer.page().select("[name=version]").val());
        assertThat(officer.follow().page().text()).contains("Withdrawn", "It is corrected");
    }

    @Test
    void a_draft_is_given_up_on_a_page_that_says_what_happens_and_is_listed_apart_from_then_on() {
        var base = begun();
        assertThat(keeper.get(base).page().select("a[href$=/moves/GIVE_UP]").text()).isEqualTo("Give it up");
        keeper.get(base + "/moves/GIVE_UP");
        assertThat(keeper.page().text()).contains("Give this report up", "It never goes out", "cannot be undone",
                "Another report on the same return can be begun");
        var version = keeper.page().select("[name=version]").val();
        clock.goTo(Instant.parse("2026-04-20T09:05:00Z"));
        CommitteeReport.type(context, cora, id(base), "RISKS", Map.of("text", "Posts stay empty."));
        keeper.post(base + "/moves/GIVE_UP", "why", " ", "version", version);
        assertThat(keeper.status()).isEqualTo(422);
        assertThat(keeper.page().select(".govuk-error-summary").text()).contains("Say why");
        keeper.post(base + "/moves/GIVE_UP", "why", "Begun twice", "version",
                keeper.page().select("[name=version]").val());
        assertThat(keeper.status()).as("written in meanwhile").isEqualTo(409);
        assertThat(keeper.page().select("textarea").val()).isEqualTo("Begun twice");
        assertThat(keeper.page().select("main").text()).contains("Somebody else changed this report",
                "Last written in Risks and challenges, by Cora Vale");
        keeper.post(base + "/moves/GIVE_UP", "why", "Begun twice", "version",
                keeper.page().select("[name=version]").val());
        var page = keeper.follow().page();
        assertThat(page.text()).contains("The report is given up", "It was given up: it never went out",
                "Begun twice", "What was written");
        assertThat(page.select("a[href*='/moves/'], a[href$=/check], form[action*='/moves/']")).isEmpty();
        assertThat(keeper.get(base + "/whole").page().text()).contains("given up. It never went out",
                "Posts stay empty.");
        var list = keeper.get("/assurance/reports").page();
        assertThat(list.text()).contains("No report yet");
        assertThat(list.select("details").text()).contains("1 given up", "Safeguarding report on Fellmoor standards");
        assertThat(keeper.get("/assurance").page().text()).doesNotContain("Safeguarding report on Fellmoor")
                .contains("All committee reports");
    }

    @Test
    void the_second_of_two_who_move_a_report_is_told_what_the_first_did_and_keeps_their_reason() {
        var base = whole();
        CommitteeReport.checked(context, cora, id(base));
        var cleo = town.visitor(town.person("Cleo Tarn", Role.COORDINATOR), port).get(base + "/moves/WRITE_ON");
        var version = cleo.page().select("[name=version]").val();
        keeper.get(base + "/moves/WRITE_ON").post(base + "/moves/WRITE_ON", "why", "A risk is missing", "version",
                version);
        cleo.post(base + "/moves/WRITE_ON", "why", "The date is wrong", "version", version);
        assertThat(cleo.status()).isEqualTo(409);
        assertThat(cleo.page().select("textarea").val()).isEqualTo("The date is wrong");
        assertThat(cleo.page().select("main").text()).contains("It is now “Draft”", "Opened for writing again",
                "Cora Vale", "A risk is missing");
        CommitteeReport.checked(context, cora, id(base));
        cleo.post(base + "/moves/WRITE_ON", "why", "The date is wrong", "version", version);
        assertThat(cleo.status()).isEqualTo(409);
        assertThat(cleo.page().select("main").text()).contains("Somebody else changed this report", "Checked");
        cleo.post(base + "/moves/WRITE_ON", "why", "The date is wrong", "version",
                cleo.page().select("[name=version]").val());
        assertThat(cleo.follow().page().text()).contains("The date is wrong");
    }

    @Test
    void the_second_of_two_who_correct_a_report_is_told_why_the_first_did_and_keeps_their_reason() {
        var base = whole();
        CommitteeReport.published(context, cora, ade, id(base));
        var cleo = town.visitor(town.person("Cleo Tarn", Role.COORDINATOR), port).get(base + "/moves/AMEND");
        keeper.get(base + "/moves/AMEND").post(base + "/moves/AMEND", "why", "A figure was wrong");
        cleo.post(base + "/moves/AMEND", "why", "A name was wrong");
        assertThat(cleo.status()).isEqualTo(409);
        assertThat(cleo.page().select("textarea").val()).isEqualTo("A name was wrong");
        assertThat(cleo.page().select("main").text()).contains("Somebody else began to correct it", "Cora Vale",
                "A figure was wrong");
    }

    @Test
    void why_a_place_may_stand_is_read_back_where_the_place_is_gone() {
        var base = whole();
        keeper.get(base + "/check").post(base + "/settling", "mark", "gone", "why-0", "She is a councillor");
        assertThat(keeper.status()).isEqualTo(409);
        assertThat(keeper.page().select(".govuk-error-summary").text()).contains("not in the report any more",
                "She is a councillor");
    }

    @Test
    void what_is_taken_away_says_that_it_was_given_up_or_withdrawn() throws IOException {
        var desk = context.getBean(ReportDesk.class);
        var reading = context.getBean(ReportReading.class);
        var given = id(begun());
        desk.move(cora, given, reading.open(cora, given).report().version(), ReportMove.GIVE_UP, "Begun twice");
        said(given, "Given up. It never went out.", "-given-up");
        var out = id(whole());
        CommitteeReport.published(context, cora, ade, out);
        desk.move(ade, out, reading.open(ade, out).report().version(), ReportMove.WITHDRAW, "It is corrected");
        said(out, "Withdrawn. It counts no longer. Content hash", "-withdrawn");
    }

    /** Page, Word and PDF say this and no longer call it a draft; the names of the files say it too. */
    private void said(UUID report, String words, String name) throws IOException {
        var base = "/assurance/reports/" + report;
        assertThat(keeper.get(base + "/whole").page().text()).contains(words).doesNotContain("Draft, not checked");
        var word = keeper.download(base + "/word");
        assertThat(words(word.body())).contains(words).doesNotContain("Draft, not checked");
        assertThat(word.headers().firstValue("Content-Disposition").orElse("")).contains(name + ".docx");
        try (var pdf = Loader.loadPDF(keeper.download(base + "/pdf").body())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ")).contains(words)
                    .doesNotContain("Draft, not checked");
        }
    }

    private static UUID id(String base) {
        return UUID.fromString(base.substring(base.lastIndexOf('/') + 1));
    }

    @Test
    void it_is_saved_as_word_and_pdf_with_everything_in_it() throws IOException {
        var base = whole();
        CommitteeReport.type(context, cora, id(base), "PRIORITIES", Map.of("text", "Pasted\u0001 with\u000B signs."));
        CommitteeReport.checked(context, cora, id(base));
        var hash = String.valueOf(context.getBean(ReportReading.class).open(cora, id(base)).report().hash());
        var said = List.of("Safeguarding report on Fellmoor standards 2026", "Cabinet", "Head of Communities",
                "We say this of risks and challenges.", "3 Blue of 3 rated",
                "Cleared by Head of Financial implications",
                "Train every crew", "Crews trained", "Pasted with signs.", hash);
        var word = keeper.download(base + "/word");
        assertThat(word.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                h -> assertThat(h).contains("committee-report.docx"));
        assertThat(words(word.body()).replaceAll("\\s+", " ")).contains(said);
        try (var pdf = Loader.loadPDF(keeper.download(base + "/pdf").body())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ")).contains(said);
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).contains("Fellmoor standards 2026");
        }
        assertThat(keeper.get(base + "/whole").page().text()).contains(said);
    }

    @Test
    void a_return_that_is_signed_off_leads_to_its_report() {
        var ret = context.getBean(ReportReading.class).open(cora, id(begun())).says().ret();
        ReturnOf.opened(context, cora);
        var link = keeper.get("/assurance/returns/" + ret).page().select("a[href*='/reports/new']").attr("href");
        assertThat(keeper.get(link).page().select("input[name=return][checked]").val()).isEqualTo(ret);
    }

    private static String words(byte[] document) throws IOException {
        try (var opened = new XWPFDocument(new ByteArrayInputStream(document));
                var words = new XWPFWordExtractor(opened)) {
            return words.getText();
        }
    }

    @Test
    void a_draft_says_so_in_every_file_and_the_return_is_saved_as_word() throws IOException {
        var base = begun();
        assertThat(words(keeper.download(base + "/word").body())).contains("Draft, not checked.");
        assertThat(keeper.get(base + "/whole").page().text()).contains("Draft, not checked.");
        var ret = ReturnOf.opened(context, cora);
        ReturnOf.written(context, cora, ret);
        assertThat(words(keeper.download("/assurance/returns/" + ret + "/word").body())).contains("1.1 Who leads?",
                "We do this well, and say how in 1.1.", "Draft, not signed off.");
        assertThat(keeper.get("/assurance/returns/" + ret).page().select("a[href$=/word]")).hasSize(1);
    }

    @Test
    void a_councils_own_template_is_kept_used_and_removed_and_a_bad_one_says_what_to_change() throws IOException {
        var base = whole();
        var home = "/assurance/report-templates";
        var sample = keeper.download(home + "/sample").body();
        assertThat(words(sample)).contains("{{recommendations}}");
        bring("notes.txt", Samples.bytes("Words"));
        assertThat(keeper.status()).isEqualTo(422);
        assertThat(keeper.page().select(".govuk-error-summary").text()).contains("Choose a Word document");
        bring("Broken.docx", changed(sample, "{{risks}}", "{{risk}}"));
        assertThat(keeper.status()).isEqualTo(422);
        assertThat(keeper.page().select("#files-faults li").eachText())
                .anySatisfy(f -> assertThat(f).contains("{{risk}}"))
                .anySatisfy(f -> assertThat(f).contains("{{risks}}"));
        assertThat(keeper.get(home).page().text()).contains("No template of your own yet");
        bring("Cabinet paper.docx", changed(sample, "Corporate priority", "What we are here for"));
        assertThat(keeper.follow().page().text()).contains("The template is kept", "Cabinet paper.docx", "Cora Vale");
        var link = keeper.get(base).page().select("a[href*='/word?in=']").first();
        assertThat(link.text()).contains("Cabinet paper.docx");
        assertThat(words(keeper.download(link.attr("href")).body())).contains("What we are here for", "Cabinet");
        assertThat(keeper.download(base + "/word?in=" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(keeper.download(base + "/word?in=no-id").statusCode()).isEqualTo(404);
        var officer = town.visitor(ade, port).get(home);
        assertThat(officer.page().text()).contains("Cabinet paper.docx").doesNotContain("Bring it in", "Remove");
        var kept = keeper.get(home).page().select("form[action$=/removal]").attr("action");
        assertThat(words(keeper.download(kept.replace("/removal", "/file")).body())).contains("What we are here for");
        keeper.post(kept);
        assertThat(keeper.follow().page().text()).contains("The template is removed", "No template of your own yet");
    }

    private void bring(String name, byte[] file) {
        var home = "/assurance/report-templates";
        keeper.get(home);
        keeper.postParts(home + "/files", Visitor.multipart(keeper.page().select("input[name=_csrf]").first().val(),
                Map.of(), new Visitor.Chosen(name, file)));
    }

    private static byte[] changed(byte[] document, String from, String to) throws IOException {
        try (var opened = new XWPFDocument(new ByteArrayInputStream(document));
                var out = new java.io.ByteArrayOutputStream()) {
            var all = new ArrayList<>(opened.getParagraphs());
            opened.getTables().forEach(t -> t.getRows().forEach(r -> r.getTableCells()
                    .forEach(c -> all.addAll(c.getParagraphs()))));
            for (var paragraph : all)
                if (paragraph.getText().equals(from)) {
                    while (paragraph.getRuns().size() > 1)
                        paragraph.removeRun(1);
                    paragraph.getRuns().getFirst().setText(to, 0);
                }
            opened.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void who_chooses_plans_after_somebody_else_is_told_and_chooses_again() {
        var base = begun();
        var page = keeper.get(base + "/plans").page();
        var mine = page.select("[name=was-next]").val();
        keeper.post(base + "/plans", "past", "", "next", "", "was-past", page.select("[name=was-past]").val(),
                "was-next", mine);
        assertThat(keeper.follow().page().text()).contains("The plans are chosen");
        keeper.get(base + "/plans").post(base + "/plans", "past", mine, "next", mine, "was-past", mine, "was-next",
                mine);
        assertThat(keeper.status()).isEqualTo(409);
        assertThat(keeper.page().select(".govuk-error-summary").text()).contains("Somebody else chose “No plan”");
        assertThat(keeper.page().select("[name=next] [selected]").val()).isEqualTo(mine);
        keeper.post(base + "/plans", "past", mine, "next", mine, "was-past",
                keeper.page().select("[name=was-past]").val(), "was-next",
                keeper.page().select("[name=was-next]").val());
        assertThat(keeper.follow().page().text()).contains("The plans are chosen");
    }

    @Test
    void a_figure_is_counted_for_the_report_and_taken_out_again() {
        var base = begun();
        keeper.get(base + "/figures").post(base + "/figures", "measure", "", "from-day", "1");
        assertThat(keeper.page().select(".govuk-error-summary li")).hasSize(3);
        keeper.post(base + "/figures", "measure", "concerns-raised", "from-day", "1", "from-month", "4", "from-year",
                "2025", "until-day", "31", "until-month", "3", "until-year", "2026");
        assertThat(keeper.follow().page().text()).contains("The figure is in the report", "April 2025 to March 2026");
        keeper.post(base + "/figures/removal", "which", "concerns-raised 2025-04-01 2026-03-31");
        assertThat(keeper.follow().page().text()).contains("not in the report any more")
                .doesNotContain("April 2025 to March 2026");
    }
}
