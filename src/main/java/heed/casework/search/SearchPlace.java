package heed.casework.search;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Search in the navigation, for those who may search. */
@Component
@Order(15)
class SearchPlace implements Navigation {
    @Override
    public List<NavItem> items(Actor by, String path) {
        return by.may(Permission.WORK_CONCERNS)
                ? List.of(NavItem.more("Search", "/search", path.equals("/search") || path.startsWith("/search/")))
                : List.of();
    }
}
