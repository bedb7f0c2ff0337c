package heed.insight.report;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Totals from an older tool: those that were loaded, and a form for more.
 *
 * @param frame    around the page
 * @param problems what to put right
 * @param file     the file
 * @param rows     lines typed instead
 * @param faults   what is wrong with the file
 * @param count    how much that is, in words; null where nothing is
 * @param loads    what was loaded, latest first
 * @param measures which numbers can be loaded
 */
public record HistoryPage(Frame frame, List<Problem> problems, Field file, Field rows, List<TotalFault> faults,
        @Nullable String count, List<Load> loads, List<Known> measures) {
    /**
     * One load.
     *
     * @param words how much, from when, from where
     * @param when  when and by whom
     * @param undo  where it is taken back; null where it was
     * @param state what became of it
     */
    public record Load(String words, String when, @Nullable String undo, String state) {
    }

    /** A number that can be loaded, and how it is split. */
    public record Known(String code, String title, String splits) {
    }

    /** Keeps somebody's words out of logs. */
    @Override
    public String toString() {
        return "HistoryPage[]";
    }
}
