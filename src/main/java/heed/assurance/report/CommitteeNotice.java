package heed.assurance.report;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of reports say after a change. */
enum CommitteeNotice implements Notice {
    /** Begun. */
    REPORT_BEGUN("The report is begun. What Heed computes is in it already."),
    /** Written. */
    REPORT_SAVED("Saved."),
    /** Plans chosen. */
    REPORT_PLANS_SAVED("The plans are chosen."),
    /** A figure counted. */
    REPORT_FIGURE_ADDED("The figure is in the report. It is counted again when the report is checked."),
    /** A figure taken out. */
    REPORT_FIGURE_REMOVED("The figure is not in the report any more."),
    /** A place settled. */
    REPORT_SETTLED("It stays, and your reason with it."),
    /** Checked. */
    REPORT_CHECKED("Checked. What it says is fixed, and those who approve it were told."),
    /** Moved. */
    REPORT_MOVED("Done."),
    /** Given up. */
    REPORT_GIVEN_UP("The report is given up. It is listed among those given up, with your reason."),
    /** Amended. */
    REPORT_AMENDING("A new version is begun. The one before stays as it was."),
    /** A template kept. */
    TEMPLATE_ADDED("The template is kept. Reports can be saved in it."),
    /** A template gone. */
    TEMPLATE_REMOVED("The template is removed.");

    private final String words;

    CommitteeNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllCommitteeNotices implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
