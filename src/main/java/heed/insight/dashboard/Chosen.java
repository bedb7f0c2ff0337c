package heed.insight.dashboard;

import heed.platform.measure.Period;
import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The period that somebody chose: a quarter, a financial year, twelve months, or days of their own.
 *
 * @param period   it, or this quarter where what was typed is no period
 * @param own      whether days of their own were asked for
 * @param problems what to put right
 */
record Chosen(Period period, boolean own, DateField from, DateField until, List<Problem> problems) {
    private static final int QUARTERS = 8;
    private static final long LONGEST_DAYS = 366 * 5;

    static Chosen of(Map<String, String> sent, LocalDate today) {
        var from = typed(DateField.of("from", "From"), sent);
        var until = typed(DateField.of("to", "To"), sent);
        var quarter = Period.quarter(today);
        var period = sent.getOrDefault("period", "");
        if (!period.equals("own"))
            return new Chosen(period(period, quarter), false, from, until, List.of());
        var problems = new ArrayList<Problem>();
        var first = day(from);
        var last = day(until);
        if (first == null)
            problems.add(new Problem("from-day", "Enter the first day as a date, such as 1 4 2026"));
        if (last == null)
            problems.add(new Problem("to-day", "Enter the last day as a date, such as 30 6 2026"));
        if (first != null && last != null && last.isBefore(first))
            problems.add(new Problem("to-day", "The last day must not be before the first"));
        if (first != null && last != null && last.toEpochDay() - first.toEpochDay() > LONGEST_DAYS)
            problems.add(new Problem("to-day", "Choose five years or fewer"));
        if (!problems.isEmpty() || first == null || last == null)
            return new Chosen(quarter, true, wrong(from, problems), wrong(until, problems), problems);
        return new Chosen(new Period(first, last.plusDays(1)), true, from, until, List.of());
    }

    /** What can be chosen without typing, the chosen one picked. */
    List<Choice> choices(LocalDate today) {
        var choices = new ArrayList<Choice>();
        var quarter = Period.quarter(today);
        for (int i = 0; i < QUARTERS; i++) {
            choices.add(choice(quarter, quarter.words() + (i == 0 ? " (this quarter)" : "")));
            quarter = quarter.before();
        }
        var year = Period.financialYear(today);
        for (int i = 0; i < 3; i++) {
            choices.add(choice(year, "Financial year " + year.from().getYear() + " to " + year.until().getYear()));
            year = year.before();
        }
        if (!own && choices.stream().noneMatch(Choice::picked))
            choices.addFirst(choice(period, period.words()));
        choices.add(Choice.of("own", "Other dates", own));
        return choices;
    }

    private Choice choice(Period each, String words) {
        return Choice.of(each.from() + "." + each.until(), words, !own && each.equals(period));
    }

    private static Period period(String sent, Period otherwise) {
        var parts = sent.split("\\.", -1);
        if (parts.length != 2)
            return otherwise;
        try {
            var period = new Period(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]));
            return fits(period.from()) && fits(period.until()) && period.days() <= LONGEST_DAYS ? period : otherwise;
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return otherwise;
        }
    }

    private static boolean fits(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() <= 2100;
    }

    private static DateField typed(DateField field, Map<String, String> sent) {
        return field.withValue(sent.get(field.name() + "-day"), sent.get(field.name() + "-month"),
                sent.get(field.name() + "-year"));
    }

    private static DateField wrong(DateField field, List<Problem> problems) {
        return field.withProblem(problems.stream().filter(p -> p.field().equals(field.name() + "-day"))
                .map(Problem::text).findFirst().orElse(null));
    }

    private static @Nullable LocalDate day(DateField field) {
        try {
            var day = LocalDate.of(Integer.parseInt(field.year().strip()), Integer.parseInt(field.month().strip()),
                    Integer.parseInt(field.day().strip()));
            return fits(day) ? day : null;
        } catch (NumberFormatException | DateTimeException notADate) {
            return null;
        }
    }
}
