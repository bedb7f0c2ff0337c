package heed.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Words for moments: stored in UTC, shown in Europe/London. */
@Component
public class LondonTime {
    /** Where the clock on the wall is. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private final Clock clock;

    LondonTime(Clock clock) {
        this.clock = clock;
    }

    /** A day, such as 3 March 2026. */
    public String day(Instant at) {
        return DAY.format(at.atZone(ZONE));
    }

    /** A day and time, such as 3 March 2026 at 2:30pm; today and yesterday by name. */
    public String dayAndTime(Instant at) {
        var then = at.atZone(ZONE);
        var today = clock.instant().atZone(ZONE).toLocalDate();
        var day = then.toLocalDate().equals(today)
                ? "today"
                : then.toLocalDate().equals(today.minusDays(1))
                        ? "yesterday"
                        : then.getYear() == today.getYear() ? WEEKDAY.format(then) : DAY.format(then);
        return day + " at " + time(at);
    }

    /** By when, seen from a moment: today by 5pm, tomorrow by midday, Tuesday 1 September by midday. */
    public static String by(Instant due, Instant now) {
        var then = due.atZone(ZONE);
        var today = now.atZone(ZONE).toLocalDate();
        var day = then.toLocalDate();
        var named = day.equals(today)
                ? "today"
                : day.equals(today.plusDays(1))
                        ? "tomorrow"
                        : then.getYear() == today.getYear() ? WEEKDAY.format(then) : DAY.format(then);
        return named + " by " + timeOfDay(due);
    }

    /** A time of day, such as 2:30pm, midday or midnight. */
    public String time(Instant at) {
        return timeOfDay(at);
    }

    private static String timeOfDay(Instant at) {
        var then = at.atZone(ZONE);
        int hour = then.getHour() % 12 == 0 ? 12 : then.getHour() % 12;
        if (then.getMinute() == 0 && hour == 12)
            return then.getHour() == 12 ? "midday" : "midnight";
        return hour + (then.getMinute() == 0 ? "" : ":%02d".formatted(then.getMinute()))
                + (then.getHour() < 12 ? "am" : "pm");
    }

    /** How long ago, in the largest whole units that help: 12 minutes, 3 hours 5 minutes, 2 days 4 hours. */
    public String since(Instant at) {
        return length(Duration.between(at, clock.instant()));
    }

    /** A length of time in words, as in {@link #since}. */
    public static String length(Duration length) {
        long minutes = Math.max(0, length.toMinutes());
        if (minutes < 1)
            return "less than a minute";
        if (minutes < 60)
            return units(minutes, "minute");
        if (minutes < 24 * 60)
            return units(minutes / 60, "hour") + (minutes % 60 == 0 ? "" : " " + units(minutes % 60, "minute"));
        long days = minutes / (24 * 60);
        long hours = minutes / 60 % 24;
        return units(days, "day") + (hours == 0 || days > 6 ? "" : " " + units(hours, "hour"));
    }

    private static String units(long many, String unit) {
        return many + " " + unit + (many == 1 ? "" : "s");
    }
}
