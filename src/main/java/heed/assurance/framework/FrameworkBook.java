package heed.assurance.framework;

import heed.platform.export.Cell;
import heed.platform.export.ExcelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Documents as a workbook: a sheet "about" of names and values, and a sheet for each list, a line for each of its parts with
 * a column for each of their names. A cell holds text as it is, a number as a number, and what is neither (yes or no, lists
 * within a cell, nothing on purpose) as YAML writes it: {@code true}, {@code [evidence]}, {@code null}, {@code ""}.
 */
final class FrameworkBook {
    /** The most lines of a sheet. */
    static final int MOST_LINES = 5_000;
    private static final String ABOUT = "about";
    /** The heading of a sheet whose lines are texts and not parts with names. */
    private static final String EACH = "each";
    private static final int SHORT = 200;
    private static final int MOST_SHEETS = 60;

    private FrameworkBook() {
    }

    static byte[] written(Tree tree) {
        var about = new ArrayList<List<Cell>>();
        about.add(List.of(Cell.text("name"), Cell.text("value")));
        var lists = new LinkedHashMap<String, List<?>>();
        gather("", tree.values(), about, lists);
        var sheets = new ArrayList<ExcelFile.Sheet>();
        sheets.add(new ExcelFile.Sheet(ABOUT, about));
        lists.forEach((path, list) -> sheets.add(new ExcelFile.Sheet(path, lines(list))));
        return ExcelFile.written(sheets);
    }

    private static void gather(String around, Map<String, @Nullable Object> values, List<List<Cell>> about,
            Map<String, List<?>> lists) {
        values.forEach((name, value) -> {
            var path = around.isEmpty() ? name : around + "." + name;
            if (value instanceof Map<?, ?> && !Tree.of(value).values().isEmpty() && fits(value))
                gather(path, Tree.of(value).values(), about, lists);
            else if (value instanceof List<?> list && inLines(list) && path.length() <= 31)
                lists.put(path, list);
            else
                about.add(List.of(Cell.text(path), cell(value)));
        });
    }

    /** Names with a dot in them would not be told from names under names. */
    private static boolean fits(Object value) {
        return Tree.of(value).values().keySet().stream().noneMatch(name -> name.contains("."));
    }

    private static boolean inLines(List<?> list) {
        if (list.isEmpty())
            return false;
        if (list.stream().allMatch(each -> each instanceof Map<?, ?> map && !map.isEmpty() && !map.containsKey(EACH)))
            return true;
        return list.stream().allMatch(String.class::isInstance) && YamlText.cell(list).length() > SHORT;
    }

    private static List<List<Cell>> lines(List<?> list) {
        var lines = new ArrayList<List<Cell>>();
        if (list.getFirst() instanceof String) {
            lines.add(List.of(Cell.text(EACH)));
            list.forEach(each -> lines.add(List.of(cell(each))));
            return lines;
        }
        var names = new LinkedHashSet<String>();
        list.forEach(each -> names.addAll(Tree.of(each).values().keySet()));
        lines.add(names.stream().map(Cell::text).toList());
        for (var each : list) {
            var values = Tree.of(each).values();
            lines.add(names.stream().map(name -> values.containsKey(name) ? cell(values.get(name)) : Cell.EMPTY)
                    .toList());
        }
        return lines;
    }

    private static Cell cell(@Nullable Object value) {
        if (value instanceof Number number)
            return Cell.number(new BigDecimal(number.toString()));
        if (value instanceof String text && !mistakable(text))
            return Cell.text(text);
        return Cell.text(value instanceof String text ? quoted(text) : YamlText.cell(value));
    }

