package heed.assurance.plan;

import java.time.LocalDate;
import java.time.Month;

/**
 * The year a plan is for, both days in it.
 *
 * @param from its first day
 * @param to   its last day
 */
public record PlanYear(LocalDate from, LocalDate to) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException where it ends before it begins
     */
    public PlanYear {
        if (to.isBefore(from))
            throw new IllegalArgumentException("a year ends after it begins");
    }

    /** The financial year that begins on 1 April of a year. */
    public static PlanYear financial(int year) {
        return new PlanYear(LocalDate.of(year, Month.APRIL, 1), LocalDate.of(year + 1, Month.MARCH, 31));
    }

    /** The year after this one. */
    public PlanYear next() {
        var first = to.plusDays(1);
        return new PlanYear(first, first.plusYears(1).minusDays(1));
    }

    /** As people say it: 2021/22 for a financial year, 2021 for a calendar year, else both days. */
    public String words() {
        if (equals(financial(from.getYear())))
            return from.getYear() + "/" + "%02d".formatted(to.getYear() % 100);
        if (from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1)))
            return String.valueOf(from.getYear());
        return PlanDays.words(from) + " to " + PlanDays.words(to);
    }
}
