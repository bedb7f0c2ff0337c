package heed.access.staff;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of people.
 *
 * @param frame   around the page
 * @param search  the name looked for
 * @param count   how many there are, in words
 * @param rows    a page of them
 * @param empty   what to do when there are none
 * @param after   id of the last one shown, where a page follows
 * @param canAdd  whether somebody can be added here
 */
public record PeoplePage(Frame frame, Field search, String count, List<Row> rows, String empty, @Nullable String after,
        boolean canAdd) {
    /**
     * One person.
     *
     * @param name  their name
     * @param href  their page
     * @param post  what their job is called
     * @param place their service, or the body they work for
     * @param roles what they hold now, in words
     */
    public record Row(String name, String href, String post, String place, String roles) {
    }
}
