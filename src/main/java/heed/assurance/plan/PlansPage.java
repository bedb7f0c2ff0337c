package heed.assurance.plan;

import heed.platform.web.Frame;
import java.util.List;

/**
 * Every plan. Public only because templates compile elsewhere.
 *
 * @param keeps whether the reader may open a plan
 */
public record PlansPage(Frame frame, List<Row> plans, boolean keeps) {
    /** Copies the rows. */
    public PlansPage {
        plans = List.copyOf(plans);
    }

    /** One plan. */
    public record Row(String title, String href, String year) {
    }
}
