package heed.assurance.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days in words. */
final class PlanDays {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private PlanDays() {
    }

    /** Such as 3 March 2026. */
    static String words(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as March 2026. */
    static String month(LocalDate day) {
        return MONTH.format(day);
    }
}
