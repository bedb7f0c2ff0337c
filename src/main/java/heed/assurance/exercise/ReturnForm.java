package heed.assurance.exercise;

import heed.assurance.evidence.Span;
import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form of a return, right or wrong, with what is wrong with it. */
public final class ReturnForm {
    /** The most characters of a text. */
    public static final int LONG = 5000;
    /** The most characters of a line. */
    public static final int SHORT = 300;

    private final Map<String, String> sent;
    private final List<Problem> problems = new ArrayList<>();

    /** What was sent. */
    public ReturnForm(Map<String, String> sent) {
        this.sent = Map.copyOf(sent);
    }

    /** What was typed there, without space around it; empty for nothing. */
    public String get(String name) {
        return sent.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }

    /** Words that have to be there. */
    public String words(String name, String missing, int longest) {
        var words = get(name);
        if (words.isEmpty())
            wrong(name, missing);
        return atMost(name, words, longest);
    }

    /** Words that may be there. */
    public String maybe(String name, int longest) {
        return atMost(name, get(name), longest);
    }

    private String atMost(String name, String words, int longest) {
        if (words.length() > longest)
            wrong(name, "Use %,d characters or fewer".formatted(longest));
        return words;
    }

    /** One of these values. @return null where it is none of them */
    public @Nullable String one(String name, List<String> of, String missing) {
        var chosen = get(name);
        if (of.contains(chosen))
            return chosen;
        wrong(name, missing);
        return null;
    }

    /** Whether any of a day's boxes has something in it. */
    public boolean typed(String name) {
        return !(get(name + "-day") + get(name + "-month") + get(name + "-year")).isEmpty();
    }

    /** A day that has to be there. @return null where it is none */
    public @Nullable LocalDate day(String name) {
        try {
            var day = LocalDate.of(number(name + "-year"), number(name + "-month"), number(name + "-day"));
            if (day.getYear() >= 1990 && day.getYear() <= 2100)
                return day;
        } catch (NumberFormatException | DateTimeException notADay) {
            // Told below.
        }
        wrong(name + "-day", "Enter a real date, like 1 4 2026");
        return null;
    }

    private int number(String name) {
        return Integer.parseInt(get(name));
    }

    /** Two days from which to which, both or neither. @return null where neither was typed, or they are wrong */
    public @Nullable Span days(String from, String until) {
        if (!typed(from) && !typed(until))
            return null;
        var first = day(from);
        var last = typed(until) ? day(until) : first;
        if (first == null || last == null)
            return null;
        if (last.isBefore(first)) {
            wrong(until + "-day", "The last day is before the first");
            return null;
        }
        return new Span(first, last);
    }

    /** Says what is wrong with a field. */
    public void wrong(String field, String words) {
        problems.add(new Problem(field, words));
    }

    /** Whether nothing is wrong. */
    public boolean right() {
        return problems.isEmpty();
    }

    /** What is wrong. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** A question with what was typed in it. */
    public Field field(String name, String label, @Nullable String hint) {
        return new Field(name, label, hint, get(name), FormPage.problem(problems, name));
    }

    /** A day with what was typed in its boxes. */
    public DateField date(String name, String label, @Nullable String hint) {
        return DateField.of(name, label).withHint(hint)
                .withValue(get(name + "-day"), get(name + "-month"), get(name + "-year"))
                .withProblem(FormPage.problem(problems, name + "-day"));
    }

    /** An answer, picked where it was. */
    public Choice choice(String name, String value, String text, @Nullable String hint) {
        return new Choice(value, text, hint, get(name).equals(value));
    }

    /** A single line. */
    public Question line(String name, String label, @Nullable String hint) {
        return new Question.Line(field(name, label, hint));
    }

    /** Several lines. */
    public Question text(String name, String label, @Nullable String hint, int rows) {
        return new Question.Words(field(name, label, hint), rows);
    }

    /** The same with these values where nothing was typed yet. */
    public static ReturnForm begun(Map<String, String> values) {
        return new ReturnForm(values);
    }

    /** A day as its three boxes hold it. */
    public static Map<String, String> boxes(String name, @Nullable LocalDate day) {
        return day == null
                ? Map.of()
                : Map.of(name + "-day", Integer.toString(day.getDayOfMonth()), name + "-month",
                        Integer.toString(day.getMonthValue()), name + "-year", Integer.toString(day.getYear()));
    }

    /** Keeps what was typed out of logs. */
    @Override
    public String toString() {
        return "ReturnForm";
    }
}
