package heed.insight.report;

import heed.platform.export.Cell;
import heed.platform.export.CsvFile;
import heed.platform.export.ExcelFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A sheet as a spreadsheet: what was printed, every number as a number, and how each is counted. Who asked is not in it. */
final class Tables {
    private static final List<Cell> HEADING = List.of(Cell.text("Figure"), Cell.text("Part"), Cell.text("This year"),
            Cell.text("Last year"), Cell.text("Per 100 staff"), Cell.text("How it is counted"));

    private Tables() {
    }

    /** As CSV. @param about what it is, a line each */
    static byte[] csv(Sheet sheet, List<String> about) {
        var lines = new ArrayList<List<Cell>>();
        about.forEach(line -> lines.add(List.of(Cell.text(line))));
        lines.add(List.of(Cell.EMPTY));
        lines.addAll(figures(sheet));
        return CsvFile.written(lines);
    }

    /** As an Excel workbook. @param about what it is, a line each */
    static byte[] excel(Sheet sheet, List<String> about) {
        var first = new ArrayList<List<Cell>>();
        about.forEach(line -> first.add(List.of(Cell.text(line))));
        return ExcelFile.written(List.of(new ExcelFile.Sheet("Figures", figures(sheet)),
                new ExcelFile.Sheet("About", first)));
    }

    private static List<List<Cell>> figures(Sheet sheet) {
        var lines = new ArrayList<List<Cell>>();
        lines.add(HEADING);
        for (var line : sheet.lines())
            lines.add(List.of(Cell.text(line.title()), Cell.text("All"), cell(line.now()), cell(line.before()),
                    Cell.EMPTY,
                    Cell.text(meaning(sheet, line.code()))));
        for (var part : sheet.breakdowns())
            for (var row : part.rows())
                lines.add(List.of(Cell.text(part.title()), Cell.text(row.words()), cell(row.now()), cell(row.before()),
                        part.rated() ? cell(row.rate()) : Cell.EMPTY, Cell.text(meaning(sheet, Sheet.RAISED))));
        return lines;
    }

    private static String meaning(Sheet sheet, String code) {
        return sheet.meanings().stream().filter(m -> m.code().equals(code)).map(Sheet.Meaning::words).findFirst()
                .orElse("");
    }

    private static Cell cell(Sheet.Value value) {
        return value.shown()
                ? Cell.number(BigDecimal.valueOf(value.number()).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros())
                : Cell.text(value.says());
    }
}
