package heed.assurance.importing;

import heed.platform.web.Frame;
import heed.platform.web.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Papers brought in. Public only because templates compile elsewhere.
 *
 * @param papers latest first
 * @param all    how many there are on all pages
 * @param pager  the ways on; null where all stand on this page
 */
public record PapersPage(Frame frame, List<Row> papers, int all, @Nullable Pager pager) {
    /** Copies the list. */
    public PapersPage {
        papers = List.copyOf(papers);
    }

    /** One of them. @param facts how much was read of it */
    public record Row(String name, String href, String kind, String brought, String facts, String state,
            String colour) {
    }

    /** How many there are on all pages, in words. */
    public String count() {
        return PaperWords.count(all, "paper", "papers");
    }

    /** Keeps names of files out of logs. */
    @Override
    public String toString() {
        return "PapersPage[]";
    }
}
