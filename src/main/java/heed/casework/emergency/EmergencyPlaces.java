package heed.casework.emergency;

import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Emergency openings in the navigation, while one waits for this person's review. */
@Component
@Order(13)
class EmergencyPlaces implements Navigation {
    private final Emergency emergency;

    EmergencyPlaces(Emergency emergency) {
        this.emergency = emergency;
    }

    @Override
    public List<NavItem> items(Actor by, String path) {
        long waiting = emergency.waiting(by);
        return waiting == 0
                ? List.of()
                : List.of(NavItem.of("Emergency access", "/emergency/reviews", path.startsWith("/emergency/reviews"),
                        String.valueOf(waiting)));
    }
}
