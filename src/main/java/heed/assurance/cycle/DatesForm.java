package heed.assurance.cycle;

import heed.platform.web.DateField;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cycle's dates as they are typed.
 *
 * @param fields   what was typed, by name
 * @param dates    the dates; null where something is wrong
 * @param problems what to put right
 */
record DatesForm(Map<String, DateField> fields, Cycle.@Nullable Dates dates, List<Problem> problems) {
    private static final List<String> NEEDED = List.of("window-from", "window-until", "opens", "returns");
    private static final List<String> LATER = List.of("peer", "moderation", "publish");
    private static final Map<String, String> LABELS = Map.of("window-from", "Evidence is about: first day",
            "window-until", "Evidence is about: last day", "opens", "Returns begin on", "returns",
            "Last day for returns", "peer", "Last day for peer review (optional)", "moderation",
            "The panel meets on (optional)", "publish", "Published by (optional)");

    static DatesForm empty() {
        var fields = new LinkedHashMap<String, DateField>();
        Stream.concat(NEEDED.stream(), LATER.stream()).forEach(name -> fields.put(name, field(name)));
        return new DatesForm(fields, null, List.of());
    }

    private static DateField field(String name) {
        var field = DateField.of(name, LABELS.getOrDefault(name, name));
        return name.equals("window-from") ? field.withHint("For example, 1 4 2025") : field;
    }

    static DatesForm of(Cycle.Dates dates) {
        var form = empty();
        var days = new LinkedHashMap<String, @Nullable LocalDate>();
        days.put("window-from", dates.windowFrom());
        days.put("window-until", dates.windowUntil());
        days.put("opens", dates.opensOn());
        days.put("returns", dates.returnsBy());
        days.put("peer", dates.peerBy());
        days.put("moderation", dates.moderationOn());
        days.put("publish", dates.publishBy());
        days.forEach((name, day) -> {
            if (day != null)
                form.fields().computeIfPresent(name, (key, field) -> field.withValue(
                        String.valueOf(day.getDayOfMonth()), String.valueOf(day.getMonthValue()),
                        String.valueOf(day.getYear())));
        });
        return form;
    }

    static DatesForm typed(Map<String, String> sent) {
        var form = empty();
        form.fields().replaceAll((name, field) -> field.withValue(sent.get(name + "-day"), sent.get(name + "-month"),
                sent.get(name + "-year")));
        var wrong = new LinkedHashMap<String, String>();
        var days = new LinkedHashMap<String, @Nullable LocalDate>();
        form.fields().forEach((name, field) -> {
            var blank = (field.day() + field.month() + field.year()).isBlank();
            var day = day(field);
            days.put(name, day);
            if (day == null && !(blank && LATER.contains(name)))
                wrong.put(name, blank ? "Enter this date" : "Enter a date, such as 1 4 2026");
        });
        after(days, wrong, "window-until", "window-from", "The last day must not be before the first");
        after(days, wrong, "returns", "opens", "The last day must not be before returns begin");
        after(days, wrong, "peer", "returns", "Peer review ends after returns do");
        after(days, wrong, "moderation", "returns", "The panel meets after returns are in");
        after(days, wrong, "publish", "returns", "It is published after returns are in");
        if (wrong.isEmpty())
            return new DatesForm(form.fields(), new Cycle.Dates(need(days, "window-from"), need(days, "window-until"),
                    need(days, "opens"), need(days, "returns"), days.get("peer"), days.get("moderation"),
                    days.get("publish")), List.of());
        var problems = new ArrayList<Problem>();
        form.fields().replaceAll((name, field) -> {
            var words = wrong.get(name);
            if (words != null)
                problems.add(new Problem(name + "-day", words.equals("Enter this date")
                        ? "Enter a date under “" + field.label() + "”"
                        : words));
            return field.withProblem(words);
        });
        return new DatesForm(form.fields(), null, List.copyOf(problems));
    }

    /** The same with something wrong that the days themselves do not show. */
    DatesForm wrong(String name, String words) {
        var told = new LinkedHashMap<>(fields);
        told.computeIfPresent(name, (key, field) -> field.withProblem(words));
        return new DatesForm(told, null, List.of(new Problem(name + "-day", words)));
    }

    private static LocalDate need(Map<String, @Nullable LocalDate> days, String name) {
        return Objects.requireNonNull(days.get(name));
    }

    private static void after(Map<String, @Nullable LocalDate> days, Map<String, String> wrong, String later,
            String earlier, String words) {
        var from = days.get(earlier);
        var to = days.get(later);
        if (from != null && to != null && to.isBefore(from))
            wrong.putIfAbsent(later, words);
    }

    private static @Nullable LocalDate day(DateField field) {
        try {
            var day = LocalDate.of(Integer.parseInt(field.year().strip()), Integer.parseInt(field.month().strip()),
                    Integer.parseInt(field.day().strip()));
            return day.getYear() >= 2000 && day.getYear() <= 2100 ? day : null;
        } catch (NumberFormatException | DateTimeException notADate) {
            return null;
        }
    }

    List<Question> questions() {
        Function<String, Question> day = name -> new Question.Day(Objects.requireNonNull(fields.get(name)));
        var later = LATER.stream().map(day).toList();
        boolean open = LATER.stream().map(fields::get).filter(Objects::nonNull)
                .anyMatch(f -> !(f.day() + f.month() + f.year()).isBlank());
        return Stream.concat(NEEDED.stream().map(day),
                Stream.of((Question) new Question.More("Later stages", later, open))).toList();
    }
}
