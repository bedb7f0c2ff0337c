package heed.platform.web;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time of day as people type it: 17:00, 17.00, 1700, 5pm, 5:30 pm. */
public final class TimeTyped {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?:[:.]?([0-9]{2}))?\\s*([ap]m)?",
            Pattern.CASE_INSENSITIVE);

    private TimeTyped() {
    }

    /** The time; empty where it is none. */
    public static Optional<LocalTime> time(String typed) {
        var found = TIME.matcher(typed.strip());
        if (!found.matches())
            return Optional.empty();
        int hour = Integer.parseInt(found.group(1));
        int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        var half = found.group(3);
        if (half != null) {
            if (hour < 1 || hour > 12)
                return Optional.empty();
            hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
