package heed.assurance.plan;

import heed.platform.web.DateField;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day as it was typed in three boxes.
 *
 * @param name what the three parameters begin with
 */
record DayTyped(String name, String day, String month, String year) {
    static DayTyped of(Map<String, String> sent, String name) {
        return new DayTyped(name, sent.getOrDefault(name + "-day", "").strip(),
                sent.getOrDefault(name + "-month", "").strip(), sent.getOrDefault(name + "-year", "").strip());
    }

    static DayTyped of(String name, @Nullable LocalDate day) {
        return day == null
                ? new DayTyped(name, "", "", "")
                : new DayTyped(name, "" + day.getDayOfMonth(), "" + day.getMonthValue(), "" + day.getYear());
    }

    /**
     * Checks a first and a last day, sent as "from" and "until"; the last may be missing.
     *
     * @param needed whether the first has to be there
     * @return the last day
     */
    static DayTyped period(Map<String, String> sent, List<Problem> problems, boolean needed) {
        var from = of(sent, "from");
        var until = of(sent, "until");
        from.check(problems, needed, "the first day");
        until.check(problems, false, "the last day");
        var first = from.read();
        var last = until.read();
        if (first != null && last != null && last.isBefore(first))
            problems.add(new Problem("until-day", "The last day must not be before the first"));
        return until;
    }

    /** Puts it where a form reads it from. */
    void into(Map<String, String> sent) {
        sent.put(name + "-day", day);
        sent.put(name + "-month", month);
        sent.put(name + "-year", year);
    }

    boolean blank() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** The day; null where it is none or nothing was typed. */
    @Nullable
    LocalDate read() {
        if (!day.matches("\\d{1,2}") || !month.matches("\\d{1,2}") || !year.matches("(19|20)\\d{2}"))
            return null;
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Adds what is wrong with it: not a day, or missing though it must be there. */
    void check(List<Problem> problems, boolean needed, String what) {
        if (blank() && needed)
            problems.add(new Problem(name + "-day", "Enter " + what));
        else if (!blank() && read() == null)
            problems.add(new Problem(name + "-day", "Enter a real date, such as 27 3 2026"));
    }

    Question question(String label, @Nullable String hint, List<Problem> problems) {
        return new Question.Day(DateField.of(name, label).withHint(hint).withValue(day, month, year)
                .withProblem(FormPage.problem(problems, name + "-day")));
    }
}
