package heed.assurance.peerreview;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reviews from outside: the list of them, or one. Public only because templates compile elsewhere.
 *
 * @param title   the heading
 * @param facts   about one; empty for the list
 * @param rows    what is in it: reviews of the list, or areas of one
 * @param empty   what to do where nothing is
 * @param parts   further parts of one: what they could not do, what they say
 * @param correct where one is corrected; null for the list
 * @param begin   where others begin, each with its words; empty for one
 */
public record OutsidePage(Frame frame, String title, List<SummaryRow> facts, List<Row> rows, String empty,
        List<Part> parts, @Nullable String correct, List<AskedPage.Act> begin) {
    /** A review in the list, or an area of one. */
    public record Row(String text, @Nullable String href, String hint) {
    }

    /** A part of one. */
    public record Part(String title, List<String> lines) {
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "OutsidePage[]";
    }
}
