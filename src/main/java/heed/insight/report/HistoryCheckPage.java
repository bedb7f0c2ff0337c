package heed.insight.report;

import heed.platform.web.Frame;
import java.util.List;

/**
 * A file of totals before it is applied.
 *
 * @param frame   around the page
 * @param moved   whether another load came between
 * @param count   how many totals, in words
 * @param rows    each
 * @param action  where applying goes
 * @param discard where giving it up goes
 */
public record HistoryCheckPage(Frame frame, boolean moved, String count, List<Row> rows, String action,
        String discard) {
    /** One total: its days, what it is of, how many, and where it is from. */
    public record Row(String days, String what, String number, String source) {
    }

    /** Keeps somebody's words out of logs. */
    @Override
    public String toString() {
        return "HistoryCheckPage[]";
    }
}
