package heed.assurance.report;

import java.time.LocalDate;

/**
 * A figure that Heed counts for the report alone, so that it can be counted again.
 *
 * @param measure the measure's code
 * @param from    the first day
 * @param until   the last
 * @param figure  as it was counted last
 */
record CountedFigure(String measure, LocalDate from, LocalDate until, ReportFigure figure) {
    /** Names it among the figures of its report, whoever adds or removes another meanwhile. */
    String mark() {
        return measure + " " + from + " " + until;
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "CountedFigure[" + measure + "]";
    }
}
