package heed.directory.setup;

import heed.platform.web.Frame;
import heed.platform.web.Task;
import java.util.List;

/**
 * All settings this person may change.
 *
 * @param frame around the page
 * @param tasks where each is and how it stands
 */
public record SettingsPage(Frame frame, List<Task> tasks) {
}
