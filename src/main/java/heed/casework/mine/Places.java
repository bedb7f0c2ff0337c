package heed.casework.mine;

import heed.access.Permission;
import heed.casework.triage.Desk;
import heed.casework.work.WorkLists;
import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where casework can be found in the navigation. */
@Component
@Order(10)
class Places implements Navigation {
    private final Desk desk;
    private final WorkLists lists;

    Places(Desk desk, WorkLists lists) {
        this.desk = desk;
        this.lists = lists;
    }

    @Override
    public List<NavItem> items(Actor by, String path) {
        var items = new ArrayList<NavItem>();
        items.add(NavItem.of("Start", "/", path.equals("/")));
        if (by.may(Permission.RAISE)) {
            items.add(NavItem.of("Raise a concern", "/raise", path.startsWith("/raise")));
            items.add(NavItem.of("My concerns", "/my-concerns", path.startsWith("/my-concerns")));
            // Who works the queue is asked for advice, and asks for it seldom.
            boolean advice = path.equals("/advice") || path.startsWith("/advice/");
            items.add(by.may(Permission.WORK_CONCERNS)
                    ? NavItem.more("Advice", "/advice", advice)
                    : NavItem.of("Advice", "/advice", advice));
        }
        if (by.may(Permission.WORK_CONCERNS)) {
            long waiting = desk.waiting(by);
            items.add(NavItem.of("Queue", "/queue/waiting",
                    path.startsWith("/queue") || path.startsWith("/concerns") || path.startsWith("/cases")
                            || lists.has(path),
                    waiting == 0 ? null : String.valueOf(waiting)));
        }
        if (by.may(Permission.EDIT_LISTS))
            items.add(NavItem.more("Lists", "/settings/lists",
                    path.startsWith("/settings/lists") || path.startsWith("/settings/decision-reasons")));
        return items;
    }
}
