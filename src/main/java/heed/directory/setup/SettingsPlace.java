package heed.directory.setup;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The checklist and the settings in the navigation, for those who may open them. */
@Component
@Order(70)
class SettingsPlace implements Navigation {
    @Override
    public List<NavItem> items(Actor by, String path) {
        var items = new ArrayList<NavItem>();
        if (Checklist.isFor(by))
            items.add(NavItem.more("Checklist", "/checklist", path.equals("/checklist")));
        if (by.may(Permission.EDIT_SETTINGS) || by.may(Permission.EDIT_NUMBERS))
            items.add(NavItem.more("Settings", "/settings", path.equals("/settings") || path.startsWith("/settings/")));
        return items;
    }
}
