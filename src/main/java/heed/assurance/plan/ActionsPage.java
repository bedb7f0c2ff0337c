package heed.assurance.plan;

import heed.platform.web.Frame;
import java.util.List;

/** Actions of every plan. Public only because templates compile elsewhere. */
public record ActionsPage(Frame frame, String title, String count, List<PlanPage.View> views, List<ActionLine> lines,
        String empty) {
    /** Copies the lists. */
    public ActionsPage {
        views = List.copyOf(views);
        lines = List.copyOf(lines);
    }
}
