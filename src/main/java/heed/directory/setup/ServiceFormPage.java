package heed.directory.setup;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for a service.
 *
 * @param frame         around the page
 * @param problems      what to put right
 * @param heading       what is being done
 * @param action        where the form goes
 * @param council       whose; null where it stays
 * @param councils      the bodies there are
 * @param code          its code; null where it stays
 * @param name          its name
 * @param headcount     how many work in it
 * @param seenName      the name it was shown with; null for a new one
 * @param seenHeadcount the headcount it was shown with; null for a new one
 * @param theirs        what somebody else saved meanwhile; empty where nobody did
 */
public record ServiceFormPage(Frame frame, List<Problem> problems, String heading, String action,
        @Nullable Field council,
        List<Choice> councils, @Nullable Field code, Field name, Field headcount, @Nullable String seenName,
        @Nullable String seenHeadcount, List<SummaryRow> theirs) {
}
