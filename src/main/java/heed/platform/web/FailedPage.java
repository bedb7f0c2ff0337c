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
 */
public record FailedPage(Frame frame, String heading, List<String> words, @Nullable String incident, boolean urgent) {
}
