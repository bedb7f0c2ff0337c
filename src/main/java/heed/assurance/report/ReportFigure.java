package heed.assurance.report;

/**
 * A figure that a report gives, with its measure. (Invariant 24)
 *
 * @param title  the measure's name
 * @param says   the figure as printed, such as "88% (42 of 48)"
 * @param period its days, in words; empty where none was given
 * @param origin how it came to be here, in words: counted, cited, typed by hand
 * @param source where it can be looked up
 * @param asAt   up to when was counted, in words; empty for what was not counted by Heed
 */
public record ReportFigure(String title, String says, String period, String origin, String source, String asAt) {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "ReportFigure";
    }
}
