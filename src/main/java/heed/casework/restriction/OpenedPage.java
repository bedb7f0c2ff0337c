package heed.casework.restriction;

import heed.platform.web.Frame;
import java.util.List;

/** What is open to whoever asks for a time. Public only because templates compile elsewhere. */
public record OpenedPage(Frame frame, List<Row> rows) {
    /** A concern, why it is open and until when. */
    public record Row(String ref, String href, String title, String why, String until) {
    }
}
