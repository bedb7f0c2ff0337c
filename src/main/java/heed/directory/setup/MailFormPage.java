package heed.directory.setup;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for the mail server, and how mail fares.
 *
 * @param frame    around the page
 * @param problems what to put right
 * @param health   how mail fares
 * @param failing  what is wrong, in a sentence; null where nothing is
 * @param asks     the boxes to fill in
 * @param version  the version shown
 * @param tried    what became of a trial mail; null where none was sent
 * @param theirs   what somebody else saved meanwhile; empty where nobody did
 */
public record MailFormPage(Frame frame, List<Problem> problems, List<SummaryRow> health, @Nullable String failing,
        List<Ask> asks,
        String version, @Nullable String tried, List<SummaryRow> theirs) {
}
