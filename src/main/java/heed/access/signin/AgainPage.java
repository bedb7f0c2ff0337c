package heed.access.signin;

import heed.platform.web.Frame;
import java.util.List;

/**
 * Shown when a form arrives after its session ended: what was typed, ready to be sent again. It is kept nowhere but in
 * the browser that sent it.
 *
 * @param confirm whether it waits for a confirmation, and not for signing in
 * @param frame the page's frame
 * @param to    the path the form was sent to
 * @param typed what was typed
 */
public record AgainPage(boolean confirm, Frame frame, String to, List<Typed> typed) {
    /** One parameter of the form. */
    public record Typed(String name, String value) {
    }
}
