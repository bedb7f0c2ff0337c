package heed.access.staff;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The people pages in the navigation, for those who may open them. */
@Component
@Order(60)
class PeoplePlace implements Navigation {
    @Override
    public List<NavItem> items(Actor by, String path) {
        if (!by.may(Permission.MANAGE_ACCOUNTS) && !by.may(Permission.GRANT_READERS))
            return List.of();
        return List.of(NavItem.more("People", "/people", path.equals("/people") || path.startsWith("/people/")));
    }
}
