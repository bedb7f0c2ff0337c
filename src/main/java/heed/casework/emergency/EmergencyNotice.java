package heed.casework.emergency;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after an act of emergency access says. */
enum EmergencyNotice implements Notice {
    OPENED_FOR_AN_HOUR("It is open to you for an hour. The leads have been told."), CLOSED_EARLY(
            "You closed it."), REVIEWED("Your review is kept.");

    private final String words;

    EmergencyNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(EmergencyNotice.values());
        }
    }
}
