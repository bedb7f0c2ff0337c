package heed.access.staff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Dates as people here type and read them, in London's time. */
final class Dates {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Dates() {
    }

    /** The date typed in the three boxes of a date; empty where it is none. */
    static Optional<LocalDate> typed(Map<String, String> sent, String name) {
        try {
            return Optional.of(LocalDate.of(number(sent, name + "-year", 4), number(sent, name + "-month", 2),
                    number(sent, name + "-day", 2)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether nothing was typed in any of the three boxes. */
    static boolean blank(Map<String, String> sent, String name) {
        return (sent.getOrDefault(name + "-day", "") + sent.getOrDefault(name + "-month", "")
                + sent.getOrDefault(name + "-year", "")).isBlank();
    }

    /** The day of a moment, such as 3 March 2026. */
    static String day(Instant moment) {
        return LONG.format(moment.atZone(LONDON));
    }

    private static int number(Map<String, String> sent, String name, int digits) {
        var typed = sent.getOrDefault(name, "").strip();
        if (!typed.matches("[0-9]{1," + digits + "}"))
            throw new NumberFormatException("not a number");
        return Integer.parseInt(typed);
    }
}
