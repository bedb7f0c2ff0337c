package heed.platform.export;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as CSV that any spreadsheet reads as text and numbers: UTF-8 with a byte order mark, CRLF, and an apostrophe
 * before text that could be a formula, which reading takes off again. (OWASP: CSV injection.)
 */
public final class CsvFile {
    private static final String MARK = "\uFEFF";
    /** What a spreadsheet would take for a formula, after any number of our own apostrophes. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvFile() {
    }

    /** Writes lines. */
    public static byte[] written(List<List<Cell>> lines) {
        var text = new StringWriter();
        text.write(MARK);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            for (var line : lines)
                csv.writeRecord(line.stream().map(CsvFile::escaped).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #written} wrote: the text of every cell, without our apostrophes. */
    public static List<List<String>> read(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        var lines = new ArrayList<List<String>>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().commentStrategy(CommentStrategy.NONE).skipEmptyLines(false)
                .allowMissingFields(true).allowExtraFields(true)
                .ofCsvRecord(text.startsWith(MARK) ? text.substring(1) : text)) {
            csv.forEach(line -> lines.add(line.getFields().stream().map(CsvFile::unescaped).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(lines);
    }

    private static String escaped(Cell cell) {
        return cell.number() == null && FORMULA.matcher(cell.text()).matches() ? "'" + cell.text() : cell.text();
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).matches() ? text.substring(1) : text;
    }
}
