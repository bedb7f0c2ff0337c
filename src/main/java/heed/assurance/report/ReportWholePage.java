package heed.assurance.report;

import heed.platform.web.Frame;

/**
 * A report as it is read. Public only because templates compile elsewhere.
 *
 * @param sheet     what it says
 * @param base      where its pages are
 * @param withdrawn whether it was withdrawn
 */
public record ReportWholePage(Frame frame, ReportSheet sheet, String base, boolean withdrawn) {
    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReportWholePage";
    }
}
