package heed.access.staff;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a staff list would do, before it does.
 *
 * @param frame     around the page
 * @param problems  what to put right
 * @param moved     whether people changed since it was shown last, so that it is shown again
 * @param summary   what would happen, a sentence each
 * @param groups    who, by what would happen
 * @param nothing   whether there is nothing to do at all
 * @param leaving   whether those who are not in the list have left; null where everyone is in it
 * @param answers   to that question
 * @param leaver    the boxes for who has left
 * @param missing   those who are not in the list, with a box each
 * @param faults    what stands in the way since people changed
 * @param seen      stands for what is shown
 * @param action    where the form goes
 * @param discard   where giving it up goes
 */
public record ImportPage(Frame frame, List<Problem> problems, boolean moved, List<String> summary, List<Group> groups,
        boolean nothing, @Nullable Field leaving, List<Choice> answers, Field leaver,
        List<Choice> missing, List<StaffFault> faults,
        String seen, String action, String discard) {
    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "ImportPage[]";
    }

    /**
     * People to whom the same would happen.
     *
     * @param heading what, and to how many
     * @param people  who
     */
    public record Group(String heading, List<Person> people) {
    }

    /**
     * One of them.
     *
     * @param line  where in the file
     * @param name  their name
     * @param facts what is new, or what changes from what to what, a sentence each
     */
    public record Person(long line, String name, List<String> facts) {
    }
}
