package heed.directory.vocabulary;

import heed.platform.web.Frame;
import java.util.List;

/** All lists, worded. Public only because templates compile elsewhere. */
public record ListsPage(Frame frame, List<Row> read, List<Row> waiting) {
    /**
     * One list.
     *
     * @param rows        how many rows can be chosen today, in words
     * @param adopted     by whom and when, in words
     * @param unconfirmed how many rows are unconfirmed, in words; empty for none
     */
    public record Row(String title, String href, String where, String rows, String adopted, String unconfirmed) {
    }
}
