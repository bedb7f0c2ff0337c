package heed.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A question answered by a date in three boxes. The form parameters are {@code name-day}, {@code name-month} and
 * {@code name-year}; a {@link Problem} about it goes to {@code name-day}.
 *
 * @param name    what the three parameters' names start with
 * @param label   what is asked
 * @param hint    help with answering, such as "For example, 27 3 2026"
 * @param day     what was typed, as it was
 * @param month   what was typed, as it was
 * @param year    what was typed, as it was
 * @param problem what to put right
 */
public record DateField(String name, String label, @Nullable String hint, String day, String month, String year,
        @Nullable String problem) {
    /** A date not given yet. */
    public static DateField of(String name, String label) {
        return new DateField(name, label, null, "", "", "", null);
    }

    /** The same question with help under it. */
    public DateField withHint(@Nullable String hint) {
        return new DateField(name, label, hint, day, month, year, problem);
    }

    /** The same question with what was typed in it; none counts as empty. */
    public DateField withValue(@Nullable String day, @Nullable String month, @Nullable String year) {
        return new DateField(name, label, hint, day == null ? "" : day, month == null ? "" : month,
                year == null ? "" : year, problem);
    }

    /** The same question with what to put right, or with nothing wrong. */
    public DateField withProblem(@Nullable String problem) {
        return new DateField(name, label, hint, day, month, year, problem);
    }

    /** The ids that describe the date to a screen reader, hint first; null when there are none. */
    public @Nullable String describedBy() {
        return Described.by(name, hint, problem);
    }
}
