package heed.casework.mine;

import gg.jte.Content;
import heed.casework.work.WorkLists;
import heed.platform.web.Alerts;
import heed.platform.web.Frame;
import heed.platform.web.RingNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The start page. Public only because templates compile elsewhere. */
public record HomePage(Frame frame, boolean raises, List<MyConcernsPage.Row> mine, boolean more, List<Begun> begun,
        @Nullable Waiting waiting, List<WorkLists.Waiting> lists, List<Alerts.Alert> alerts, List<RingNumber> duty,
        List<Warning> warnings, List<Content> parts) {
    /** A draft that was not sent. */
    public record Begun(String href, String about, String saved) {
    }

    /** Something that goes wrong, and where it is put right. */
    public record Warning(String words, String href) {
    }

    /** What waits for an officer; {@code overdue} is null where nothing is. */
    public record Waiting(String count, String words, @Nullable String overdue) {
    }
}
