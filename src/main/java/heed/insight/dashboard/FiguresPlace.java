package heed.insight.dashboard;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Figures in the navigation, for those who see any. */
@Component
@Order(14)
class FiguresPlace implements Navigation {
    @Override
    public List<NavItem> items(Actor by, String path) {
        return by.may(Permission.SEE_FIGURES)
                ? List.of(NavItem.of("Figures", "/figures", path.startsWith("/figures")))
                : List.of();
    }
}
