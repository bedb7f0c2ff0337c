package heed.directory.setup;

import heed.platform.web.Frame;
import heed.platform.web.Task;
import java.util.List;

/**
 * What is still to be done.
 *
 * @param frame around the page
 * @param left  how much is left, in words
 * @param tasks everything on the list
 */
public record ChecklistPage(Frame frame, String left, List<Task> tasks) {
}
