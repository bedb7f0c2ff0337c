package heed.insight.report;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import heed.platform.measure.Measure;
import heed.platform.measure.Measures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dated totals as a CSV file: UTF-8, or Windows-1252, which is what Excel writes; divided by commas, semicolons or tabs. */
final class TotalsFile {
    static final List<String> COLUMNS = List.of("from", "to", "measure", "split", "value", "number", "source");
    /** Ten years of quarters, parted every way there is. */
    static final int MOST_ROWS = 5_000;
    /** In bytes. */
    static final int MOST_BYTES = 1_000_000;
    private static final int MOST_FAULTS = 100;
    private static final int LONGEST = 100;
    private static final String MARK = "\uFEFF";
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Measures measures;
    private final LocalDate today;
    private final List<Total> already;
    private final List<TotalFault> faults = new ArrayList<>();
    private final List<Total> totals = new ArrayList<>();

    private TotalsFile(Measures measures, LocalDate today, List<Total> already) {
        this.measures = measures;
        this.today = today;
        this.already = already;
    }

    /**
     * What was read.
     *
     * @param totals in the file's order; empty where anything is wrong
     * @param faults what is wrong; empty where nothing is
     */
    record Read(List<Total> totals, List<TotalFault> faults) {
    }

    /**
     * Reads a file.
     *
     * @param already what was loaded before and not taken back
     */
    static Read read(byte[] file, Measures measures, LocalDate today, List<Total> already) {
        if (file.length > MOST_BYTES)
            return wrong("The file is larger than 1 MB: is it the right one?");
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K')
            return wrong("This is an Excel workbook: in Excel choose Save as, then CSV UTF-8, and send that file");
        var text = decoded(file, StandardCharsets.UTF_8).or(() -> decoded(file, Charset.forName("windows-1252")))
                .map(t -> t.startsWith(MARK) ? t.substring(1) : t).filter(t -> t.indexOf('\0') < 0);
        if (text.isEmpty())
            return wrong("Heed cannot read the letters in this file: in Excel choose Save as, then CSV UTF-8");
        if (text.get().isBlank())
            return wrong("The file is empty");
        return new TotalsFile(measures, today, already).read(text.get());
    }

    private static Read wrong(String words) {
        return new Read(List.of(), List.of(new TotalFault(0, "", words)));
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private Read read(String text) {
        var heading = text.lines().findFirst().orElse("");
        char divider = Stream.of(',', ';', '\t')
                .max(java.util.Comparator.comparingLong(c -> heading.chars().filter(h -> h == c).count())).orElse(',');
        try (CsvReader<CsvRecord> lines = CsvReader.builder().fieldSeparator(divider)
                .commentStrategy(CommentStrategy.NONE).skipEmptyLines(true).allowMissingFields(true)
                .allowExtraFields(true).ofCsvRecord(text)) {
            List<String> columns = null;
            for (var line : lines) {
                if (columns == null) {
                    columns = line.getFields().stream().map(f -> f.strip().toLowerCase(Locale.UK)).toList();
                    if (!columns.containsAll(COLUMNS) || columns.size() != COLUMNS.size())
                        return new Read(List.of(), List.of(new TotalFault(line.getStartingLineNumber(), "",
                                "The first line must name these columns, each once: " + String.join(", ", COLUMNS))));
                } else if (line.getFields().stream().anyMatch(f -> !f.isBlank()))
                    row(line, columns);
                if (faults.size() >= MOST_FAULTS || totals.size() > MOST_ROWS)
                    break;
            }
        } catch (CsvParseException e) {
            return wrong("Heed cannot tell the cells of this file apart: a quotation mark may be missing somewhere");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (totals.size() > MOST_ROWS)
            return wrong("The file has more than 5,000 lines: send it in parts");
        if (faults.isEmpty() && totals.isEmpty())
            return wrong("The file has a heading and nothing under it");
        return faults.isEmpty() ? new Read(List.copyOf(totals), List.of()) : new Read(List.of(), List.copyOf(faults));
    }

    private void row(CsvRecord line, List<String> columns) {
        long at = line.getStartingLineNumber();
        int before = faults.size();
        if (line.getFieldCount() > columns.size())
            faults.add(new TotalFault(at, "", "This line has more cells than there are columns"));
        var from = day(at, "from", cell(line, columns, "from"));
        var to = day(at, "to", cell(line, columns, "to"));
        if (from != null && to != null && to.isBefore(from))
            faults.add(new TotalFault(at, "to", "The last day comes before the first"));
        if (to != null && !to.isBefore(today))
            faults.add(new TotalFault(at, "to", "A total is of days that are over"));
        var measure = measure(at, cell(line, columns, "measure"));
        var split = split(at, measure, cell(line, columns, "split"));
        var value = cell(line, columns, "value");
        if (split.isEmpty() != value.isEmpty())
            faults.add(new TotalFault(at, value.isEmpty() ? "value" : "split",
                    "Fill in both split and value, or neither for the whole"));
        long number = number(at, cell(line, columns, "number"));
        var source = cell(line, columns, "source");
        if (source.isEmpty() || source.length() > LONGEST || value.length() > LONGEST)
            faults.add(new TotalFault(at, source.isEmpty() || source.length() > LONGEST ? "source" : "value",
                    source.isEmpty() ? "Say where the number is from" : "Use 100 characters or fewer"));
        if (faults.size() > before || from == null || to == null || measure == null)
            return;
        var total = new Total(at, from, to, measure.definition().code(), split, value, number, source);
        totals.stream().filter(total::same).findFirst().ifPresent(other -> faults
                .add(new TotalFault(at, "", "The same total stands in line " + other.line() + " already")));
        if (already.stream().anyMatch(total::same))
            faults.add(new TotalFault(at, "", "This total was loaded before: take that load back first"));
        totals.add(total);
    }

    private static String cell(CsvRecord line, List<String> columns, String name) {
        int place = columns.indexOf(name);
        return place < line.getFieldCount() ? line.getField(place).strip() : "";
    }

    private @Nullable LocalDate day(long line, String column, String typed) {
        try {
            var day = typed.contains("/") ? LocalDate.parse(typed, ENGLISH) : LocalDate.parse(typed);
            if (!day.isBefore(EARLIEST))
                return day;
        } catch (DateTimeException e) {
            // Said below.
        }
        faults.add(new TotalFault(line, column, "Enter a day from 2000 on, such as 1/4/2025 or 2025-04-01"));
        return null;
    }

    private @Nullable Measure measure(long line, String typed) {
        var found = measures.all().stream().filter(m -> m.definition().unit().counts())
                .filter(m -> m.definition().code().equalsIgnoreCase(typed)
                        || m.definition().title().equalsIgnoreCase(typed))
                .findFirst();
        if (found.isEmpty())
            faults.add(new TotalFault(line, "measure",
                    "Heed knows no number by this name: use one of those listed below"));
        return found.orElse(null);
    }

    private String split(long line, @Nullable Measure measure, String typed) {
        if (typed.isEmpty() || measure == null)
            return typed;
        var found = measure.splits().stream()
                .filter(s -> s.code().equalsIgnoreCase(typed) || s.words().equalsIgnoreCase(typed)).findFirst();
        if (found.isEmpty())
            faults.add(new TotalFault(line, "split", "This number is not split that way in Heed"));
        return found.map(heed.platform.measure.Split::code).orElse(typed);
    }

    private long number(long line, String typed) {
        var digits = typed.replace(",", "");
        if (digits.matches("\\d{1,9}"))
            return Long.parseLong(digits);
        faults.add(new TotalFault(line, "number", "Enter a whole number, 0 or more"));
        return 0;
    }
}
