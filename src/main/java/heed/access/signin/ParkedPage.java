package heed.access.signin;

import heed.platform.web.Frame;
import java.util.List;

/**
 * What somebody had typed when their session ended, to look at and send. Public only because templates compile elsewhere.
 *
 * @param confirmed whether it only waited for a confirmation, and not for signing in
 * @param id    the form's id
 * @param at    when it arrived, in words
 * @param to    the path it was sent to
 * @param typed what was typed, as it goes back
 * @param words the parts of it that are words, to read
 */
public record ParkedPage(Frame frame, boolean confirmed, String id, String at, String to, List<AgainPage.Typed> typed,
        List<String> words) {
}
