package heed.casework.restriction;

import heed.platform.web.Frame;
import java.util.List;

/** Who has looked at a record. Public only because templates compile elsewhere. */
public record LooksPage(Frame frame, String record, List<Row> rows) {
    /** Somebody who has looked; how often they opened it, how often it was in a list they were shown, first and last. */
    public record Row(String name, String opened, String listed, String first, String last) {
    }
}
