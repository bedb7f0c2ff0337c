package heed.casework.rota;

import heed.platform.web.Frame;
import heed.platform.web.RingNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week of the rota, worded. Public only because templates compile elsewhere.
 *
 * @param frame    around the page
 * @param week     which week
 * @param now      who is on duty now
 * @param days     its days
 * @param before   the week before
 * @param after    the week after
 * @param copy     the Monday of the week that the one before can be copied into; null for those who may not
 * @param edits    whether shifts can be added and changed
 * @param settings whether the steps of escalation can be set
 * @param begun    whether a rota was ever made
 */
public record RotaPage(Frame frame, String week, List<RingNumber> now, List<Day> days, String before, String after,
        @Nullable String copy, boolean edits, boolean settings, boolean begun) {
    /** One day: its shifts and gaps in order of time. */
    public record Day(String name, boolean today, List<Row> rows, String add) {
    }

    /**
     * A shift or a gap.
     *
     * @param time   from when to when
     * @param who    who is on duty; null for a gap
     * @param cover  who covers; null for nobody
     * @param note   something about it, such as that it overlaps; null for nothing
     * @param change where it is changed; null where it is not
     */
    public record Row(String time, @Nullable String who, @Nullable String cover, @Nullable String note,
            @Nullable String change) {
    }
}
