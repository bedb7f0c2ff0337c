package heed.access.signin;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks whoever is signed in to prove again that it is them.
 *
 * @param frame    the page's frame
 * @param problems what to put right
 * @param code     the code; null where a button is enough, in the demonstration
 * @param next     the page to show afterwards
 */
public record ConfirmPage(Frame frame, List<Problem> problems, @Nullable Field code, String next) {
}
