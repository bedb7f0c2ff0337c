package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.assurance.exercise.ReturnOf;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.print.TaggedPdf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * On every page and in every file that shows a rating, its letter, its word and what they mean stand in text: invariant 23.
 * A figure typed by hand says so there, too: invariant 9.
 */
@InTown
class RatingsInWordsTest {
    private static final String[] RATED = {"B, Blue", "Fully met and can be evidenced", "Typed by hand"};

    @Autowired
    private ApplicationContext context;
    @Autowired
    private SetClock clock;
    @LocalServerPort
    private int port;

    private Actor cora;
    private Actor ade;
    private Visitor keeper;

    @BeforeEach
    void a_council() {
        clock.goTo(Instant.parse("2026-04-20T09:00:00Z"));
        var town = Town.in(context);
        cora = town.person("Cora Vale", Role.COORDINATOR);
        ade = town.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        keeper = town.confirmed(cora, port);
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    private String pdf(String path) throws Exception {
        var bytes = keeper.download(path).body();
        assertThat(TaggedPdf.faults(bytes)).as("a tagged PDF, as the standard wants it").isEmpty();
        try (var file = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }

    private String word(String path) throws IOException {
        try (var file = new XWPFDocument(new ByteArrayInputStream(keeper.download(path).body()));
                var words = new XWPFWordExtractor(file)) {
            return words.getText().replaceAll("\\s+", " ");
        }
    }

    @Test
    void a_return_says_them_on_its_page_as_pdf_and_as_word() throws Exception {
        var ret = ReturnOf.opened(context, cora);
        ReturnOf.written(context, cora, ret);
        ReturnOf.figure(context, cora, ret, "1.1", "12");
        var base = "/assurance/returns/" + ret;
        assertThat(keeper.get(base + "/questions/1.1").page().select("main").text()).contains(RATED);
        assertThat(pdf(base + "/pdf")).contains(RATED);
        assertThat(word(base + "/word")).contains(RATED);
    }

    @Test
    void a_committee_report_says_them_on_its_page_as_pdf_and_as_word() throws Exception {
        UUID made = CommitteeReport.whole(context, cora, ade);
        CommitteeReport.checked(context, cora, made);
        var base = "/assurance/reports/" + made;
        assertThat(keeper.get(base + "/whole").page().select("main").text()).contains(RATED);
        assertThat(pdf(base + "/pdf")).contains(RATED);
        assertThat(word(base + "/word")).contains(RATED);
    }
}
