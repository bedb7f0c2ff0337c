package heed.directory.setup;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.List;

/**
 * All answers of set-up, to check.
 *
 * @param frame    around the page
 * @param rows     the answers
 * @param warnings what will not work, a sentence each
 */
public record CheckPage(Frame frame, List<SummaryRow> rows, List<String> warnings) {
}
