package heed.directory.setup;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/**
 * The form for the account with GOV.UK Notify.
 *
 * @param frame    around the page
 * @param problems what to put right
 * @param asks     the boxes to fill in
 * @param version  the version shown
 * @param set      whether an account is set, and can be taken away
 * @param moved    whether somebody else saved one meanwhile
 */
public record TextsFormPage(Frame frame, List<Problem> problems, List<Ask> asks, String version, boolean set,
        boolean moved) {
}
