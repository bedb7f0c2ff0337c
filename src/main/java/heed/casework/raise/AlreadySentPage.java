package heed.casework.raise;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.List;
import java.util.UUID;

/**
 * Something typed into a concern that had been sent: both shown, and a way to add it. Public only because templates compile
 * elsewhere.
 */
public record AlreadySentPage(Frame frame, String ref, String step, List<SummaryRow> sent, Field words,
        UUID submission) {
}
