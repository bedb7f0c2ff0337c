package heed.directory.vocabulary;

import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as somebody typed it, right or wrong. */
record WordRowForm(Map<String, String> sent) {
    private static final Map<String, String> APPLIES = Map.of("any", "Anyone", "child", "Children", "adult", "Adults",
            "staff", "Staff", "place", "Places");

    WordRowForm {
        sent = Map.copyOf(sent);
    }

    static WordRowForm blank() {
        return new WordRowForm(Map.of("applies_to", "any", "status", "sourced", "source", "This council"));
    }

    static WordRowForm of(WordRow row, List<String> own) {
        var typed = new HashMap<>(Map.of("label", row.label(), "parent", row.parent(), "applies_to", row.appliesTo(),
                "source", row.source(), "status", row.status()));
        put(typed, "valid_from", row.validFrom());
        put(typed, "valid_to", row.validTo());
        for (int i = 0; i < own.size(); i++)
            typed.put("own-" + own.get(i), row.more().get(i));
        return new WordRowForm(typed);
    }

    private static void put(Map<String, String> typed, String name, @Nullable LocalDate day) {
        if (day != null) {
            typed.put(name + "-day", String.valueOf(day.getDayOfMonth()));
            typed.put(name + "-month", String.valueOf(day.getMonthValue()));
            typed.put(name + "-year", String.valueOf(day.getYear()));
        }
    }

    /** What cannot be read at all. */
    List<Problem> unread() {
        var found = new ArrayList<Problem>();
        for (var name : List.of("valid_from", "valid_to"))
            if (typed(name) && day(name) == null)
                found.add(new Problem(name + "-day", "Enter a real date, like 1 4 2026, or leave all three empty"));
        return found;
    }

    WordRow row(String code, List<String> own) {
        return new WordRow(code, get("label"), get("parent"), get("applies_to"), day("valid_from"), day("valid_to"),
                get("source"), get("status"), own.stream().map(o -> get("own-" + o)).toList());
    }

    /** The same problems, beside the boxes of this form. */
    static List<Problem> beside(List<Problem> problems, List<String> own) {
        return problems.stream().map(p -> p.field().startsWith("valid_") && !p.field().endsWith("-day")
                ? new Problem(p.field() + "-day", p.text())
                : own.contains(p.field()) ? new Problem("own-" + p.field(), p.text()) : p).toList();
    }

    List<Question> questions(WordList list, ListRules rules, @Nullable String code, List<Problem> problems) {
        var asked = new ArrayList<Question>();
        asked.add(new Question.Line(field("label", "What people read",
                code != null && rules.used().contains(code)
                        ? "This row is used in records: only its spelling can be corrected."
                        : null,
                problems)));
        if (code == null)
            asked.add(new Question.Line(field("code", "Code (optional)",
                    "Such as a ward’s E05 code. We make one if you leave it empty. It cannot be changed later.",
                    problems), "govuk-input--width-20", "", "off"));
        var parents = new ArrayList<Choice>();
        parents.add(Choice.of("", "Nothing: it stands for itself", get("parent").isEmpty()));
        rules.parents(code == null ? "" : code).forEach(
                p -> parents.add(Choice.of(p, list.label(p), p.equals(get("parent")))));
        if (parents.size() > 1)
            asked.add(new Question.Select(field("parent", "What it belongs under", null, problems), parents));
        asked.add(new Question.Select(field("applies_to", "Whom it applies to", null, problems),
                ListRules.APPLIES_TO.stream()
                        .map(a -> Choice.of(a, APPLIES.getOrDefault(a, a), a.equals(get("applies_to")))).toList()));
        asked.add(new Question.Day(date("valid_from", "First day it can be chosen (optional)", problems)));
        asked.add(new Question.Day(date("valid_to", "Last day it can be chosen (optional)", problems)
                .withHint("To end the row. Records that have it keep it, with what it is called.")));
        for (var own : rules.own())
            asked.add(new Question.Line(field("own-" + own, title(own) + " (optional)", null, problems)));
        asked.add(new Question.Line(field("source", "Where it is from (optional)", null, problems)));
        asked.add(new Question.Select(field("status", "Is it confirmed?", null, problems), List.of(
                Choice.of("sourced", "Yes: the source above names it", get("status").equals("sourced")),
                Choice.of(WordRow.CONFIRMED, "Yes: we use it as it is", get("status").equals(WordRow.CONFIRMED)),
                Choice.of(WordRow.UNCONFIRMED, "No: it is a suggestion", get("status").equals(WordRow.UNCONFIRMED)))));
        return asked;
    }

    /** A row read back, as somebody else left it. */
    static List<SummaryRow> shown(WordRow row, WordList list) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Now in the list", row.label()));
        if (!row.parent().isEmpty())
            rows.add(SummaryRow.of("Under", list.label(row.parent())));
        rows.add(SummaryRow.of("Applies to", applies(row.appliesTo())));
        var to = row.validTo();
        if (to != null)
            rows.add(SummaryRow.of("Last day", words(to)));
        return rows;
    }

    static String applies(String to) {
        return APPLIES.getOrDefault(to, to);
    }

    static String words(LocalDate day) {
        return day.format(java.time.format.DateTimeFormatter.ofPattern("d MMMM uuuu", java.util.Locale.UK));
    }

    /** A column's name in words. */
    static String title(String column) {
        var words = column.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
    }

    String get(String name) {
        return sent.getOrDefault(name, "").strip();
    }

    private boolean typed(String name) {
        return !(get(name + "-day") + get(name + "-month") + get(name + "-year")).isEmpty();
    }

    private @Nullable LocalDate day(String name) {
        try {
            return typed(name)
                    ? LocalDate.of(number(name + "-year"), number(name + "-month"), number(name + "-day"))
                    : null;
        } catch (NumberFormatException | DateTimeException notADate) {
            return null;
        }
    }

    private int number(String name) {
        int n = Integer.parseInt(get(name));
        if (name.endsWith("-year") && (n < 1900 || n > 2200))
            throw new DateTimeException("not a year anyone means");
        return n;
    }

    private DateField date(String name, String label, List<Problem> problems) {
        return DateField.of(name, label).withValue(get(name + "-day"), get(name + "-month"), get(name + "-year"))
                .withProblem(FormPage.problem(problems, name + "-day"));
    }

    private Field field(String name, String label, @Nullable String hint, List<Problem> problems) {
        return new Field(name, label, hint, get(name), FormPage.problem(problems, name));
    }
}
