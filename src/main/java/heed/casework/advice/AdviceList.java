package heed.casework.advice;

import heed.casework.work.WorkList;
import heed.platform.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Advice that nobody has given yet, among what waits for officers. */
@Component
@Order(30)
class AdviceList implements WorkList {
    private final AdviceDesk desk;

    AdviceList(AdviceDesk desk) {
        this.desk = desk;
    }

    @Override
    public String title() {
        return "Advice asked";
    }

    @Override
    public String href() {
        return "/advice-desk";
    }

    @Override
    public String words(long count) {
        return count == 1 ? "question asks for advice" : "questions ask for advice";
    }

    @Override
    public long count(Actor by) {
        return desk.waiting(by);
    }
}
