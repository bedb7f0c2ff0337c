package heed.casework.countersign;

import heed.casework.work.WorkList;
import heed.platform.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is to be countersigned, among what waits for officers. */
@Component
@Order(20)
class CountersignList implements WorkList {
    private final Countersignatures countersignatures;

    CountersignList(Countersignatures countersignatures) {
        this.countersignatures = countersignatures;
    }

    @Override
    public String title() {
        return "To countersign";
    }

    @Override
    public String href() {
        return "/countersigning";
    }

    @Override
    public String words(long count) {
        return count == 1 ? "decision to countersign" : "decisions to countersign";
    }

    @Override
    public long count(Actor by) {
        return countersignatures.count(by);
    }
}
