package heed.casework.emergency;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Emergency access. Public only because templates compile elsewhere.
 *
 * @param stopped   why it cannot be used now; null where it can
 * @param questions what is asked; empty where it cannot be used
 */
public record EmergencyPage(Frame frame, @Nullable String stopped, List<Question> questions, List<Problem> problems) {
    /** Emergency openings to review. */
    public record Reviews(Frame frame, List<Row> waiting, List<Row> done) {
    }

    /** One of them. */
    public record Row(String who, String href, String ref, String when, String state, boolean late) {
    }

    /**
     * One emergency opening.
     *
     * @param questions what is asked of a reviewer; empty where nothing is
     */
    public record Review(Frame frame, List<SummaryRow> rows, @Nullable String warning, List<Question> questions,
            List<Problem> problems, String action) {
    }
}
