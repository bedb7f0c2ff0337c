package heed.casework.work;

import heed.casework.clock.Clocks;
import heed.platform.calendar.WorkingDays;

/** The hours by which follow-ups and act-by times are reckoned: England's working days until five. */
public final class UsualHours {
    /** Them. */
    public static final Clocks CLOCKS = new Clocks(WorkingDays.ENGLAND, Clocks.FIVE);

    private UsualHours() {
    }
}
