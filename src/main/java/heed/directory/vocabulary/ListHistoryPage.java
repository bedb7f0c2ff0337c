package heed.directory.vocabulary;

import heed.platform.web.Frame;
import java.util.List;

/** Every version of a list, worded. Public only because templates compile elsewhere. */
public record ListHistoryPage(Frame frame, String title, List<Row> rows) {
    /** One version. */
    public record Row(String version, String href, String change, String by, String adopted) {
    }
}
