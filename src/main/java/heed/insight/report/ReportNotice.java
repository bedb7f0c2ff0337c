package heed.insight.report;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of published figures say after a change. */
enum ReportNotice implements Notice {
    QUARTER_PUBLISHED("The quarter is published. What is on it stays as it is."), QUARTER_REVISED(
            "The revision is published. What was published before stays readable."), QUARTER_NOTE_KEPT(
                    "What changed is kept. It is frozen with the figures when you publish."), QUARTER_HIDING_SET(
                            "Small numbers are hidden so in what is published from now on."), HISTORY_APPLIED(
                                    "The totals are loaded. They stand beside Heed’s own."), HISTORY_DISCARDED(
                                            "The file was given up. Nothing was loaded."), HISTORY_UNDONE(
                                                    "The totals are taken back. What was published with them stays as it is.");

    private final String words;

    ReportNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllReportNotices implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
