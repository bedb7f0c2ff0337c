package heed.casework.figure;

import heed.platform.web.Frame;
import heed.platform.web.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list behind a figure, worded. Public only because templates compile elsewhere. */
public record FigureListPage(Frame frame, String title, String period, List<String> narrowed, String total,
        List<Row> rows, @Nullable Pager pager, boolean parted) {
    /** One line. */
    public record Row(String ref, String href, boolean danger, String about, String subject, String received,
            String state, String part) {
    }
}
