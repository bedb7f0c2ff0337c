package heed.casework.advice;

import heed.casework.work.WorkLists;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.Pager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of advice: one's own, or the officers'. Public only because templates compile elsewhere. */
public record AdviceListPage(Frame frame, List<WorkLists.Tab> tabs, String total, boolean answered, List<Row> rows,
        @Nullable Pager pager) {
    private static final int SHOWN = 80;

    /** One question. */
    public record Row(String ref, String href, String asked, String who, String question, String state,
            boolean unread) {
    }

    static Row row(Advice a, boolean own, Map<UUID, String> names, LondonTime time) {
        var answer = a.answer();
        var line = a.question().strip().lines().findFirst().orElse("");
        return new Row(a.ref().value(), (own ? "/advice/" : "/advice-desk/") + a.ref(), time.dayAndTime(a.askedAt()),
                own ? "" : AdvicePage.asker(a, names),
                line.length() <= SHOWN ? line : line.substring(0, SHOWN).strip() + "…",
                answer == null ? "Waiting" : "Answered " + time.dayAndTime(answer.at()),
                own && answer != null && answer.readAt() == null);
    }
}
