package heed.platform.calendar;

import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The bank holidays of England and Wales. The yearly ones follow rules (Banking and Financial Dealings Act 1971, schedule 1,
 * and the substitute days proclaimed for those that fall on a weekend); what was proclaimed once is a list that ships with
 * Heed and that a council can add to.
 */
public final class BankHolidays {
    /** What was proclaimed once, up to this release. */
    public static final List<DayChange> SHIPPED = shipped();

    private BankHolidays() {
    }

    /** The bank holidays that the rules give a year, by day. A holiday on a weekend is there as its substitute day. */
    public static NavigableMap<LocalDate, String> of(int year) {
        var days = new TreeMap<LocalDate, String>();
        var newYear = LocalDate.of(year, 1, 1);
        days.put(onWeekday(newYear), "New Year’s Day");
        var easter = easter(year);
        days.put(easter.minusDays(2), "Good Friday");
        days.put(easter.plusDays(1), "Easter Monday");
        days.put(LocalDate.of(year, Month.MAY, 1).with(firstInMonth(DayOfWeek.MONDAY)), "Early May bank holiday");
        days.put(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(DayOfWeek.MONDAY)), "Spring bank holiday");
        days.put(LocalDate.of(year, Month.AUGUST, 1).with(lastInMonth(DayOfWeek.MONDAY)), "Summer bank holiday");
        christmas(year, days);
        return days;
    }

    private static void christmas(int year, TreeMap<LocalDate, String> days) {
        var christmas = LocalDate.of(year, Month.DECEMBER, 25);
        var boxing = christmas.plusDays(1);
        // Boxing Day first: where Christmas is a Sunday, Monday is Boxing Day's and the substitute comes after it.
        switch (christmas.getDayOfWeek()) {
            case FRIDAY -> {
                days.put(christmas, "Christmas Day");
                days.put(boxing.plusDays(2), "Boxing Day (substitute day)");
            }
            case SATURDAY -> {
                days.put(christmas.plusDays(2), "Christmas Day (substitute day)");
                days.put(boxing.plusDays(2), "Boxing Day (substitute day)");
            }
            case SUNDAY -> {
                days.put(boxing, "Boxing Day");
                days.put(boxing.plusDays(1), "Christmas Day (substitute day)");
            }
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> {
                days.put(christmas, "Christmas Day");
                days.put(boxing, "Boxing Day");
            }
        }
    }

    /** Easter Sunday in the Gregorian calendar (the anonymous computus, as J. Meeus gives it). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int leap = century / 4;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - leap - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }

    private static LocalDate onWeekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private static List<DayChange> shipped() {
        try (var in = BankHolidays.class.getResourceAsStream("/vocabularies/bank_holiday_changes.csv")) {
            if (in == null)
                throw new IllegalStateException("a shipped list is missing: bank_holiday_changes.csv");
            try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return csv.stream().map(r -> new DayChange(LocalDate.parse(r.getField("day")), r.getField("name"),
                        r.getField("kind").equals("MOVED_AWAY"))).toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
