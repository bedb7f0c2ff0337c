package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, in the order it was: a table for people and a file for programs. */
final class Report {
    /** Whether a figure should be at least or at most its aim. */
    enum Aim {
        AT_LEAST("≥"), AT_MOST("≤");

        private final String sign;

        Aim(String sign) {
            this.sign = sign;
        }
    }

    /**
     * One figure.
     *
     * @param what what was measured
     * @param size how many concerns were there; 0 where that plays no part
     * @param unit what it is counted in; "×" for a ratio
     * @param met  whether it reached its aim; null without one
     */
    record Line(String what, long size, double value, String unit, @Nullable String aim, @Nullable Boolean met,
            String how) {
    }

    private final List<Line> lines = new ArrayList<>();

    /** A figure without an aim. */
    void add(String what, long size, double value, String unit, String how) {
        line(new Line(what, size, value, unit, null, null, how));
    }

    /** A figure with one. */
    void add(String what, long size, double value, String unit, Aim aim, double wanted, String how) {
        line(new Line(what, size, value, unit, aim.sign + " " + number(wanted),
                aim == Aim.AT_LEAST ? value >= wanted : value <= wanted, how));
    }

    private void line(Line line) {
        lines.add(line);
        System.out.println(text(line));
    }

    /** Writes the file and prints the table. */
    void finish(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now().toString());
        all.put("java", System.getProperty("java.vm.version"));
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("lines", lines);
        Files.writeString(file, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        System.out.println();
        System.out.printf("%-62s %9s %12s %-6s %-8s %s%n", "what", "concerns", "value", "", "aim", "");
        lines.forEach(line -> System.out.println(text(line)));
        System.out.println("Written to " + Path.of("").toAbsolutePath().relativize(file.toAbsolutePath()));
    }

    private static String text(Line line) {
        return "%-62s %9s %12s %-6s %-8s %s".formatted(line.what, line.size == 0 ? "" : "%,d".formatted(line.size),
                number(line.value), line.unit, line.aim == null ? "" : line.aim,
                line.met == null ? "" : line.met ? "met" : "SHORT").stripTrailing();
    }

    private static String number(double value) {
        return value >= 100 ? "%,.0f".formatted(value) : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.3f", value);
    }
}
