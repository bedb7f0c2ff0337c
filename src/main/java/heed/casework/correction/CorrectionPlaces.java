package heed.casework.correction;

import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Corrections in the navigation, while one waits for this person's answer. */
@Component
@Order(11)
class CorrectionPlaces implements Navigation {
    private final Corrections corrections;

    CorrectionPlaces(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public List<NavItem> items(Actor by, String path) {
        long waiting = corrections.count(by);
        return waiting == 0
                ? List.of()
                : List.of(NavItem.of("Corrections", "/corrections", path.startsWith("/corrections"),
                        String.valueOf(waiting)));
    }
}
