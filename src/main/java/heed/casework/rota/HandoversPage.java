package heed.casework.rota;

import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handovers of the last weeks, worded. Public only because templates compile elsewhere. */
public record HandoversPage(Frame frame, List<Row> rows) {
    /**
     * One handover.
     *
     * @param id    for the heading's address within the page
     * @param by    who wrote it, and when
     * @param words what is said to everybody; empty for nothing
     * @param lines what is said of concerns
     * @param read  where it is marked as read; null where it is
     */
    public record Row(String id, String by, String words, List<Handovers.Line> lines, @Nullable String read) {
    }

    /** Handovers, worded. */
    public static List<Row> rows(List<Handovers.Handover> found, LondonTime time) {
        return found.stream().map(h -> new Row("handover-" + h.id(), h.author() + ", " + time.dayAndTime(h.at()),
                h.words(), h.lines(), h.read() ? null : "/handovers/" + h.id() + "/reading")).toList();
    }
}
