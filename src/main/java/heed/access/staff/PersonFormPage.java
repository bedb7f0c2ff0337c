package heed.access.staff;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for somebody's details.
 *
 * @param frame     around the page
 * @param problems  what to put right
 * @param heading   what is being done
 * @param action    where the form goes
 * @param button    what the button says
 * @param name      their name
 * @param mail      their address for mail; null where it is not asked
 * @param post      what their job is called
 * @param council   the body they work for
 * @param councils  the bodies there are
 * @param service   their service
 * @param services  the services there are
 * @param manager   their manager's name
 * @param managerId which of several people of that name
 * @param managers  the people of that name; empty where there is nothing to pick
 * @param version   the version shown; null for somebody new
 * @param theirs    what somebody else saved meanwhile; empty where nobody did
 */
public record PersonFormPage(Frame frame, List<Problem> problems, String heading, String action, String button,
        Field name,
        @Nullable Field mail, Field post, Field council, List<Choice> councils, Field service, List<Choice> services,
        Field manager, Field managerId, List<Choice> managers, @Nullable String version, List<SummaryRow> theirs) {
}
