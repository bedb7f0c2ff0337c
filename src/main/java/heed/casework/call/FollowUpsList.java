package heed.casework.call;

import heed.casework.work.WorkList;
import heed.platform.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is owed after calls, among what waits for officers. */
@Component
@Order(10)
class FollowUpsList implements WorkList {
    private final Calls calls;

    FollowUpsList(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String title() {
        return "Follow-ups";
    }

    @Override
    public String href() {
        return "/follow-ups";
    }

    @Override
    public String words(long count) {
        return count == 1 ? "follow-up is owed" : "follow-ups are owed";
    }

    @Override
    public long count(Actor by) {
        return calls.count(by);
    }
}
