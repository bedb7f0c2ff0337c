package heed.access.signin;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/**
 * Adding a passkey.
 *
 * @param frame    the page's frame
 * @param problems what to put right
 * @param name     what to call it
 * @param ask      what the browser is asked
 */
public record PasskeyPage(Frame frame, List<Problem> problems, Field name, PasskeyAsk ask) {
}
