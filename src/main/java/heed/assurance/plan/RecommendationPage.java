package heed.assurance.plan;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import heed.platform.web.TimelineEvent;
import java.util.List;

/**
 * One of them, with what was done for it. Public only because templates compile elsewhere.
 *
 * @param corrected what it said before it was corrected, the latest first
 */
public record RecommendationPage(Frame frame, String title, String at, String state, String tag, String text,
        List<SummaryRow> facts, List<ActionLine> lines, List<ActionPage.Way> ways,
        List<TimelineEvent> corrected) {
    /** Copies the lists. */
    public RecommendationPage {
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
        ways = List.copyOf(ways);
        corrected = List.copyOf(corrected);
    }
}
