package heed.platform.measure;

import heed.platform.web.LondonTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Days of London.
 *
 * @param from  the first
 * @param until the day after the last
 */
public record Period(LocalDate from, LocalDate until) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /** Checks it. @throws IllegalArgumentException where it has no day */
    public Period {
        if (!from.isBefore(until))
            throw new IllegalArgumentException("a period has at least one day");
    }

    /** One month. */
    public static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** The quarter that holds this day: from the first of January, April, July or October. */
    public static Period quarter(LocalDate day) {
        var from = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
        return new Period(from, from.plusMonths(3));
    }

    /** The financial year that holds this day: from the first of April. */
    public static Period financialYear(LocalDate day) {
        var from = LocalDate.of(day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear(), Month.APRIL, 1);
        return new Period(from, from.plusYears(1));
    }

    /** The same days a year earlier. */
    public Period lastYear() {
        // A month's end stays one: the year to 29 February ends where March begins.
        return new Period(from.minusYears(1), until.minusYears(1));
    }

    /** The quarter before, or the year before, or as many days before. */
    public Period before() {
        if (isQuarter())
            return quarter(from.minusDays(1));
        if (isFinancialYear())
            return lastYear();
        return new Period(from.minusDays(days()), from);
    }

    /** How many days it has. */
    public long days() {
        return until.toEpochDay() - from.toEpochDay();
    }

    /** Whether it is a quarter. */
    public boolean isQuarter() {
        return equals(quarter(from));
    }

    /** Whether it is a financial year. */
    public boolean isFinancialYear() {
        return equals(financialYear(from));
    }

    /** When it begins. */
    public Instant start() {
        return from.atStartOfDay(LondonTime.ZONE).toInstant();
    }

    /** When it is over. */
    public Instant end() {
        return until.atStartOfDay(LondonTime.ZONE).toInstant();
    }

    /** The middle of it: noon of the middle day, or the midnight between the two in the middle. */
    public Instant middle() {
        return start().plusSeconds((end().getEpochSecond() - start().getEpochSecond()) / 2);
    }

    /** Its last day. */
    public LocalDate last() {
        return until.minusDays(1);
    }

    /** Every month that it touches, oldest first. */
    public List<YearMonth> months() {
        return Stream.iterate(YearMonth.from(from), m -> !m.isAfter(YearMonth.from(last())), m -> m.plusMonths(1))
                .toList();
    }

    /** In words: "April to June 2026" for whole months, and else "3 April to 5 May 2026". */
    public String words() {
        if (from.getDayOfMonth() == 1 && until.getDayOfMonth() == 1) {
            var first = YearMonth.from(from);
            var end = YearMonth.from(last());
            if (first.equals(end))
                return MONTH.format(first);
            return (first.getYear() == end.getYear()
                    ? DateTimeFormatter.ofPattern("MMMM", Locale.UK).format(first)
                    : MONTH.format(first)) + " to " + MONTH.format(end);
        }
        if (days() == 1)
            return DAY.format(from);
        return DAY.format(from) + " to " + DAY.format(last());
    }
}
