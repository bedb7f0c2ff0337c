package heed.casework.concern;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates that slips of the pen turn into each other. */
public final class NearDates {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;

    private NearDates() {
    }

    /** The date with day and month swapped; null where that is none or the same. */
    public static @Nullable LocalDate swapped(LocalDate date) {
        return date.getDayOfMonth() > 12 || date.getDayOfMonth() == date.getMonthValue()
                ? null
                : LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
    }

    /** Every date that differs in one digit, written DD/MM/YYYY, or in two neighbouring digits that changed places. */
    public static Set<LocalDate> oneDigitOff(LocalDate date) {
        var written = "%02d%02d%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
        var near = new LinkedHashSet<LocalDate>();
        for (int i = 0; i < written.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++)
                read(near, written.substring(0, i) + digit + written.substring(i + 1));
            if (i != 1 && i != 3 && i + 1 < written.length())
                read(near, written.substring(0, i) + written.charAt(i + 1) + written.charAt(i)
                        + written.substring(i + 2));
        }
        near.remove(date);
        return near;
    }

    private static void read(Set<LocalDate> near, String written) {
        try {
            var date = LocalDate.of(Integer.parseInt(written.substring(4)), Integer.parseInt(written.substring(2, 4)),
                    Integer.parseInt(written.substring(0, 2)));
            if (date.getYear() >= EARLIEST && date.getYear() < LATEST)
                near.add(date);
        } catch (DateTimeException notADay) {
            // The 31st of a short month is no date anybody was born on.
        }
    }
}
