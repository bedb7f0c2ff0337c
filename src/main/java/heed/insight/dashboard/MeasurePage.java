package heed.insight.dashboard;

import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/**
 * One figure, worded. Public only because templates compile elsewhere.
 *
 * @param counts  what counts
 * @param leaves  what is left out; empty for nothing
 * @param own     whether days of their own were asked for
 * @param note    what the number is made of; empty where it says so itself
 * @param opens   whether a number leads to its list
 * @param overlaps whether the parts add up to more than the whole
 */
public record MeasurePage(Frame frame, String title, String counts, String leaves, List<Problem> problems,
        String action, Field period, List<Choice> periods, DateField from, DateField until, boolean own, Field split,
        List<Choice> splits, String words, String lastWords, Shown now, Shown before, String note, Bars bars,
        boolean opens, boolean overlaps) {
}
