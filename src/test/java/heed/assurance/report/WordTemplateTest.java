package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/** A council's own Word template: what is asked of it, and what becomes of it. */
class WordTemplateTest {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private final FrozenReport report = ReportOf.report();

    /** A template of its own: no styles, each placeholder in its place, and what the test adds. */
    private static byte[] own(Consumer<XWPFDocument> more, Placeholder... without) {
        try (var document = new XWPFDocument()) {
            for (var placeholder : Placeholder.values())
                if (!List.of(without).contains(placeholder))
                    said(document,
                            (placeholder.kind() == Placeholder.Kind.LINE ? "The words: " : "") + placeholder.typed());
            more.accept(document);
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    private static XWPFParagraph said(XWPFDocument document, String words) {
        var paragraph = document.createParagraph();
        paragraph.createRun().setText(words);
        return paragraph;
    }

    private static List<String> faults(byte[] file) {
        return WordTemplate.faults(file).stream().map(f -> f.kind() + " " + f.where()).toList();
    }

    private String text(byte[] template) throws IOException {
        try (var document = new XWPFDocument(
                new ByteArrayInputStream(WordTemplate.filled(template, report, "ab12", ReportState.PUBLISHED)));
                var words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    @Test
    void a_template_with_everything_in_its_place_is_taken_and_filled() throws IOException {
        var template = own(d -> {
        });
        assertThat(faults(template)).isEmpty();
        assertThat(text(template)).contains("The words: Cabinet", "Two boards ask for a return every year.", "G, Green",
                "Fully met and can be evidenced").doesNotContain("{{");
        try (var document = new XWPFDocument(
                new ByteArrayInputStream(WordTemplate.filled(template, report, "ab12", ReportState.PUBLISHED)))) {
            var names = document.getStyles().getStyles().stream().map(s -> s.getName()).toList();
            assertThat(names).as("what it has no styles for").contains("heading 2", "List Bullet", "List Number",
                    "Table Grid", "caption");
            assertThat(document.getStyles().getCtStyles().xmlText()).contains("en-GB");
            assertThat(document.getTables()).isNotEmpty().allMatch(t -> t.getRow(0).isRepeatHeader());
        }
    }

    @Test
    void what_must_be_said_and_has_no_place_is_missed_and_nothing_else() {
        assertThat(faults(own(d -> {
        }, Placeholder.RESULTS, Placeholder.LEGAL_NAME, Placeholder.MEMBER))).containsExactly(
                "MISSING {{results}} (The table of results, with limitations and notes under it)",
                "MISSING {{legal_name}} (Who cleared the legal implications)");
    }

    @Test
    void every_slip_is_named() {
        assertThat(faults(own(d -> said(d, "{{reslts}}")))).containsExactly("UNKNOWN {{reslts}}");
        assertThat(faults(own(d -> said(d, "See {{risks}}.")))).containsExactly("NOT_ALONE {{risks}}");
        assertThat(faults(own(d -> said(d, "Dear {{to} and all")))).containsExactly("BROKEN {{to} and all");
        assertThat(faults(own(d -> d.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun()
                .setText("{{results}}")))).containsExactly("NOT_HERE {{results}}");
        assertThat(faults(own(d -> {
            try {
                d.createParagraph().getCTP().set(CTP.Factory.parse("<w:p xmlns:w=\"" + WORD
                        + "\"><w:r><w:pict><w:txbxContent>"
                        + "<w:p><w:r><w:t>{{priority_group}}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"));
            } catch (XmlException e) {
                throw new IllegalStateException(e);
            }
        }))).contains("HIDDEN {{priority_group}}");
    }

    @Test
    void a_file_that_is_no_template_gets_a_clear_answer() throws IOException {
        assertThat(faults("Not a document".getBytes(StandardCharsets.UTF_8))).containsExactly("NOT_WORD ");
        assertThat(faults(new byte[WordTemplate.MOST + 1])).containsExactly("TOO_LARGE ");
        var whole = ShippedTemplate.REPORT.file();
        assertThat(faults(java.util.Arrays.copyOf(whole, whole.length / 2))).containsExactly("DAMAGED ");
        for (var name : List.of("EncryptedPackage", "WordDocument"))
            try (var old = new POIFSFileSystem()) {
                old.createDocument(new ByteArrayInputStream(new byte[5000]), name);
                var out = new ByteArrayOutputStream();
                old.writeFilesystem(out);
                assertThat(faults(out.toByteArray())).containsExactly(
                        name.equals("EncryptedPackage") ? "ENCRYPTED " : "NOT_WORD ");
            }
    }

    @Test
    void nothing_that_runs_or_fetches_is_taken() {
        assertThat(faults(own(d -> {
            var part = d.getPackage().createPart(named("/word/vbaProject.bin"), "application/vnd.ms-office.vbaProject");
            assertThat(part).isNotNull();
        }))).containsExactly("MACROS ");
        assertThat(
                faults(own(d -> d.getPackagePart().addRelationship(java.net.URI.create("https://else.example/t.dotx"),
                        TargetMode.EXTERNAL,
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"))))
                .containsExactly("LINKED ");
        assertThat(faults(own(d -> d.createParagraph().createHyperlinkRun("https://council.example").setText("us"))))
                .isEmpty();
        for (var field : List.of("INCLUDEPICTURE \"https://else.example/a.png\" \\d", " DDEAUTO c:\\x cmd ",
                "includetext other.docx"))
            assertThat(faults(own(d -> field(d, field)))).as(field).containsExactly("LINKED ");
        assertThat(faults(own(d -> d.createHeader(HeaderFooterType.DEFAULT).createParagraph().getCTP().addNewFldSimple()
                .setInstr("INCLUDEPICTURE x.png")))).containsExactly("LINKED ");
        for (var field : List.of("HYPERLINK \"https://council.example/link/import\"", "PAGE", "TOC \\o \"1-2\""))
            assertThat(faults(own(d -> field(d, field)))).as(field).isEmpty();
    }

    private static void field(XWPFDocument document, String instruction) {
        document.createParagraph().createRun().getCTR().addNewInstrText().setStringValue(instruction);
    }

    private static org.apache.poi.openxml4j.opc.PackagePartName named(String name) {
        try {
            return PackagingURIHelper.createPartName(name);
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_placeholder_that_word_has_torn_into_runs_is_filled_in_the_look_of_its_first() throws IOException {
        var template = own(d -> {
            var paragraph = d.createParagraph();
            for (var piece : List.of("For {", "{t", "o}", "} on {{date}}, for {{to}}"))
                paragraph.createRun().setText(piece);
            paragraph.getRuns().getFirst().setBold(true);
        });
        assertThat(faults(template)).isEmpty();
        assertThat(text(template)).contains("For Cabinet on 18 June 2026, for Cabinet");
    }

    @Test
    void headers_footers_and_tables_are_filled() throws IOException {
        var template = own(d -> {
            d.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("{{body}}");
            d.createFooter(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("{{title}}");
            var cell = d.createTable(1, 1).getRow(0).getCell(0);
            cell.getParagraphs().getFirst().createRun().setText("{{recommendations}}");
        });
        try (var document = new XWPFDocument(
                new ByteArrayInputStream(WordTemplate.filled(template, report, "ab12", ReportState.PUBLISHED)))) {
            assertThat(document.getHeaderList().getFirst().getText()).contains("Larkmoor District Council");
            assertThat(document.getFooterList().getFirst().getText()).contains("Safeguarding report 2025/26");
            assertThat(document.getTables().getLast().getRow(0).getCell(0).getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactlyElementsOf(report.text().recommendations());
        }
    }

    @Test
    void text_takes_the_style_of_the_paragraph_it_is_put_into() throws IOException {
        var template = own(d -> said(d, "{{background}}").setIndentationLeft(1234));
        try (var document = new XWPFDocument(
                new ByteArrayInputStream(WordTemplate.filled(template, report, "ab12", ReportState.PUBLISHED)))) {
            assertThat(document.getParagraphs().stream().filter(p -> p.getIndentationLeft() == 1234)
                    .map(XWPFParagraph::getText)).containsExactly("Two boards ask for a return every year.",
                            "The council takes part in both.");
        }
    }

    @Test
    void what_people_write_is_never_read_as_a_template() throws IOException {
        var report = ReportOf.report(
                ReportOf.with(ReportOf.text(), ReportPart.RISKS, "Beware of {{to}} and {{nothing}}."),
                ReportOf.copy());
        try (var document = new XWPFDocument(
                new ByteArrayInputStream(WordTemplate.filled(report, null, ReportState.DRAFT)));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("Beware of {{to}} and {{nothing}}.");
        }
    }

    @Test
    void a_template_with_faults_is_not_filled() {
        assertThatThrownBy(() -> WordTemplate.filled(own(d -> said(d, "{{nothing}}")), report, null, ReportState.DRAFT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
