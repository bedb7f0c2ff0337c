package heed.insight.report;

import heed.platform.Refusal;
import heed.platform.measure.Period;
import heed.platform.web.LondonTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A quarter of a financial year.
 *
 * @param year   in which the financial year begins
 * @param number 1 for April to June, to 4 for January to March
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final Pattern CODE = Pattern.compile("(20\\d\\d)-q([1-4])");
    private static final int FIRST_MONTH = 4;

    /** The one that holds this day. */
    public static Quarter of(LocalDate day) {
        int months = (day.getMonthValue() + 12 - FIRST_MONTH) % 12;
        return new Quarter(day.getMonthValue() < FIRST_MONTH ? day.getYear() - 1 : day.getYear(), months / 3 + 1);
    }

    /** The one that holds this moment in London. */
    public static Quarter of(Instant at) {
        return of(at.atZone(LondonTime.ZONE).toLocalDate());
    }

    /**
     * Reads {@link #code}.
     *
     * @throws heed.platform.Refused as not found where it is none
     */
    public static Quarter parse(String code) {
        var match = CODE.matcher(code);
        if (!match.matches())
            throw Refusal.NOT_FOUND.because("no such quarter");
        return new Quarter(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** As addresses and file names have it, such as 2026-q1. */
    public String code() {
        return year + "-q" + number;
    }

    /** Its first day. */
    public LocalDate from() {
        return LocalDate.of(year, FIRST_MONTH, 1).plusMonths(3L * (number - 1));
    }

    /** Its days. */
    public Period period() {
        return new Period(from(), from().plusMonths(3));
    }

    /** The same quarter a year earlier. */
    public Quarter lastYear() {
        return new Quarter(year - 1, number);
    }

    /** The one before. */
    public Quarter before() {
        return of(from().minusDays(1));
    }

    /** Whether it is over. */
    public boolean over(Instant now) {
        return !now.isBefore(period().end());
    }

    /** Its days in words, such as April to June 2026. */
    public String words() {
        return period().words();
    }

    /** Which one it is, such as quarter 1 of 2026/27. */
    public String which() {
        return String.format(Locale.UK, "quarter %d of %d/%02d", number, year, (year + 1) % 100);
    }

    @Override
    public int compareTo(Quarter other) {
        return from().compareTo(other.from());
    }
}
