package heed.access.staff;

import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person.
 *
 * @param frame    around the page
 * @param problems what to put right in the form for a role
 * @param name     their name
 * @param state    a word where they are not simply here; null otherwise
 * @param details  post, place, manager, mail
 * @param roles    what they hold, held or will hold
 * @param give     the form for a role; null where nobody here may give them one
 * @param whyNot   why there is no form; null where there is one
 * @param actions  what can be done with their account
 * @param sessions where they are signed in now; empty where nowhere, or where that is not shown
 * @param address  the person's page, under which the forms are
 */
public record PersonPage(Frame frame, List<Problem> problems, String name, @Nullable String state,
        List<SummaryRow> details,
        List<Row> roles, @Nullable Give give, @Nullable String whyNot, Actions actions,
        List<SummaryRow> sessions, String address) {
    /**
     * A role of theirs.
     *
     * @param role  in words
     * @param when  from when until when, in words
     * @param by    who gave or ended it, in words
     * @param state whether it counts, in a word
     * @param counts whether it counts now
     * @param end   where to end it; null where that may not be done here
     */
    public record Row(String role, String when, String by, String state, boolean counts, @Nullable String end) {
    }

    /**
     * The form for a role.
     *
     * @param role    which
     * @param choices those that may be given
     * @param from    from when
     * @param until   the last day
     */
    public record Give(Field role, List<Choice> choices, DateField from, DateField until) {
    }

    /**
     * What can be done with their account.
     *
     * @param edit   whether details can be changed
     * @param reset  whether their sign-in can be reset
     * @param leave  whether they can be marked as having left
     * @param reach  whether what they can see may be asked
     */
    public record Actions(boolean edit, boolean reset, boolean leave, boolean reach) {
    }
}
