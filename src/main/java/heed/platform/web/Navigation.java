package heed.platform.web;

import heed.platform.Actor;
import java.util.List;

/** A module's places in the navigation of every page. Beans are asked in their {@code @Order}. */
public interface Navigation {
    /**
     * The places this person can go to now; those they may not are left out.
     *
     * @param path the path of the page being shown, to mark where they are
     */
    List<NavItem> items(Actor by, String path);
}
