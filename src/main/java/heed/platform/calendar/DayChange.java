package heed.platform.calendar;

import java.time.LocalDate;

/**
 * A day that differs from the rules, once: an extra bank holiday, or one that was moved away.
 *
 * @param day   which
 * @param name  what it is called
 * @param works whether people work that day although the rules make it a bank holiday; false for an extra one
 */
public record DayChange(LocalDate day, String name, boolean works) {
}
