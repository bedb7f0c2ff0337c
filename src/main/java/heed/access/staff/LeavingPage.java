package heed.access.staff;

import heed.platform.web.Frame;
import java.util.List;

/**
 * Asks whether somebody has left.
 *
 * @param frame  around the page
 * @param name   who
 * @param effects what follows, a sentence each
 * @param action where the form goes
 * @param href   the person's page
 */
public record LeavingPage(Frame frame, String name, List<String> effects, String action, String href) {
}
