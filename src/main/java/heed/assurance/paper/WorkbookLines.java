package heed.assurance.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Lines of a workbook: the name of each sheet as a heading, then a row a line, every row of a sheet equally wide. */
final class WorkbookLines {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private WorkbookLines() {
    }

    static Source read(byte[] file) throws IOException {
        // The library opens a sheet only as its rows are asked for: all of it is one opening.
        var sheets = new LinkedHashMap<Sheet, List<Row>>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            for (var sheet : book.getSheets().toList())
                sheets.put(sheet, sheet.read());
            return Sources.opened(() -> lines(sheets));
        }
    }

    private static Source lines(Map<Sheet, List<Row>> sheets) {
        var lines = new ArrayList<Line>();
        int page = 0;
        for (var sheet : sheets.entrySet()) {
            page++;
            var rows = new ArrayList<List<String>>();
            for (var row : sheet.getValue()) {
                // Rows that were left out are blank lines, so that what stands apart stays apart.
                while (rows.size() + 1 < row.getRowNum() && rows.size() < 100_000)
                    rows.add(List.of());
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(cell == null ? "" : text(cell)));
                rows.add(cells);
            }
            if (rows.stream().allMatch(r -> r.stream().allMatch(String::isBlank)))
                continue;
            lines.add(new Line(lines.size() + 1, page, "# " + sheet.getKey().getName()));
            for (var cells : trimmed(rows))
                lines.add(new Line(lines.size() + 1, page, String.join("\t", cells)));
        }
        return new Source.Lines(lines, Math.max(1, page));
    }

    /** As wide as the last column that any row fills; a row with one cell alone is text. */
    private static List<List<String>> trimmed(List<List<String>> rows) {
        int width = 0;
        for (var row : rows)
            for (int i = 0; i < row.size(); i++)
                if (!row.get(i).isBlank())
                    width = Math.max(width, i + 1);
        var trimmed = new ArrayList<List<String>>();
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < width; i++)
                cells.add(i < row.size() ? row.get(i) : "");
            long filled = cells.stream().filter(c -> !c.isBlank()).count();
            trimmed.add(filled == 0
                    ? List.of()
                    : filled == 1 && !cells.getFirst().isBlank() && noRowBefore(trimmed)
                            ? List.of(cells.getFirst())
                            : cells);
        }
        return trimmed;
    }

    private static boolean noRowBefore(List<List<String>> rows) {
        return rows.stream().allMatch(r -> r.size() <= 1);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            var format = cell.getDataFormatString();
            if (cell.getRawValue() == null)
                return "";
            if (format != null
                    && format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "").matches(".*[dy].*"))
                return cell.asDate().toLocalDate().format(DAY);
            try {
                var number = new BigDecimal(cell.getRawValue()).stripTrailingZeros();
                return format != null && format.contains("%")
                        ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                        : number.toPlainString();
            } catch (NumberFormatException e) {
                return cell.getRawValue().strip(); // a formula that gives text
            }
        }
        return cell.getType() == CellType.EMPTY ? "" : cell.getText().replace("\r", "").replace('\t', ' ').strip();
    }
}
