package heed.access.staff;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A staff list as a CSV file: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252, which is what
 * Excel writes; divided by commas, semicolons or tabs. A cell is text and nothing else, whatever it begins with.
 */
final class StaffFile {
    /** As long a list as 20 of the largest districts have. */
    static final int MOST_ROWS = 10_000;
    /** In bytes. */
    static final int MOST_BYTES = 2_000_000;
    private static final int LONGEST = 200;
    private static final int MOST_FAULTS = 200;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";
    /** What a spreadsheet would take for a formula, after any number of our own apostrophes. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    /**
     * What was read.
     *
     * @param rows   people, in the file's order; empty where anything is wrong
     * @param faults what is wrong; empty where nothing is
     */
    record Read(List<StaffRow> rows, List<StaffFault> faults) {
    }

    private StaffFile() {
    }

    /** Reads a file. */
    static Read read(byte[] file) {
        if (file.length == 0)
            return wrong("The file is empty");
        if (file.length > MOST_BYTES)
            return wrong("The file is larger than 2 MB: is it the right one?");
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] < 8)
            return wrong("This is an Excel workbook: in Excel choose Save as, then CSV UTF-8, and send that file");
        var text = text(file);
        return text.isEmpty()
                ? wrong("Heed cannot read the letters in this file: in Excel choose Save as, then CSV UTF-8, and send that file")
                : read(text.get());
    }

    private static Optional<String> text(byte[] file) {
        int first = file[0] & 0xFF;
        int second = file.length > 1 ? file[1] & 0xFF : 0;
        var wide = first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF;
        return (wide
                ? decoded(file, StandardCharsets.UTF_16)
                : decoded(file, StandardCharsets.UTF_8).or(() -> decoded(file, WINDOWS)))
                .map(text -> text.startsWith(MARK) ? text.substring(1) : text)
                .filter(text -> text.indexOf('\0') < 0);
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Reads a text. */
    static Read read(String text) {
        var body = text.startsWith(MARK) ? text.substring(1) : text;
        int skipped = 0;
        char divider = divider(body);
        // Excel's own first line that says how the file is divided.
        if (body.regionMatches(true, 0, "sep=", 0, 4) && body.length() > 4) {
            divider = body.charAt(4);
            body = body.replaceFirst("^[^\\n]*\\n?", "");
            skipped = 1;
        }
        if (body.isBlank())
            return wrong("The file is empty");
        var faults = new ArrayList<StaffFault>();
        var rows = new ArrayList<StaffRow>();
        try (CsvReader<CsvRecord> lines = CsvReader.builder().fieldSeparator(divider)
                .commentStrategy(CommentStrategy.NONE).skipEmptyLines(true).allowMissingFields(true)
                .allowExtraFields(true).allowUnclosedQuote(false).ofCsvRecord(body)) {
            @Nullable
            Map<StaffColumn, Integer> columns = null;
            for (var line : lines) {
                long number = line.getStartingLineNumber() + skipped;
                if (columns == null) {
                    columns = columns(line, number, faults);
                    if (!faults.isEmpty())
                        break;
                } else if (line.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                    row(line, number, columns, rows, faults);
                if (rows.size() > MOST_ROWS)
                    return wrong("The file has more than 10,000 people: send it in parts, or is it the right one?");
                if (faults.size() >= MOST_FAULTS)
                    break;
            }
        } catch (CsvParseException e) {
            return wrong("Heed cannot tell the cells of this file apart: a quotation mark may be missing somewhere");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (faults.isEmpty() && rows.isEmpty())
            return wrong("The file has a heading and nobody under it");
        return faults.isEmpty() ? new Read(List.copyOf(rows), List.of()) : new Read(List.of(), List.copyOf(faults));
    }

    private static Read wrong(String words) {
        return new Read(List.of(), List.of(new StaffFault(0, "", words)));
    }

    /** Whatever stands most often in the heading. */
    private static char divider(String text) {
        var heading = text.lines().findFirst().orElse("");
        char best = ',';
        for (char each : new char[]{';', '\t'})
            if (count(heading, each) > count(heading, best))
                best = each;
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Map<StaffColumn, Integer> columns(CsvRecord heading, long line, List<StaffFault> faults) {
        var columns = new EnumMap<StaffColumn, Integer>(StaffColumn.class);
        for (int i = 0; i < heading.getFieldCount(); i++) {
            var typed = heading.getField(i).strip();
            if (typed.isEmpty())
                continue;
            var column = StaffColumn.called(typed);
            if (column.isEmpty())
                faults.add(new StaffFault(line, letter(i),
                        "Heed does not know the column in this place: take it out, or call it "
                                + words(EnumSet.allOf(StaffColumn.class))));
            else if (columns.putIfAbsent(column.get(), i) != null)
                faults.add(new StaffFault(line, column.get().word(), "This column is there twice: keep one"));
        }
        var missing = EnumSet.allOf(StaffColumn.class);
        missing.removeIf(column -> !column.always() || columns.containsKey(column));
        if (!missing.isEmpty())
            faults.add(new StaffFault(line, "",
                    "The first line must name the columns, and it lacks " + words(missing)));
        return columns;
    }

    private static String words(EnumSet<StaffColumn> columns) {
        return columns.stream().map(StaffColumn::word).collect(Collectors.joining(", "));
    }

    /** As a spreadsheet calls its columns. */
    private static String letter(int index) {
        return index < 26 ? "column " + (char) ('A' + index) : "column " + (index + 1);
    }

    private static void row(CsvRecord line, long number, Map<StaffColumn, Integer> columns, List<StaffRow> rows,
            List<StaffFault> faults) {
        var cells = new EnumMap<StaffColumn, String>(StaffColumn.class);
        columns.forEach((column, place) -> {
            var cell = place < line.getFieldCount() ? unescaped(line.getField(place).strip()) : "";
            cells.put(column, cell);
            if (cell.length() > LONGEST || cell.lines().count() > 1)
                faults.add(new StaffFault(number, column.word(), "Use one line of 200 characters or fewer"));
        });
        int last = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int i = last + 1; i < line.getFieldCount(); i++)
            if (!line.getField(i).isBlank()) {
                faults.add(new StaffFault(number, "", "This line has more cells than there are columns"));
                break;
            }
        rows.add(new StaffRow(number, cell(cells, StaffColumn.NAME), cell(cells, StaffColumn.MAIL),
                cell(cells, StaffColumn.SERVICE), cell(cells, StaffColumn.MANAGER), cell(cells, StaffColumn.POST),
                cell(cells, StaffColumn.COUNCIL)));
    }

    private static String cell(Map<StaffColumn, String> cells, StaffColumn column) {
        return cells.getOrDefault(column, "");
    }

    /**
     * Writes lines so that any spreadsheet reads them as text: UTF-8 with a byte order mark, and an apostrophe before
     * what could be a formula, which reading takes off again.
     */
    static byte[] written(List<List<String>> lines) {
        var text = new StringWriter();
        text.write(MARK);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            for (var line : lines)
                csv.writeRecord(line.stream().map(StaffFile::escaped).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String unescaped(String cell) {
        return ESCAPED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
