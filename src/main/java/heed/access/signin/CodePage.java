package heed.access.signin;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/**
 * The second page of signing in.
 *
 * @param frame    the page's frame
 * @param problems what to put right
 * @param code     the code
 */
public record CodePage(Frame frame, List<Problem> problems, Field code) {
}
