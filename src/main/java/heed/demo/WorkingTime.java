package heed.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Office hours as the invented year lives them: Monday to Friday, half past eight to five, not on the bank holidays of
 * fixed date. Good enough to place made-up moments; the clocks that bind anyone are elsewhere.
 */
final class WorkingTime {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime OPEN = LocalTime.of(8, 30);
    private static final LocalTime SHUT = LocalTime.of(17, 0);
    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(1, 1));

    private WorkingTime() {
    }

    /** Whether the office works on that day. */
    static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !CLOSED.contains(
                MonthDay.from(day));
    }

    /** The moment that many working minutes after another. */
    static Instant after(Instant start, int minutes) {
        var at = start.atZone(LONDON);
        var day = at.toLocalDate();
        var time = at.toLocalTime();
        long left = minutes;
        while (true) {
            if (works(day) && time.isBefore(SHUT)) {
                if (time.isBefore(OPEN))
                    time = OPEN;
                long room = ChronoUnit.MINUTES.between(time, SHUT);
                if (left <= room)
                    return day.atTime(time).plusMinutes(left).atZone(LONDON).toInstant();
                left -= room;
            }
            day = day.plusDays(1);
            time = LocalTime.MIN;
        }
    }
}
