package heed.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which days people work: Monday to Friday but for the bank holidays of England. It knows no time of day and no database,
 * and the same days always give the same answer.
 */
public final class WorkingDays {
    /** The rules with what ships with this release. */
    public static final WorkingDays ENGLAND = new WorkingDays(BankHolidays.SHIPPED);

    private final Map<LocalDate, DayChange> changes = new HashMap<>();

    private WorkingDays(Collection<DayChange> changes) {
        changes.forEach(change -> this.changes.put(change.day(), change));
    }

    /** The rules with what ships and with these days, which go before what ships. */
    public static WorkingDays with(Collection<DayChange> changes) {
        var all = new ArrayList<>(BankHolidays.SHIPPED);
        all.addAll(changes);
        return new WorkingDays(all);
    }

    /** What the bank holiday on a day is called; empty where it is none. */
    public Optional<String> holiday(LocalDate day) {
        var change = changes.get(day);
        if (change != null)
            return change.works() ? Optional.empty() : Optional.of(change.name());
        return Optional.ofNullable(BankHolidays.of(day.getYear()).get(day));
    }

    /** Every bank holiday of a year, in order. */
    public List<DayChange> holidays(int year) {
        var days = new TreeMap<>(BankHolidays.of(year));
        changes.values().stream().filter(change -> change.day().getYear() == year).forEach(change -> {
            if (change.works())
                days.remove(change.day());
            else
                days.put(change.day(), change.name());
        });
        return days.entrySet().stream().map(day -> new DayChange(day.getKey(), day.getValue(), false)).toList();
    }

    /** Whether people work on a day. */
    public boolean working(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holiday(day).isEmpty();
    }

    /** The first working day after a day. */
    public LocalDate after(LocalDate day) {
        var next = day.plusDays(1);
        while (!working(next))
            next = next.plusDays(1);
        return next;
    }

    /**
     * The working day so many after a day; the day itself does not count.
     *
     * @param many at least one
     * @throws IllegalArgumentException for fewer
     */
    public LocalDate after(LocalDate day, int many) {
        if (many < 1)
            throw new IllegalArgumentException("at least one working day");
        var found = day;
        for (int i = 0; i < many; i++)
            found = after(found);
        return found;
    }
}
