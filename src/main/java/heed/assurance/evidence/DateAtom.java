package heed.assurance.evidence;

import java.util.regex.MatchResult;

/**
 * One date as found in a text, before what stands around it is looked at.
 *
 * @param start    where it begins
 * @param end      behind its last character
 * @param span     the days; without bounds where the year is not said
 * @param vague    "early", "late" and the like
 * @param yearless a month or day without a year
 * @param bareYear nothing but the number of a year
 * @param month    of a date without a year, from 1; 0 for others
 * @param day      of such a date; 0 where only the month is said
 * @param counted  whether the days are counted from the day on which the text was written
 */
record DateAtom(int start, int end, Span span, Precision precision, boolean vague, boolean yearless,
        boolean bareYear, int month, int day, boolean counted) {
    static DateAtom of(MatchResult m, Span span, Precision precision) {
        return new DateAtom(m.start(), m.end(), span, precision, false, false, false, 0, 0, false);
    }

    /** A month, or a day of it where that is not 0, of which the text does not say the year. */
    static DateAtom yearless(MatchResult m, int month, int day) {
        return new DateAtom(m.start(), m.end(), new Span(null, null), day > 0 ? Precision.DAY : Precision.MONTH, false,
                true, false, month, day, false);
    }

    /** A year, or several, with nothing but the number. */
    static DateAtom bareYear(MatchResult m, Span span) {
        return new DateAtom(m.start(), m.end(), span, Precision.YEAR, false, false, true, 0, 0, false);
    }

    /** The same, counted from the day on which the text was written. */
    DateAtom fromWriting() {
        return new DateAtom(start, end, span, precision, vague, yearless, bareYear, month, day, true);
    }

    DateAtom vague(Span narrowed, Precision as) {
        return new DateAtom(start, end, narrowed, as, true, false, false, 0, 0, counted);
    }

    DateAtom from(int earlier) {
        return new DateAtom(earlier, end, span, precision, vague, yearless, bareYear, month, day, counted);
    }

    DateAtom until(int later) {
        return new DateAtom(start, later, span, precision, vague, yearless, bareYear, month, day, counted);
    }

    DateAtom over(Span other) {
        return new DateAtom(start, end, other, precision, vague, false, bareYear, month, day, counted);
    }
}
