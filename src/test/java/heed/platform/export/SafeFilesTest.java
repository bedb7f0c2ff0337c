package heed.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for a spreadsheet is never a formula, and comes back as it was. */
class SafeFilesTest {
    private static final List<String> BEGINNINGS = List.of("=", "+", "-", "@", "\t", "\r", "'", "'=", "''-", "\"", ",",
            "");
    private static final List<String> ENDINGS = List.of("1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"x\")",
            "Café, “two”\nlines",
            "", "7", "=2", "٣");

    @Test
    void nothing_written_as_csv_begins_like_a_formula() {
        for (var begin : List.of("=", "+", "-", "@", "\t", "\r"))
            for (var end : ENDINGS) {
                var text = new String(CsvFile.written(List.of(List.of(Cell.text(begin + end)))),
                        StandardCharsets.UTF_8);
                assertThat(text.substring(1).replaceFirst("^\"", "")).startsWith("'");
            }
    }

    @Test
    void csv_comes_back_as_it_was() {
        var random = new Random(11);
        for (int n = 0; n < 200; n++) {
            var lines = table(random);
            var read = CsvFile.read(CsvFile.written(lines));
            assertThat(read).isEqualTo(lines.stream().map(line -> line.stream().map(Cell::text).toList()).toList());
        }
    }

    @Test
    void a_number_below_zero_stays_a_number() {
        assertThat(new String(CsvFile.written(List.of(List.of(Cell.number(-3), Cell.text("-3")))),
                StandardCharsets.UTF_8)).isEqualTo("\uFEFF-3,'-3\r\n");
    }

    @Test
    void what_excel_cannot_hold_in_one_cell_says_that_it_was_cut() throws IOException {
        var whole = "a".repeat(32_767);
        var file = ExcelFile.written(List.of(new ExcelFile.Sheet("Long",
                List.of(List.of(Cell.text(whole), Cell.text(whole + "b"))))));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var row = book.getFirstSheet().read().getFirst();
            assertThat(row.getCell(0).asString()).isEqualTo(whole);
            assertThat(row.getCell(1).asString()).hasSize(32_767).startsWith("aaa")
                    .endsWith("(cut: Excel takes no more in one cell)");
        }
    }

    @Test
    void excel_has_text_as_text_and_numbers_as_numbers_and_no_formula(@TempDir Path folder) throws IOException {
        var lines = new ArrayList<List<Cell>>();
        for (var begin : BEGINNINGS)
            for (var end : ENDINGS)
                if (!(begin + end).isEmpty())
                    lines.add(List.of(Cell.text(begin + end), Cell.number(new BigDecimal("12.5")), Cell.number(-4)));
        var file = ExcelFile.written(List.of(new ExcelFile.Sheet("Figures", lines)));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSameSizeAs(lines);
            for (int row = 0; row < lines.size(); row++) {
                var read = rows.get(row);
                assertThat(read.getCell(0).getType()).isEqualTo(CellType.STRING);
                // XML knows no carriage return of its own.
                assertThat(read.getCell(0).asString().replace("\r", "\n"))
                        .isEqualTo(lines.get(row).getFirst().text().replace("\r", "\n"));
                assertThat(read.getCell(1).getType()).isEqualTo(CellType.NUMBER);
                assertThat(read.getCell(1).asNumber()).isEqualByComparingTo("12.5");
                assertThat(read.getCell(2).asNumber()).isEqualByComparingTo("-4");
            }
        }
        Files.write(folder.resolve("book.xlsx"), file);
        try (var parts = new ZipFile(folder.resolve("book.xlsx").toFile())) {
            for (var part : Collections.list(parts.entries()))
                assertThat(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("<f>");
        }
    }

    private static List<List<Cell>> table(Random random) {
        var lines = new ArrayList<List<Cell>>();
        int columns = 2 + random.nextInt(4);
        for (int row = 1 + random.nextInt(6); row > 0; row--) {
            var line = new ArrayList<Cell>();
            for (int column = 0; column < columns; column++)
                line.add(random.nextInt(3) == 0
                        ? Cell.number(random.nextInt(2_000) - 1_000)
                        : Cell.text(BEGINNINGS.get(random.nextInt(BEGINNINGS.size()))
                                + ENDINGS.get(random.nextInt(ENDINGS.size()))));
            lines.add(line);
        }
        return lines;
    }
}
