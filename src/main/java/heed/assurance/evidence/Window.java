package heed.assurance.evidence;

import java.time.LocalDate;

/**
 * The days that evidence has to be about, both included; a cycle sets them.
 *
 * @param from the first
 * @param to   the last
 */
public record Window(LocalDate from, LocalDate to) {
    /** Checks the order. @throws IllegalArgumentException where it ends before it begins */
    public Window {
        if (to.isBefore(from))
            throw new IllegalArgumentException("a window does not end before it begins");
    }

    /** The twelve months that end on this day. */
    public static Window yearTo(LocalDate last) {
        return new Window(last.plusDays(1).minusYears(1), last);
    }

    /** It as a span. */
    public Span span() {
        return new Span(from, to);
    }
}
