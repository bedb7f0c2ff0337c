package heed.casework.mine;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A concern as whoever raised it sees it. Public only because templates compile elsewhere. */
public record MyConcernPage(Frame frame, String ref, String received, String state, @Nullable String outcome,
        List<Letter> letters,
        List<Part> parts, List<Letter> added, boolean inUse, Field words, String submission, List<Problem> problems) {
    /** Something written, by whom and when. */
    public record Letter(String when, String words) {
    }

    /** One part of what they told us. */
    public record Part(String title, List<SummaryRow> rows) {
    }
}
