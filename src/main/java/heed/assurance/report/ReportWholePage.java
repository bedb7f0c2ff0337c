package heed.assurance.report;

import heed.platform.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is read. Public only because templates compile elsewhere.
 *
 * @param sheet what it says
 * @param base  where its pages are
 * @param ended that it was withdrawn or given up, in words; null for others
 */
public record ReportWholePage(Frame frame, ReportSheet sheet, String base, @Nullable String ended) {
    static ReportWholePage of(Frame frame, ReportSheet sheet, String base, ReportState state) {
        return new ReportWholePage(frame, sheet, base, switch (state) {
            case WITHDRAWN -> "This report was withdrawn. It counts no longer.";
            case GIVEN_UP -> "This report was given up. It never went out.";
            case DRAFT, CHECKED, APPROVED, PUBLISHED -> null;
        });
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReportWholePage";
    }
}
