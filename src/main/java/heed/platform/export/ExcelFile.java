package heed.platform.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as an Excel workbook. Text is written as text, so nothing in it is ever a formula; numbers are numbers. */
public final class ExcelFile {
    private static final int WIDEST = 60;
    /** What Excel takes in one cell. */
    private static final int LONGEST = 32_767;
    private static final String CUT = " … (cut: Excel takes no more in one cell)";

    /**
     * One sheet.
     *
     * @param name  what it is called: 31 characters at most, without any of {@code \ / ? * [ ] :}
     * @param lines its lines; a line of one text cell is a heading
     */
    public record Sheet(String name, List<List<Cell>> lines) {
        /** Copies the lines. */
        public Sheet {
            lines = List.copyOf(lines);
        }
    }

    private ExcelFile() {
    }

    /** Writes sheets, in order. */
    public static byte[] written(List<Sheet> sheets) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Heed", "1.0")) {
            for (var sheet : sheets)
                write(book.newWorksheet(sheet.name()), sheet.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet to, List<List<Cell>> lines) {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            int at = column;
            int longest = lines.stream().filter(line -> line.size() > 1 && line.size() > at)
                    .mapToInt(line -> line.get(at).text().length()).max().orElse(10);
            to.width(column, Math.clamp(longest + 2, 8, WIDEST));
        }
        for (int row = 0; row < lines.size(); row++) {
            var line = lines.get(row);
            for (int column = 0; column < line.size(); column++) {
                var cell = line.get(column);
                var number = cell.number();
                if (number != null)
                    to.value(row, column, number);
                else if (!cell.text().isEmpty())
                    to.value(row, column, fitting(cell.text()));
            }
            if (line.size() == 1)
                to.style(row, 0).bold().set();
        }
    }

    /** What is cut off says so. */
    private static String fitting(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - CUT.length()) + CUT : text;
    }
}
