package heed.casework.triage;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.List;

/** A case, worded. Public only because templates compile elsewhere. */
public record CasePage(Frame frame, String ref, List<SummaryRow> facts, List<InIt> concerns) {
    /** A concern in it that the officer may open. */
    public record InIt(String ref, String href, String about, String received, String status) {
    }
}
