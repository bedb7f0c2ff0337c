package heed.assurance.framework;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import java.util.List;

/**
 * The frameworks there are. Public only because templates compile elsewhere.
 *
 * @param drafts    being prepared
 * @param published the latest version of each
 * @param question  which of those that come with Heed to publish
 * @param shipped   those that are not published here yet
 */
public record FrameworksPage(Frame frame, List<Row> drafts, List<Row> published, Field question,
        List<Choice> shipped) {
    /** One of them. */
    public record Row(String title, String href, String kind, String name, String when) {
    }
}
