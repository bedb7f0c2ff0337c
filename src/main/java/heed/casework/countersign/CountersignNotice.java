package heed.casework.countersign;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after countersigning says. */
enum CountersignNotice implements Notice {
    /** The second officer agrees. */
    COUNTERSIGNED("You have countersigned the decision."),
    /** The second officer disagrees. */
    NOT_COUNTERSIGNED_TAKEN_UP("It is reopened, and with you. The officer who decided has been told.");

    private final String words;

    CountersignNotice(String words) {
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
            return List.of(CountersignNotice.values());
        }
    }
}
