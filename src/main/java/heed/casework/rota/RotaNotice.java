package heed.casework.rota;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page says after a change to the rota. */
enum RotaNotice implements Notice {
    SHIFT_ADDED("The shift is on the rota."), SHIFT_CHANGED("The shift is changed."), SHIFT_REMOVED(
            "The shift is off the rota."), WEEK_COPIED("The week before is copied."), NOTHING_COPIED(
                    "There was nothing to copy from the week before."), HANDOVER_WRITTEN(
                            "Your handover is there for the officers."), HANDOVER_READ("Marked as read.");

    private final String words;

    RotaNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
