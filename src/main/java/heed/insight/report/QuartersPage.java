package heed.insight.report;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quarters there are.
 *
 * @param frame   around the page
 * @param rows    latest first
 * @param publish whether this person publishes them
 * @param hide    up to which number is hidden; null for those who do not set it
 * @param upTo    the choices
 */
public record QuartersPage(Frame frame, List<Row> rows, boolean publish, @Nullable Field hide, List<Choice> upTo) {
    /**
     * One quarter.
     *
     * @param words  its days
     * @param which  which quarter of which year
     * @param href   its page
     * @param state  published, revised or draft
     * @param colour of the state
     * @param when   when and by whom; empty for a draft
     */
    public record Row(String words, String which, String href, String state, String colour, String when) {
    }
}
