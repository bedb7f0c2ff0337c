package heed.directory.setup;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of set-up.
 *
 * @param frame    around the page
 * @param problems what to put right
 * @param caption  which step of how many
 * @param heading  what it is about
 * @param words    what to know first, a paragraph each
 * @param place    a file's address to show by itself; null for none
 * @param warning  what must not be missed; null for none
 * @param asks     the boxes to fill in
 * @param tick     a box to tick; null for none
 * @param ticks    the one choice of it
 * @param button   what the button says
 * @param trial    whether a trial mail can be sent
 * @param tried    what became of the trial mail; null where none was sent
 * @param skip     what the button to leave the step for later says; null where it cannot be left
 */
public record SetUpPage(Frame frame, List<Problem> problems, String caption, String heading, List<String> words,
        @Nullable String place, @Nullable String warning, List<Ask> asks, @Nullable Field tick, List<Choice> ticks,
        String button,
        boolean trial, @Nullable String tried, @Nullable String skip) {
}
