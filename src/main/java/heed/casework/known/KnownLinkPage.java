package heed.casework.known;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said of two people, and taking it back. Public only because templates compile elsewhere. */
public record KnownLinkPage(Frame frame, String title, @Nullable String warning, List<SummaryRow> rows, boolean stands,
        String action, List<Question> questions, List<Problem> problems, String back) {
}
