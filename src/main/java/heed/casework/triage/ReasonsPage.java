package heed.casework.triage;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/** The lists of reasons, worded. Public only because templates compile elsewhere. */
public record ReasonsPage(Frame frame, List<ReasonList> lists, List<Problem> problems) {
    /** The reasons under one decision. */
    public record ReasonList(String outcome, String title, List<Reasons.Reason> reasons, Field label) {
    }
}
