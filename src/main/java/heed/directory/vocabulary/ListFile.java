package heed.directory.vocabulary;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import heed.platform.web.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as a file of comma-separated values with the columns it ships with. What a spreadsheet would take for a formula
 * gets an apostrophe in front on the way out, which comes off again on the way in.
 */
final class ListFile {
    /** What a file may hold at most, in characters. */
    static final int LONGEST = 1_000_000;
    private static final String FORMULA = "'*[=+\\-@\\t\\r].*";

    private ListFile() {
    }

    /** What a file holds: its rows, or what is wrong with it. */
    record In(List<WordRow> rows, List<Problem> problems) {
        In {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }
    }

    /** The list, written. */
    static String out(WordList list, Shipped.Kind kind) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF).build(text)) {
            csv.writeRecord(kind.columns());
            int sort = 0;
            for (var row : list.rows()) {
                sort += 10;
                var cells = new ArrayList<>(List.of(row.code(), row.label(), row.parent(), row.appliesTo(),
                        written(row.validFrom()), written(row.validTo()), String.valueOf(sort), row.source(),
                        row.status()));
                cells.addAll(row.more());
                csv.writeRecord(cells.stream().map(ListFile::safe).toList());
            }
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return text.toString();
    }

    /** The rows of a file, in the order of their {@code sort} column. */
    static In in(String text, Shipped.Kind kind) {
        var problems = new ArrayList<Problem>();
        var sorted = new ArrayList<Sorted>();
        try (var csv = CsvReader.builder().ofCsvRecord(new StringReader(text.startsWith("\uFEFF")
                ? text.substring(1)
                : text))) {
            List<String> header = null;
            for (var record : csv) {
                if (header == null) {
                    header = record.getFields().stream().map(String::strip).toList();
                    if (!header.equals(kind.columns()))
                        return new In(List.of(), List.of(new Problem("file",
                                "The first line must be " + String.join(",", kind.columns()))));
                    continue;
                }
                var cells = record.getFields().stream().map(c -> unsafe(c.strip())).toList();
                if (cells.size() != header.size()) {
                    problems.add(wrong(record.getStartingLineNumber(), "has " + cells.size() + " columns, not "
                            + header.size()));
                    continue;
                }
                try {
                    sorted.add(new Sorted(Integer.parseInt(cells.get(6)), new WordRow(cells.get(0), cells.get(1),
                            cells.get(2), cells.get(3), day(cells.get(4)), day(cells.get(5)), cells.get(7),
                            cells.get(8), cells.subList(9, cells.size()))));
                } catch (NumberFormatException | DateTimeException unread) {
                    problems.add(wrong(record.getStartingLineNumber(),
                            "needs a whole number to sort by, and dates like 2026-04-01 or none"));
                }
            }
            if (header == null)
                problems.add(new Problem("file", "The file is empty"));
        } catch (CsvParseException | UncheckedIOException | IOException unread) {
            return new In(List.of(), List.of(new Problem("file", "The file is not comma-separated values")));
        }
        return new In(sorted.stream().sorted(java.util.Comparator.comparingInt(Sorted::sort)).map(Sorted::row).toList(),
                problems);
    }

    /** A day as files hold it; null where it is empty. */
    static @Nullable LocalDate day(String written) {
        return written.isBlank() ? null : LocalDate.parse(written);
    }

    private static String written(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String safe(String cell) {
        return cell.matches("(?s)" + FORMULA) ? "'" + cell : cell;
    }

    private static String unsafe(String cell) {
        return cell.matches("(?s)'" + FORMULA) ? cell.substring(1) : cell;
    }

    private static Problem wrong(long line, String what) {
        return new Problem("file", "Line " + line + " " + what);
    }

    private record Sorted(int sort, WordRow row) {
    }
}
