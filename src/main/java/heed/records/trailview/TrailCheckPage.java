package heed.records.trailview;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.List;

/**
 * Whether the audit log can be vouched for.
 *
 * @param frame   around the page
 * @param trouble what is wrong, a sentence; empty where nothing is
 * @param rows    how the chain stands
 * @param notable what somebody should be able to explain, latest first
 */
public record TrailCheckPage(Frame frame, String trouble, List<SummaryRow> rows, List<String> notable) {
}
