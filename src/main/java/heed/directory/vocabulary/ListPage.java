package heed.directory.vocabulary;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One list, worded. Public only because templates compile elsewhere.
 *
 * @param at      where it is
 * @param past    which earlier version is shown, in words; null where it is as it stands now
 * @param version the version shown, sent along with a change
 * @param own     the titles of the columns of this list alone
 * @param empty   what an empty list says
 */
public record ListPage(Frame frame, String title, String at, @Nullable String past, String version,
        List<SummaryRow> facts, String count, List<String> own, List<Row> rows, String empty) {
    /**
     * One row.
     *
     * @param under whether it belongs under the row before
     * @param state whether it is ended, or begins later; empty for neither
     * @param first whether none of its kind stands above it
     * @param last  whether none of its kind stands below it
     */
    public record Row(String code, String label, boolean under, String appliesTo, String state, boolean unconfirmed,
            boolean used, List<String> more, boolean first, boolean last) {
        /** Copies the columns, and says a file's "yes" and "no" as a page says them. */
        public Row {
            more = more.stream().map(value -> value.equals("yes") ? "Yes" : value.equals("no") ? "No" : value).toList();
        }
    }
}
