package heed.assurance.report;

import heed.platform.web.Frame;

/**
 * A report as it is read. Public only because templates compile elsewhere.
 *
 * @param sheet what it says
 */
public record ReportWholePage(Frame frame, ReportSheet sheet) {
    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReportWholePage";
    }
}
