package heed.casework.correction;

import heed.platform.web.Frame;
import java.util.List;

/** Corrections that wait for an answer. Public only because templates compile elsewhere. */
public record CorrectionsPage(Frame frame, List<Row> rows) {
    /** One of them. */
    public record Row(String ref, String href, String asked) {
    }
}
