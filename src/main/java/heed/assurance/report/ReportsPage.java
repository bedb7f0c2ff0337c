package heed.assurance.report;

import heed.platform.web.Frame;
import java.util.List;

/**
 * Every report. Public only because templates compile elsewhere.
 *
 * @param rows    those that are worked on or went out
 * @param givenUp drafts that were given up
 * @param begins  whether they can begin one
 * @param makes   whether they take part in making them
 */
public record ReportsPage(Frame frame, List<Row> rows, List<Row> givenUp, boolean begins, boolean makes) {
    /** A report. */
    public record Row(String title, String href, String hint, String state, String colour) {
    }

    /** Keeps titles out of logs. */
    @Override
    public String toString() {
        return "ReportsPage";
    }
}