    /** Whether text would be read as something else than itself. */
    private static boolean mistakable(String text) {
        return text.isEmpty() || !text.strip().equals(text) || "[{\"'".indexOf(text.charAt(0)) >= 0
                || List.of("true", "false", "null").contains(text);
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append((char) c);
            }
        });
        return out.append('"').toString();
    }

    static Loaded read(byte[] bytes) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
            var sheets = book.getSheets().limit(MOST_SHEETS + 1L).toList();
            if (sheets.size() > MOST_SHEETS)
                return Loaded.unreadable("", "Use " + MOST_SHEETS + " sheets or fewer");
            return new Reading().of(sheets);
        } catch (IOException | ExcelReaderException e) {
            return Loaded.unreadable("", "This workbook cannot be read: save it again as .xlsx, without a password");
        }
    }

    /** One workbook being read. */
    private static final class Reading {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
        private final Map<String, String> places = new HashMap<>();
        private final List<FrameworkFault> faults = new ArrayList<>();

        Loaded of(List<Sheet> sheets) throws IOException {
            var about = sheets.stream().filter(s -> name(s).equals(ABOUT)).findFirst();
            if (about.isEmpty())
                return Loaded.unreadable("", "Add the sheet “about”, with the columns name and value");
            about(about.get());
            for (var sheet : sheets)
                if (!name(sheet).equals(ABOUT))
                    list(sheet);
            return new Loaded(new Tree(values), places, faults);
        }

        private static String name(Sheet sheet) {
            return sheet.getName().strip();
        }

        private static List<Row> rows(Sheet sheet) throws IOException {
            try (Stream<Row> rows = sheet.openStream()) {
                return rows.limit(MOST_LINES + 2L).filter(row -> row.stream().anyMatch(c -> c != null && said(c)))
                        .toList();
            }
        }

        private static boolean said(org.dhatim.fastexcel.reader.Cell cell) {
            return cell.getType() != CellType.EMPTY
                    && !(cell.getType() == CellType.STRING && cell.asString().isBlank());
        }

        private void about(Sheet sheet) throws IOException {
            for (var row : rows(sheet)) {
                var name = text(row, 0);
                if (row.getRowNum() == 1 && name.toLowerCase(Locale.ROOT).equals("name"))
                    continue;
                var place = "Sheet about, row " + row.getRowNum();
                if (!name.matches("[A-Za-z0-9_-]{1,60}(\\.[A-Za-z0-9_-]{1,60}){0,5}"))
                    faults.add(new FrameworkFault(place,
                            "Use letters, digits, hyphens and underscores for a name"));
                else if (row.getOptionalCell(1).filter(Reading::said).isPresent())
                    put(name, value(row, 1, place), place);
            }
        }

        private void list(Sheet sheet) throws IOException {
            var path = name(sheet);
            var rows = rows(sheet);
            if (rows.isEmpty())
                return;
            if (rows.size() > MOST_LINES) {
                faults.add(new FrameworkFault("Sheet " + path, "Use " + MOST_LINES + " rows or fewer"));
                return;
            }
            var head = rows.getFirst();
            var columns = new LinkedHashMap<Integer, String>();
            for (int at = 0; at < Math.min(head.getCellCount(), 100); at++) {
                var name = text(head, at);
                if (!name.isEmpty() && (!name.matches("[A-Za-z0-9_-]{1,60}") || columns.containsValue(name)))
                    faults.add(new FrameworkFault("Sheet " + path + ", column " + name,
                            "Use every column once, with letters, digits, hyphens and underscores"));
                else if (!name.isEmpty())
                    columns.put(at, name);
            }
            var list = new ArrayList<@Nullable Object>();
            for (var row : rows.subList(1, rows.size())) {
                var at = path + "[" + list.size() + "]";
                var place = "Sheet " + path + ", row " + row.getRowNum();
                places.put(at, place);
                if (columns.values().stream().toList().equals(List.of(EACH))) {
                    list.add(value(row, 0, place));
                    continue;
                }
                var part = new LinkedHashMap<String, @Nullable Object>();
                columns.forEach((column, name) -> {
                    if (row.getOptionalCell(column).filter(Reading::said).isPresent()) {
                        var where = place + ", column " + name;
                        part.put(name, value(row, column, where));
                        places.put(at + "." + name, where);
                    }
                });
                list.add(java.util.Collections.unmodifiableMap(part));
            }
            put(path, java.util.Collections.unmodifiableList(list), "Sheet " + path);
        }

        @SuppressWarnings("unchecked")
        private void put(String path, @Nullable Object value, String place) {
            var into = values;
            var names = path.split("\\.", -1);
            for (int n = 0; n < names.length - 1; n++) {
                var under = into.computeIfAbsent(names[n], key -> new LinkedHashMap<String, @Nullable Object>());
                if (!(under instanceof LinkedHashMap<?, ?> map)) {
                    faults.add(
                            new FrameworkFault(place, "“" + path + "” stands under a name that has a value already"));
                    return;
                }
                into = (Map<String, @Nullable Object>) map;
            }
            if (into.containsKey(names[names.length - 1]))
                faults.add(new FrameworkFault(place, "“" + path + "” is here twice: leave one"));
            into.put(names[names.length - 1], value);
            places.put(path, place);
        }

        private static String text(Row row, int column) {
            return row.getOptionalCell(column).filter(c -> c.getType() == CellType.STRING)
                    .map(c -> c.asString().strip()).orElse("");
        }

        private @Nullable Object value(Row row, int column, String place) {
            var cell = row.getOptionalCell(column).orElse(null);
            if (cell == null)
                return null;
            return switch (cell.getType()) {
                case NUMBER -> number(cell.asNumber());
                case BOOLEAN -> cell.asBoolean();
                case STRING -> text(cell.asString(), place);
                default -> {
                    faults.add(new FrameworkFault(place, "Write a value: a formula or an error is not read"));
                    yield null;
                }
            };
        }

        private @Nullable Object text(String text, String place) {
            if (text.isEmpty() || !mistakable(text))
                return text;
            if (!text.strip().equals(text) && "[{\"'".indexOf(text.strip().charAt(0)) < 0)
                return text.strip();
            try {
                return YamlText.value(text);
            } catch (YAMLException e) {
                faults.add(new FrameworkFault(place,
                        "Close the bracket or quote, or put text that begins with one in quotes"));
                return null;
            }
        }

        private static Object number(BigDecimal number) {
            return number.scale() <= 0 && number.precision() < 18
                    ? YamlText.whole(number.longValueExact())
                    : YamlText.decimal(number);
        }
    }
}
