package heed.insight.report;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quarter as it would be frozen, before it is.
 *
 * @param frame    around the page
 * @param problems what to put right
 * @param moved    whether the figures changed while one was looking
 * @param title    the heading
 * @param full     all figures
 * @param members  the copy for members and the public
 * @param changes  what is otherwise than it was published
 * @param reason   why it is revised; null the first time
 * @param action   where the form goes
 * @param asAt     up to when was counted
 * @param seen     stands for what is shown
 * @param button   what the button says
 */
public record PublishPage(Frame frame, List<Problem> problems, boolean moved, String title, SheetView full,
        SheetView members, List<String> changes, @Nullable Field reason, String action, String asAt, String seen,
        String button) {
    /** Keeps the note out of logs. */
    @Override
    public String toString() {
        return "PublishPage[]";
    }
}
