package heed.insight.report;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The quarters in the navigation, for those who read figures. */
@Component
@Order(15)
class QuartersPlace implements Navigation {
    @Override
    public List<NavItem> items(Actor by, String path) {
        return by.may(Permission.SEE_FIGURES) || by.may(Permission.READ_PUBLISHED)
                ? List.of(
                        NavItem.of("Quarters", "/quarters", path.equals("/quarters") || path.startsWith("/quarters/")))
                : List.of();
    }
}
