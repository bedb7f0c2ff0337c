package heed.demo;

import heed.platform.web.LondonTime;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A part of the written year of assurance, read from {@code demo/assurance/} on the class path. What is dated there counts
 * from the day on which the demonstration begins: {@code {y-1}} is a year, the year of the last whole month being
 * {@code {y}}; {@code {m-3}} a month such as "March 2026"; {@code {d+20}} a day.
 */
final class DemoScript {
    private static final Pattern DATED = Pattern.compile("\\{([ymd])([+-]\\d{1,4})?\\}");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final String place;
    private final Map<String, Object> fields;

    /** Every scalar stays the text that was typed. */
    private static final class AsTyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none, on purpose
        }
    }

    private DemoScript(String place, Map<String, Object> fields) {
        this.place = place;
        this.fields = fields;
    }

    /** The day on which something began, in London. */
    static LocalDate day(Instant began) {
        return LocalDate.ofInstant(began, LondonTime.ZONE);
    }

    /** A file as it stands, with its days filled in. */
    static String filled(String file, LocalDate today) {
        return DATED.matcher(DemoWorld.text("assurance/" + file)).replaceAll(found -> {
            var by = found.group(2);
            long far = by == null ? 0 : Long.parseLong(by);
            return switch (found.group(1)) {
                case "y" -> String.valueOf(today.withDayOfMonth(1).minusDays(1).getYear() + far);
                case "m" -> YearMonth.from(today).plusMonths(far).format(MONTH);
                default -> today.plusDays(far).format(DAY);
            };
        });
    }

    /**
     * A file.
     *
     * @throws IllegalStateException where it has no names
     */
    static DemoScript read(String file, LocalDate today) {
        var dumper = new DumperOptions();
        var options = new LoaderOptions();
        Object root = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new AsTyped())
                .load(new StringReader(filled(file, today)));
        return of(file, root);
    }

    private static DemoScript of(String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map))
            throw new IllegalStateException(place + " has no names");
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((name, of) -> {
            if (of != null)
                fields.put(String.valueOf(name), of);
        });
        return new DemoScript(place, fields);
    }

    /** A text. @throws IllegalStateException where it is missing */
    String text(String name) {
        var found = fields.get(name);
        if (found == null)
            throw new IllegalStateException(place + " has no " + name);
        return found.toString().strip();
    }

    /** A text; null where there is none. */
    @Nullable
    String maybe(String name) {
        return has(name) ? text(name) : null;
    }

    /** A text; empty where there is none. */
    String or(String name) {
        return has(name) ? text(name) : "";
    }

    /** A whole number. @throws IllegalStateException where it is missing or is none */
    int number(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalStateException(place + ": " + name + " is no number", e);
        }
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** What stands under a name. @throws IllegalStateException where nothing does */
    DemoScript under(String name) {
        return of(place + ", " + name, fields.get(name));
    }

    /** Every name with what stands under it, in order. */
    Map<String, DemoScript> parts() {
        var parts = new LinkedHashMap<String, DemoScript>();
        fields.forEach((name, value) -> parts.put(name, of(place + ", " + name, value)));
        return parts;
    }

    /** The texts under every name, in order. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        fields.keySet().forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    /** The parts of a list; none where there is none. */
    List<DemoScript> each(String name) {
        var parts = new ArrayList<DemoScript>();
        if (fields.get(name) instanceof List<?> list)
            for (var one : list)
                parts.add(of(place + ", " + name, one));
        return List.copyOf(parts);
    }

    /** The texts of a list; none where there is none. */
    List<String> lines(String name) {
        var lines = new ArrayList<String>();
        if (fields.get(name) instanceof List<?> list)
            for (var one : list)
                lines.add(String.valueOf(one).strip());
        return List.copyOf(lines);
    }
}
