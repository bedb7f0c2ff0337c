package heed.casework.restriction;

import heed.platform.web.Frame;
import java.util.List;

/** What somebody can see. Public only because templates compile elsewhere. */
public record PersonReachPage(Frame frame, String name, List<String> roles, List<Part> parts) {
    /** Concerns of one kind, or a sentence where there are none. */
    public record Part(String title, String none, List<Row> rows) {
    }

    /** A concern. */
    public record Row(String ref, String href, String words) {
    }
}
