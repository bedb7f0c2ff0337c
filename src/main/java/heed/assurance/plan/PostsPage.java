package heed.assurance.plan;

import heed.platform.web.Frame;
import java.util.List;

/** Every post. Public only because templates compile elsewhere. */
public record PostsPage(Frame frame, String count, List<Row> posts) {
    /** Copies the rows. */
    public PostsPage {
        posts = List.copyOf(posts);
    }

    /** One post. */
    public record Row(String title, String href, String holders, boolean vacant, String aliases) {
    }
}
