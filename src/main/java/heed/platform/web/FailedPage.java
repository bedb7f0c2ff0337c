package heed.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page shown when what was asked for could not be done.
 *
 * @param frame    the page's frame
 * @param heading  what happened
 * @param words    what that means and what to do, a paragraph each
 * @param incident what to quote when asking for help; null when it is no defect
 * @param urgent   whether to show the numbers to ring on the page itself
 * @param again    the path to send what was typed to again; null where nothing was
 * @param typed    what was typed, to be sent again
 */
public record FailedPage(Frame frame, String heading, List<String> words, @Nullable String incident, boolean urgent,
        @Nullable String again, List<Typed> typed) {
    /** One parameter of the form. */
    public record Typed(String name, String value) {
    }

}
