package heed.assurance.importing;

import heed.platform.web.Frame;
import java.util.List;

/**
 * Papers brought in. Public only because templates compile elsewhere.
 *
 * @param papers latest first
 */
public record PapersPage(Frame frame, List<Row> papers) {
    /** Copies the list. */
    public PapersPage {
        papers = List.copyOf(papers);
    }

    /** One of them. @param facts how much was read of it */
    public record Row(String name, String href, String kind, String brought, String facts, String state,
            String colour) {
    }

    /** How many there are. */
    public String count() {
        return PaperWords.count(papers.size(), "paper", "papers");
    }

    /** Keeps names of files out of logs. */
    @Override
    public String toString() {
        return "PapersPage[]";
    }
}
