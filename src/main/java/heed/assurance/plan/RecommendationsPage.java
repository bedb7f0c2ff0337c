package heed.assurance.plan;

import heed.platform.web.Frame;
import java.util.List;

/** What others asked for and what became of it. Public only because templates compile elsewhere. */
public record RecommendationsPage(Frame frame, String count, String unanswered, List<Row> rows, boolean keeps) {
    /** Copies the rows. */
    public RecommendationsPage {
        rows = List.copyOf(rows);
    }

    /** One of them. */
    public record Row(String title, String href, String text, String state, String tag, String actions) {
    }
}
