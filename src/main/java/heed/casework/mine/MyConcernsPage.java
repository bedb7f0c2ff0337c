package heed.casework.mine;

import heed.platform.web.Frame;
import heed.platform.web.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What someone raised. Public only because templates compile elsewhere. */
public record MyConcernsPage(Frame frame, List<Row> rows, @Nullable Pager pager) {
    /** One of them. */
    public record Row(String ref, String href, String about, String sent, String state, boolean reply) {
    }
}
