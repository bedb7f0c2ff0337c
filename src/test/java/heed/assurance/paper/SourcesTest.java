package heed.assurance.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.assurance.paper.Source.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** From files to lines, and why not. */
class SourcesTest {
    private static List<String> texts(byte[] file) {
        return ((Source.Lines) Sources.of(file)).lines().stream().map(Line::text).toList();
    }

    private static Fault fault(byte[] file) {
        return ((Source.Refused) Sources.of(file)).fault();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_list_has_the_numbers_that_word_prints_wherever_it_begins() {
        var file = new Written.Word().counted(STNumberFormat.LOWER_ROMAN, 0, "none", "one")
                .counted(STNumberFormat.UPPER_ROMAN, 48, "many", "more")
                .counted(STNumberFormat.LOWER_LETTER, 26, "last", "first again")
                .counted(STNumberFormat.LOWER_ROMAN, 2_000_000_000, "endless").file();
        assertThat(texts(file)).containsExactly("0. none", "i. one", "XLVIII. many", "XLIX. more", "z. last",
                "aa. first again", "2000000000. endless");
    }

    @Test
    void lines_are_numbered_from_one_in_every_format() {
        for (var file : List.of(bytes("a\n\nb"), new Written.Word().text("a", "", "b").file(),
                Written.sheet("S", List.of(List.of("a"), List.of("b"))), Written.pdf(List.of("a\n\n\nb"), ""))) {
            var lines = ((Source.Lines) Sources.of(file)).lines();
            assertThat(lines).isNotEmpty();
            for (int i = 0; i < lines.size(); i++)
                assertThat(lines.get(i).number()).isEqualTo(i + 1);
        }
    }

    @Test
    void text_is_read_in_the_writings_that_programs_save() {
        var text = "Café\r\nwith “quotes”";
        assertThat(texts(bytes(text))).containsExactly("Café", "with “quotes”");
        assertThat(texts(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).containsExactly("Café", "with “quotes”");
        assertThat(texts(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).containsExactly("Café",
                "with “quotes”");
        assertThat(texts(text.getBytes(Charset.forName("windows-1252")))).containsExactly("Café", "with “quotes”");
        assertThat(texts(bytes("one\rtwo"))).containsExactly("one", "two");
    }

    @Test
    void a_form_feed_begins_a_page() {
        var lines = ((Source.Lines) Sources.of(bytes("a\n\fb\nc"))).lines();
        assertThat(lines.stream().map(Line::page)).containsExactly(1, 2, 2);
    }

    @Test
    void a_word_document_gives_headings_lists_tables_and_pictures() {
        var file = new Written.Word().heading(1, "A title").text("A paragraph.").bullets("one", "two")
                .numbers("first", "second")
                .picture().table(List.of(List.of("Action", "Lead"), List.of("Do this\nand that", ""))).file();
        assertThat(texts(file)).containsExactly("# A title", "A paragraph.", "- one", "- two", "1. first", "2. second",
                "[picture]", "", "Action\tLead", "Do this\nand that\t", "");
    }

    @Test
    void a_word_document_gives_its_text_as_it_stands_now_with_what_was_put_in_and_without_what_was_struck_out() {
        var file = new Written.Word().written("""
                <w:r><w:t xml:space="preserve">The group meets </w:t></w:r>
                <w:del w:id="1" w:author="A"><w:r><w:delText>monthly</w:delText></w:r></w:del>
                <w:ins w:id="2" w:author="A"><w:r><w:t>quarterly</w:t></w:r></w:ins>
                <w:r><w:t>.</w:t></w:r>""").file();
        assertThat(texts(file)).containsExactly("The group meets quarterly.");
    }

    @Test
    void a_word_document_gives_what_stands_in_boxes_and_at_the_foot_of_pages() {
        var box = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p><w:p><w:r><w:t>twice</w:t></w:r></w:p></w:txbxContent>";
        var file = new Written.Word()
                .written("<w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
                        + "<w:drawing><wps:txbx>" + box
                        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
                .noted("A claim", "Shown in May 2031").file();
        assertThat(texts(file)).containsExactly("Before", "Boxed", "twice", "A claim [1: Shown in May 2031]");
    }

    @Test
    void a_workbook_gives_a_line_a_row_with_dates_as_people_write_them() {
        var file = Written.sheet("Plan 2031", List.of(List.of("Action", "Due", "Count"),
                List.of("Walk round", LocalDate.of(2031, 3, 9), 12)));
        assertThat(texts(file)).containsExactly("# Plan 2031", "Action\tDue\tCount", "Walk round\t9 March 2031\t12");
    }

    @Test
    void a_pdf_gives_paragraphs_whole_and_the_columns_of_a_table() {
        var file = Written.pdf(List.of("""
                A heading

                The first line of a paragraph that fills the whole width of the page from side to side and
                goes on here, to its end.

                Action|Lead|Due
                Walk round the halls|Caretaker|May 2031
                Count the keys|Clerk|June 2031

                The end.
                """), "");
        assertThat(texts(file).stream().filter(t -> !t.isBlank())).containsExactly("A heading",
                "The first line of a paragraph that fills the whole width of the page from side to side and goes on here,"
                        + " to its end.",
                "Action\tLead\tDue", "Walk round the halls\tCaretaker\tMay 2031", "Count the keys\tClerk\tJune 2031",
                "The end.");
    }

    @Test
    void an_empty_file_is_said_to_be_empty() {
        assertThat(fault(new byte[0])).isEqualTo(Fault.EMPTY);
        assertThat(fault(bytes(" \n\t\n"))).isEqualTo(Fault.EMPTY);
        assertThat(fault(new Written.Word().text("", " ").file())).isEqualTo(Fault.EMPTY);
    }

    @Test
    void a_scan_is_said_to_hold_no_text() {
        assertThat(fault(Written.pdf(List.of("", ""), ""))).isEqualTo(Fault.NO_TEXT);
    }

    @Test
    void a_password_is_said_to_be_one() throws Exception {
        assertThat(fault(Written.pdf(List.of("secret"), "open"))).isEqualTo(Fault.ENCRYPTED);
        assertThat(fault(locked(new Written.Word().text("secret").file()))).isEqualTo(Fault.ENCRYPTED);
    }

    private static byte[] locked(byte[] file) throws Exception {
        try (var system = new POIFSFileSystem(); var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("open");
            try (var sealed = encryptor.getDataStream(system)) {
                sealed.write(file);
            }
            system.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_damaged_file_is_said_to_be_damaged() {
        for (var whole : List.of(new Written.Word().text("a paper").file(),
                Written.sheet("S", List.of(List.of("Action", "Lead"))), Written.pdf(List.of("a paper"), ""))) {
            assertThat(fault(Arrays.copyOf(whole, whole.length / 2))).isIn(Fault.DAMAGED, Fault.TYPE, Fault.EMPTY,
                    Fault.NO_TEXT);
            var torn = whole.clone();
            Arrays.fill(torn, 60, Math.min(torn.length, 600), (byte) 7);
            assertThat(Sources.of(torn)).isInstanceOf(Source.class);
        }
        var word = new Written.Word().text("a paper").file();
        assertThat(fault(Arrays.copyOf(word, word.length - 200))).isEqualTo(Fault.DAMAGED);
        assertThat(fault(bytes("%PDF-1.7 and nothing else"))).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void a_reader_that_fails_on_a_file_that_opened_is_heeds_fault_and_not_the_files() throws IOException {
        assertThat(Sources.opened(() -> {
            throw new IllegalStateException("a name that stands in the file");
        })).isEqualTo(new Source.Refused(Fault.READER));
        assertThat(Sources.opened(() -> {
            throw new StackOverflowError();
        })).isEqualTo(new Source.Refused(Fault.READER));
        assertThatThrownBy(() -> Sources.opened(() -> {
            throw new IOException("the library found it cut short");
        })).as("damaged after all").isInstanceOf(IOException.class);
    }

    @Test
    void what_is_no_paper_is_said_to_be_of_another_type() throws IOException {
        assertThat(fault(new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})).isEqualTo(Fault.TYPE);
        assertThat(fault(new byte[]{'P', 'K', 3, 4, 0, 0, 0, 0})).isEqualTo(Fault.TYPE);
        try (var old = new POIFSFileSystem(); var out = new ByteArrayOutputStream()) {
            old.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), "WordDocument");
            old.writeFilesystem(out);
            assertThat(fault(out.toByteArray())).isEqualTo(Fault.TYPE);
        }
    }

    @Test
    void three_hundred_pages_are_too_long_and_two_hundred_are_not() {
        assertThat(fault(Written.pdf(Collections.nCopies(300, "A page."), ""))).isEqualTo(Fault.TOO_LONG);
        assertThat(fault(bytes("A page.\n\f".repeat(300)))).isEqualTo(Fault.TOO_LONG);
        assertThat(fault(bytes("A long line of a long paper.\n".repeat(40_000)))).isEqualTo(Fault.TOO_LONG);
        assertThat(Sources.of(Written.pdf(Collections.nCopies(200, "A page."), ""))).isInstanceOf(Source.Lines.class);
    }

    @Test
    void every_fault_says_what_to_do() {
        for (var fault : Fault.values())
            assertThat(fault.words()).contains(":").hasSizeBetween(40, 120);
    }
}
