package heed.insight.report;

import java.time.LocalDate;

/**
 * One number that an older tool counted.
 *
 * @param line    in which line of the file; 0 once applied
 * @param from    the first day counted
 * @param to      the last day counted
 * @param measure the code of the measure it is
 * @param split   the code of the split; empty for the whole
 * @param value   which part; empty for the whole
 * @param number  how many
 * @param source  where it is from, in somebody's words
 */
record Total(long line, LocalDate from, LocalDate to, String measure, String split, String value, long number,
        String source) {
    /** Whether both say how many of the same there were. */
    boolean same(Total other) {
        return from.equals(other.from) && to.equals(other.to) && measure.equals(other.measure)
                && split.equals(other.split) && value.equalsIgnoreCase(other.value);
    }

    /** Keeps somebody's words out of logs. */
    @Override
    public String toString() {
        return "Total[" + line + "]";
    }
}
