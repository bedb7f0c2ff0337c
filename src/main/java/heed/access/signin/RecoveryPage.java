package heed.access.signin;

import heed.platform.web.Frame;
import java.util.List;

/**
 * The recovery codes, the only time they are shown.
 *
 * @param frame the page's frame
 * @param codes all of them
 * @param next  the page to go on to
 */
public record RecoveryPage(Frame frame, List<String> codes, String next) {
}
