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
        if (!by.may(Permission.SEE_FIGURES) && !by.may(Permission.READ_PUBLISHED))
            return List.of();
        boolean here = path.equals("/quarters") || path.startsWith("/quarters/");
        // Four times a year for who works the queue, whose row is long enough; what others come for.
        return List.of(by.may(Permission.WORK_CONCERNS)
                ? NavItem.more("Quarters", "/quarters", here)
                : NavItem.of("Quarters", "/quarters", here));
    }
}
