package heed.casework.restriction;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is open to somebody for a time, in the navigation while there is any. */
@Component
@Order(12)
class OpenedPlaces implements Navigation {
    private final Reach reach;

    OpenedPlaces(Reach reach) {
        this.reach = reach;
    }

    @Override
    public List<NavItem> items(Actor by, String path) {
        if (!by.may(Permission.RAISE))
            return List.of();
        long open = reach.countOpenToMe(by);
        return open == 0
                ? List.of()
                : List.of(NavItem.of("Open to you", "/opened", path.startsWith("/opened"), String.valueOf(open)));
    }
}
