package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;

import heed.platform.print.PdfFile;
import heed.platform.print.TaggedPdf;
import heed.platform.web.SummaryRow;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A report as a page and as a PDF: the parts in the order that members know, and nothing that cannot be printed. */
class ReportSheetTest {
    private static ReportSheet sheet(ReportText text) {
        return ReportSheet.of(ReportOf.report(text, ReportOf.copy()), null, ReportState.DRAFT);
    }

    @Test
    void its_parts_stand_in_the_order_that_members_know() {
        var sheet = sheet(ReportOf.text());
        assertThat(sheet.title()).isEqualTo("Safeguarding report 2025/26");
        assertThat(sheet.head()).extracting(SummaryRow::value).containsExactly("Cabinet", "18 June 2026",
                "Head of Communities", "Safeguarding report 2025/26");
        assertThat(sheet.sections()).extracting(ReportSheet.Section::heading).containsExactly("Recommendations",
                "Appendices", "1. Background", "2. Introduction", "3. Results of the self-assessment",
                "4. Key achievements", "5. Priorities for next year", "6. Risks and challenges",
                "7. Financial implications", "8. Legal implications", "9. Equalities impact", "Report author",
                "Appendix 1: Action plan",
                "Appendix 2: Groups the council takes part in");
        assertThat(sheet.stamp()).isEqualTo("Version 1. Figures as at 1 June 2026, 11:30. Draft, not checked.");
    }

    @Test
    void who_cleared_a_part_stands_under_it_only_once_somebody_has() {
        assertThat(section(sheet(ReportOf.text()), "Legal implications").toString())
                .contains("Cleared by B. Fell on 2 June 2026.");
        var text = ReportOf.text();
        var uncleared = new ReportText(text.header(), text.recommendations(), text.parts(), text.achievements(),
                text.finance(), new ReportText.Clearance("B. Fell", null), text.author(), text.appendices());
        assertThat(section(sheet(uncleared), "Legal implications").toString()).doesNotContain("Cleared by");
    }

    private static ReportSheet.Section section(ReportSheet sheet, String heading) {
        return sheet.sections().stream().filter(s -> s.heading().endsWith(heading)).findFirst().orElseThrow();
    }

    @Test
    void what_is_empty_is_left_out_of_a_frozen_report_and_asked_for_in_a_draft() throws IOException {
        var text = ReportOf.with(ReportOf.text(), ReportPart.INTRODUCTION, "");
        assertThat(section(sheet(text), "Introduction").blocks()).isEmpty();
        assertThat(sheet(text).fixed()).isFalse();
        var frozen = ReportSheet.of(ReportOf.report(text, ReportOf.copy()), "ab12", ReportState.PUBLISHED);
        assertThat(frozen.told(List.of(SummaryRow.of("A", " "), SummaryRow.of("B", "b")))).extracting(SummaryRow::key)
                .containsExactly("B");
        assertThat(printed(frozen)).doesNotContain("Introduction").contains("1. Background",
                "2. Results of the self-assessment");
        assertThat(printed(sheet(text))).contains("Introduction");
    }

    /** Members call a paragraph by its number, whichever of the two papers they hold. */
    @Test
    void parts_and_paragraphs_have_the_numbers_that_they_have_in_word() {
        var sheet = sheet(ReportOf.text());
        assertThat(numbers(sheet, "Legal implications")).containsExactly("8.1", "8.2");
        var results = section(sheet, "Results of the self-assessment").blocks();
        assertThat(numbers(sheet, "Results of the self-assessment")).startsWith("3.1").doesNotHaveDuplicates();
        assertThat(results).filteredOn(b -> b instanceof Block.Para p && p.number().isEmpty())
                .as("what names the scale stands over the table").hasSize(1);
        assertThat(section(sheet, "Appendix 2: Groups the council takes part in").blocks())
                .allMatch(b -> !(b instanceof Block.Para p) || p.number().isEmpty());
    }

    private static List<String> numbers(ReportSheet sheet, String heading) {
        return section(sheet, heading).blocks().stream().filter(Block.Para.class::isInstance)
                .map(b -> ((Block.Para) b).number()).filter(n -> !n.isEmpty()).toList();
    }

    private static String printed(ReportSheet sheet) throws IOException {
        try (var pdf = Loader.loadPDF(new PdfFile().of("assurance/report/print", sheet))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void each_appendix_begins_on_a_page_of_its_own() throws IOException {
        try (var pdf = Loader.loadPDF(new PdfFile().of("assurance/report/print", sheet(ReportOf.text())))) {
            var pages = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                pages.setStartPage(page);
                pages.setEndPage(page);
                // What stands at the foot comes first.
                var words = pages.getText(pdf).strip().replaceFirst("^[^\\n]*\\d+ of \\d+\\s+", "");
                for (var heading : List.of("Appendix 1: Action plan", "Appendix 2: Groups"))
                    if (words.contains(heading))
                        assertThat(words).startsWith(heading);
            }
        }
    }

    @Test
    void it_is_a_tagged_pdf_as_the_standard_wants_it() throws Exception {
        assertThat(TaggedPdf.faults(new PdfFile().of("assurance/report/print", sheet(ReportOf.text())))).isEmpty();
    }

    @Test
    void an_empty_draft_can_be_laid_out() {
        var empty = TypedReport.text(java.util.Map.of(), List.of());
        assertThat(sheet(empty).title()).isEqualTo("Report without a title");
        assertThat(section(sheet(empty), "Recommendations").blocks()).isEmpty();
    }

    @Test
    void a_sign_that_no_paper_can_hold_does_not_keep_the_rest_from_being_printed() throws IOException {
        var text = ReportOf.with(ReportOf.text(), ReportPart.RISKS, "Before\u0001\u000B\uFFFE\uD83D after & <so> on.");
        try (var pdf = Loader.loadPDF(new PdfFile().of("assurance/report/print", sheet(text)))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ")).contains("Before after & <so> on.");
        }
    }
}
