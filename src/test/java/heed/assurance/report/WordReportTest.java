package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.paper.Field;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The report as Word: for the eye, for the ear, and for Heed's own reader. Invariant 23. */
class WordReportTest {
    private static List<String> paragraphs(ReportText text, @Nullable String hash) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(
                WordTemplate.filled(ReportOf.report(text, ReportOf.copy()), hash, ReportState.DRAFT)))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        }
    }

    @Test
    void a_heading_with_nothing_under_it_stays_in_a_draft_only() throws IOException {
        var text = ReportOf.with(ReportOf.text(), ReportPart.INTRODUCTION, "");
        assertThat(paragraphs(text, null)).contains("Introduction");
        assertThat(paragraphs(text, "ab12")).doesNotContain("Introduction").contains("Background",
                "Results of the self-assessment", "Report author");
        assertThat(paragraphs(ReportOf.text(), "ab12")).contains("Introduction");
    }

    @Test
    void a_draft_does_not_say_that_nobody_cleared_it() throws IOException {
        var text = TypedReport.text(Map.of(), List.of());
        assertThat(paragraphs(text, null)).noneMatch(p -> p.startsWith("Cleared by"))
                .contains("Financial implications");
        assertThat(paragraphs(ReportOf.text(), null)).contains("Cleared by A. Tarn on 1 June 2026.");
    }

    private final FrozenReport report = ReportOf.report();
    private final byte[] file = WordTemplate.filled(report, report.hash(), ReportState.PUBLISHED);

    private XWPFDocument open() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private static String style(XWPFDocument document, XWPFParagraph paragraph) {
        return paragraph.getStyle() == null ? "Normal" : document.getStyles().getStyle(paragraph.getStyle()).getName();
    }

    private static XWPFTable table(XWPFDocument document, String head) {
        return document.getTables().stream().filter(t -> t.getRow(0).getCell(0).getText().equals(head)).findFirst()
                .orElseThrow();
    }

    @Test
    void the_shipped_template_asks_for_everything_and_has_no_fault() throws IOException {
        assertThat(WordTemplate.faults(ShippedTemplate.REPORT.file())).isEmpty();
        try (var template = new XWPFDocument(new ByteArrayInputStream(ShippedTemplate.REPORT.file()));
                var words = new XWPFWordExtractor(template)) {
            for (var placeholder : Placeholder.values())
                assertThat(words.getText()).contains(placeholder.typed());
        }
        assertThat(ShippedTemplate.REPORT.file()).isEqualTo(ShippedTemplate.REPORT.file());
    }

    @Test
    void its_parts_stand_in_the_order_that_members_know_under_real_headings() throws IOException {
        try (var document = open()) {
            assertThat(document.getParagraphs().stream().filter(p -> style(document, p).equals("heading 1"))
                    .map(XWPFParagraph::getText))
                    .containsExactly("Summary and recommendations", "Recommendations", "Appendices",
                            "Background", "Introduction", "Results of the self-assessment", "Key achievements",
                            "Priorities for next year", "Risks and challenges", "Financial implications",
                            "Legal implications",
                            "Equalities impact", "Report author", "Appendix 1: Action plan",
                            "Appendix 2: Groups the council takes part in");
            assertThat(document.getParagraphs().stream().filter(p -> style(document, p).equals("heading 2"))
                    .map(XWPFParagraph::getText)).containsExactly("Leading and working together",
                            "Training and resources");
            assertThat(document.getParagraphs().stream().filter(p -> style(document, p).equals("Title"))
                    .map(XWPFParagraph::getText)).containsExactly("Safeguarding report 2025/26");
        }
    }

    @Test
    void nothing_of_the_template_is_left_and_everything_written_is_there() throws IOException {
        try (var document = open(); var words = new XWPFWordExtractor(document)) {
            var text = words.getText();
            assertThat(text).doesNotContain("{{", "}}").contains("That the Cabinet resolves to:", "18 June 2026",
                    "Cleared by A. Tarn on 1 June 2026.", "Cleared by B. Fell on 2 June 2026.", report.hash(),
                    "Figures as at 1 June 2026, 11:30", "8 Blue, 2 Green of 10 rated; 1 of 11 not rated (2E).",
                    "Three groups meet each quarter.", "Larkmoor District Council. Safeguarding report 2025/26. Page");
            for (var part : ReportPart.values())
                for (var line : report.text().part(part).split("\n"))
                    assertThat(text).contains(line.replaceFirst("^(- |\\d\\. )", ""));
        }
    }

    @Test
    void ratings_are_letter_and_word_with_their_definitions_beside() throws IOException {
        try (var document = open()) {
            assertThat(document.getTables().stream().filter(t -> t.getRow(0).getCell(0).getText().equals("Ref"))
                    .flatMap(t -> t.getRows().stream())
                    .map(r -> r.getTableCells().stream().map(c -> c.getText().strip())
                            .collect(Collectors.joining("|"))))
                    .contains("Ref|Standard|Own rating", "2A|Standard 2A is kept|G, Green",
                            "2E|Standard 2E is kept|Not rated", "4A|Standard 4A is kept|B, Blue");
            assertThat(table(document, "Rating").getRow(1).getCell(1).getText())
                    .isEqualTo("Fully met and can be evidenced");
            assertThat(table(document, "Rating").getRows()).hasSize(5);
        }
    }

    @Test
    void tables_say_that_their_first_row_names_the_columns_and_repeat_it() throws IOException {
        try (var document = open()) {
            for (var head : List.of("Ref", "Rating", "Number", "Measure", "Action", "Standard")) {
                var table = table(document, head);
                assertThat(table.getRow(0).isRepeatHeader()).as(head).isTrue();
                assertThat(table.getRow(1).isRepeatHeader()).as(head).isFalse();
                assertThat(table.getCTTbl().xmlText()).as(head).contains("w:firstRow=\"true\"");
                assertThat(document.getStyles().getStyle(table.getStyleID()).getName()).isEqualTo("Table Grid");
            }
        }
    }

    @Test
    void language_and_title_are_said_for_those_who_listen() throws IOException {
        try (var document = open()) {
            assertThat(document.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Safeguarding report 2025/26");
            assertThat(document.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("Larkmoor District Council");
            assertThat(document.getStyles().getCtStyles().xmlText()).contains("w:lang w:val=\"en-GB\"");
        }
    }

    @Test
    void paragraphs_are_numbered_under_their_headings_and_each_numbered_list_begins_with_one() {
        var lines = ((Source.Lines) Sources.of(file)).lines().stream().map(l -> l.text().strip()).toList();
        assertThat(lines).contains("# 1. Background", "1.1 Two boards ask for a return every year.",
                "1.2 The council takes part in both.", "# 9. Equalities impact", "1. Note what was achieved in 2025/26",
                "2. Agree the action plan in Appendix 1", "1. training for new drivers", "2. a guide for landlords",
                "# Appendix 1: Action plan");
    }

    @Test
    void a_draft_says_that_it_is_one() throws IOException {
        try (var document = new XWPFDocument(
                new ByteArrayInputStream(WordTemplate.filled(report, null, ReportState.DRAFT)));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("Draft, not checked.").doesNotContain("Content hash");
        }
    }

    @Test
    void what_weakens_a_voice_stands_at_its_column_and_under_the_table() {
        var weak = new FrozenReport(1, 1, null, report.body(), report.text(), report.results(), report.ret(),
                report.returnHash(), report.computedAt(), report.figures(), report.completed(), report.plan(),
                List.of(new FrozenReport.Limit(heed.assurance.exercise.Voice.SELF, "Case files were not read")),
                List.of());
        var blocks = new ReportBlocks(weak, null, ReportState.DRAFT).part(Placeholder.RESULTS);
        assertThat(((Block.Grid) blocks.get(1)).heads()).containsExactly("Ref", "Standard", "Own rating *");
        assertThat(((Block.Points) blocks.getLast()).points().getFirst().getFirst().text())
                .isEqualTo("* Own rating: Case files were not read");
    }

    /** Invariant 14. */
    @Test
    void both_colours_of_an_action_print_with_why_where_they_differ() throws IOException {
        try (var document = open()) {
            assertThat(table(document, "Standard").getRow(1).getCell(4).getText()).contains("In progress",
                    "Lead: G Green",
                    "Heed: A Amber", "A milestone is behind");
        }
    }

    @Test
    void heeds_own_reader_reads_it_back() throws IOException {
        var out = Path.of("target", "report.docx");
        Files.write(out, file);
        Reading read = Papers.read(PaperKind.REPORT, ((Source.Lines) Sources.of(file)).lines(), Mapping.NONE);
        assertThat(read.of(PieceKind.RECOMMENDATION).stream().map(p -> p.field(Field.TEXT).orElse("")))
                .containsExactlyElementsOf(report.text().recommendations());
        assertThat(read.of(PieceKind.STANDARD)).extracting(Piece::code).containsExactly("1A", "1B", "1C", "2A", "2B",
                "2C",
                "2D", "2E", "3A", "3B", "4A");
        assertThat(read.of(PieceKind.RATING).stream().map(p -> p.code() + p.field(Field.LETTER).orElse("")))
                .containsExactly("1AB", "1BB", "1CB", "2AG", "2BB", "2CG", "2DB", "3AB", "3BB", "4AB");
        assertThat(read.of(PieceKind.SCALE_LEVEL)).extracting(p -> p.field(Field.LETTER).orElse(""))
                .containsExactly("B", "G", "A", "R");
    }
}
