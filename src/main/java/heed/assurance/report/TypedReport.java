package heed.assurance.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what was typed into the boxes of a report. What is wrong in a box counts as not there: {@link Missing} says so. */
final class TypedReport {
    private TypedReport() {
    }

    /**
     * The text of a report.
     *
     * @param typed    what is in each box, by part
     * @param sections titles of the edition's sections, in order
     */
    static ReportText text(Map<String, Map<String, String>> typed, List<String> sections) {
        var header = boxes(typed, WrittenPart.HEADER);
        var parts = new EnumMap<ReportPart, String>(ReportPart.class);
        for (var part : ReportPart.values())
            parts.put(part, get(boxes(typed, part.name()), WrittenPart.TEXT));
        var achievements = new LinkedHashMap<String, String>();
        for (int i = 0; i < sections.size(); i++)
            if (!sections.get(i).isEmpty())
                achievements.put(sections.get(i), get(boxes(typed, WrittenPart.section(i)), WrittenPart.TEXT));
        var author = boxes(typed, WrittenPart.AUTHOR);
        return new ReportText(
                new ReportText.Header(get(header, "to"), day(header, "date"), get(header, "from"),
                        get(header, "title"), get(header, "purpose"), get(header, "keyDecision"),
                        get(header, "member"), get(header, "priority"), get(header, "policy")),
                recommendations(get(boxes(typed, WrittenPart.RECOMMENDATIONS), WrittenPart.TEXT)), parts, achievements,
                clearance(boxes(typed, ReportPart.FINANCE.name())), clearance(boxes(typed, ReportPart.LEGAL.name())),
                new ReportText.Author(get(author, "name"), get(author, "post"), get(author, "service"),
                        get(author, "telephone"), get(author, "email")),
                appendices(boxes(typed, WrittenPart.APPENDICES)));
    }

    /** One on each line; a number or a mark that somebody typed before it goes, as they are numbered when printed. */
    static List<String> recommendations(String text) {
        return text.lines().map(String::strip).map(l -> l.replaceFirst("^(?:\\(?\\d{1,2}[.)]|[-•*])\\s+", ""))
                .filter(l -> !l.isBlank()).toList();
    }

    private static List<ReportText.Appendix> appendices(Map<String, String> boxes) {
        var all = new ArrayList<ReportText.Appendix>();
        for (int i = 1; i <= WrittenPart.MOST_APPENDICES; i++) {
            var title = get(boxes, "title-" + i);
            var text = get(boxes, "text-" + i);
            if (!title.isEmpty() || !text.isEmpty())
                all.add(new ReportText.Appendix(title, text));
        }
        return all;
    }

    private static ReportText.Clearance clearance(Map<String, String> boxes) {
        return new ReportText.Clearance(get(boxes, "name"), day(boxes, "date"));
    }

    private static Map<String, String> boxes(Map<String, Map<String, String>> typed, String part) {
        return typed.getOrDefault(part, Map.of());
    }

    private static String get(Map<String, String> boxes, String name) {
        return boxes.getOrDefault(name, "").strip();
    }

    /** A day from its three boxes; null where they hold none. */
    static @Nullable LocalDate day(Map<String, String> boxes, String name) {
        try {
            var day = LocalDate.of(Integer.parseInt(get(boxes, name + "-year")),
                    Integer.parseInt(get(boxes, name + "-month")), Integer.parseInt(get(boxes, name + "-day")));
            return day.getYear() >= 1990 && day.getYear() <= 2100 ? day : null;
        } catch (NumberFormatException | DateTimeException notADay) {
            return null;
        }
    }

    /** Whether any of a day's boxes has something in it. */
    static boolean begun(Map<String, String> boxes, String name) {
        return !(get(boxes, name + "-day") + get(boxes, name + "-month") + get(boxes, name + "-year")).isEmpty();
    }
}
