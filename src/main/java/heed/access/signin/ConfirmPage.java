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
 * @param button   whether a button is enough, in the demonstration
 * @param code     the code; null where they have no app for codes
 * @param passkey what the browser is asked; null where they have no passkey
 * @param sso     other systems of theirs that can confirm it
 * @param next     the page to show afterwards
 */
public record ConfirmPage(Frame frame, List<Problem> problems, boolean button, @Nullable Field code,
        @Nullable PasskeyAsk passkey,
        List<SsoChoice> sso, String next) {
}
