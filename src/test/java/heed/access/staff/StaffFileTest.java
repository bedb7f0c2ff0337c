package heed.access.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read from a file and what is written into one. */
class StaffFileTest {
    private static final String HEADING = "Name;E-Mail;SERVICE;Line manager;Job title\r\n";

    @Test
    void excels_semicolons_and_windows_letters_are_read() {
        var read = StaffFile.read(
                (HEADING + "Zoë Brüning;zoe@example.org;;;Café manager\r\n").getBytes(Charset.forName("windows-1252")));
        assertThat(read.faults()).isEmpty();
        assertThat(read.rows()).containsExactly(
                new StaffRow(2, "Zoë Brüning", "zoe@example.org", "", "", "Café manager", ""));
    }

    @Test
    void utf_8_with_and_without_a_mark_utf_16_tabs_and_excels_first_line_are_read() {
        var text = "post,name,mail,manager,service\n\nOfficer,Siân Ó Sé,sian@example.org,,\n";
        for (var file : List.of(text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE))) {
            var read = StaffFile.read(file);
            assertThat(read.faults()).isEmpty();
            assertThat(read.rows()).containsExactly(
                    new StaffRow(3, "Siân Ó Sé", "sian@example.org", "", "", "Officer", ""));
        }
        assertThat(
                StaffFile.read(("sep=;\r\n" + HEADING + "A;a@b.example;;;C").getBytes(StandardCharsets.UTF_8)).rows())
                .containsExactly(new StaffRow(3, "A", "a@b.example", "", "", "C", ""));
    }

    @Test
    void what_is_no_list_is_told_in_a_sentence() {
        is(new byte[0], "The file is empty");
        is(new byte[]{'P', 'K', 3, 4, 0}, "This is an Excel workbook");
        is(new byte[]{(byte) 0x81, 'a', (byte) 0x8D}, "cannot read the letters");
        is("a\0b".getBytes(StandardCharsets.UTF_8), "cannot read the letters");
        is(new byte[StaffFile.MOST_BYTES + 1], "larger than 2 MB");
        is(HEADING.getBytes(StandardCharsets.UTF_8), "nobody under it");
        is((HEADING + "\"a;b;c;d;e\nf;g;h;i;j").getBytes(StandardCharsets.UTF_8), "quotation mark");
        is("name,mail,service,manager,post\n".getBytes(StandardCharsets.UTF_8), "nobody under it");
        is((HEADING + "a;b@c.example;;;d\n".repeat(StaffFile.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8),
                "more than 10,000 people");
    }

    @Test
    void headings_that_are_missing_twice_or_unknown_are_told_by_place() {
        assertThat(StaffFile.read("name,mail,name,pay,post\n").faults()).extracting(StaffFault::column)
                .containsExactly("name", "column D", "");
        assertThat(StaffFile.read("name,mail,name,pay,post\n").faults().getLast().words())
                .contains("lacks service, manager");
    }

    @Test
    void cells_too_long_too_many_or_of_several_lines_are_told_by_line_and_column() {
        var read = StaffFile.read("name,mail,service,manager,post\nA,a@b.example,,,C,D\n\"B\nC\",b@b.example,,,"
                + "x".repeat(201) + "\n");
        assertThat(read.rows()).isEmpty();
        assertThat(read.faults()).extracting(f -> f.line() + " " + f.column()).containsExactly("2 ", "3 name",
                "3 post");
    }

    @Test
    void a_formula_is_text_and_leaves_as_text() {
        var read = StaffFile.read("name,mail,service,manager,post\n=1+1,a@b.example,,,\"=HYPERLINK(\"\"x\"\")\"\n");
        assertThat(read.rows()).extracting(StaffRow::name, StaffRow::post)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("=1+1", "=HYPERLINK(\"x\")"));
        for (var cell : List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "'=1"))
            assertThat(new String(StaffFile.written(List.of(List.of(cell))), StandardCharsets.UTF_8).replace("\"", ""))
                    .startsWith("\uFEFF'");
        assertThat(new String(StaffFile.written(List.of(List.of("O'Neill", "'tis"))), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFO'Neill,'tis\r\n");
    }

    @Test
    void whatever_is_written_is_read_again() {
        var random = new Random(20260309);
        var letters = "aZ é=+-@',;\"\t|łر😀".codePoints().toArray();
        for (int round = 0; round < 500; round++) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                var text = new StringBuilder();
                for (int n = random.nextInt(8); n >= 0; n--)
                    text.appendCodePoint(letters[random.nextInt(letters.length)]);
                cells.add((i == 0 ? "x" : "") + text.toString().strip());
            }
            if (random.nextBoolean())
                cells.set(0, "=" + cells.getFirst());
            var read = StaffFile.read(
                    StaffFile.written(List.of(List.of("name", "mail", "service", "manager", "post"), cells)));
            assertThat(read.faults()).isEmpty();
            var row = read.rows().getFirst();
            assertThat(List.of(row.name(), row.mail(), row.service(), row.manager(), row.post()))
                    .isEqualTo(cells);
        }
    }

    private static void is(byte[] file, String words) {
        var read = StaffFile.read(file);
        assertThat(read.rows()).isEmpty();
        assertThat(read.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isZero();
            assertThat(fault.words()).contains(words);
        });
    }
}
