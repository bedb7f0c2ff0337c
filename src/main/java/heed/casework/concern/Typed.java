package heed.casework.concern;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reading what people typed. */
public final class Typed {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Typed() {
    }

    /** Takes a missing field as an empty one. */
    public static String clean(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The date in three fields, or null where they are empty or no such date exists. */
    public static @Nullable LocalDate date(String day, String month, String year) {
        try {
            int y = Integer.parseInt(year.strip());
            return y < 1000 || y > 9999 ? null : LocalDate.of(y, month(month.strip()), Integer.parseInt(day.strip()));
        } catch (NumberFormatException | DateTimeException notADate) {
            return null;
        }
    }

    /** A date in words, such as 3 March 2026. */
    public static String words(LocalDate date) {
        return DATE.format(date);
    }

    /** The enum constant of that name, or null where there is none. */
    public static <E extends Enum<E>> @Nullable E in(Class<E> type, String name) {
        for (var constant : type.getEnumConstants())
            if (constant.name().equals(name))
                return constant;
        return null;
    }

    private static int month(String typed) {
        var names = java.util.List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                "dec");
        int named = typed.length() < 3 ? -1 : names.indexOf(typed.substring(0, 3).toLowerCase(Locale.ROOT));
        return named >= 0 ? named + 1 : Integer.parseInt(typed);
    }
}
