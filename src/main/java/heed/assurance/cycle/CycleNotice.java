package heed.assurance.cycle;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of cycles say after a change. */
enum CycleNotice implements Notice {
    /** It is planned. */
    CYCLE_PLANNED("The cycle is planned. Those you invite see it once you open it."),
    /** Other dates. */
    CYCLE_DATES_KEPT("The dates are changed."),
    /** It moved on. */
    CYCLE_MOVED("Done. It stands in the history below."),
    /** Somebody is invited. */
    CYCLE_INVITED("They are invited. Their coordinators get mail once the cycle is open."),
    /** Somebody is not. */
    CYCLE_UNINVITED("The invitation is taken back."),
    /** They are asked. */
    CYCLE_REMINDED("Everybody who has not handed in is asked, by mail to their coordinators, once a day at most."),
    /** They take part. */
    INVITATION_ACCEPTED("You take part. The questions are kept here as the board published them.");

    private final String words;

    CycleNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllCycleNotices implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
