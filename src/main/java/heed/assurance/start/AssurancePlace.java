package heed.assurance.start;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Assurance in the navigation, for those who have a part in it. */
@Component
@Order(16)
class AssurancePlace implements Navigation {
    private final AssuranceStart start;

    AssurancePlace(AssuranceStart start) {
        this.start = start;
    }

    @Override
    public List<NavItem> items(Actor by, String path) {
        if (!start.concerns(by))
            return List.of();
        boolean here = path.equals("/assurance") || path.startsWith("/assurance/");
        // Who works the queue has a long row already.
        return List.of(by.may(Permission.WORK_CONCERNS)
                ? NavItem.more("Assurance", "/assurance", here)
                : NavItem.of("Assurance", "/assurance", here));
    }
}
