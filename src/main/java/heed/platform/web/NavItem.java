package heed.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One place to go from every page.
 *
 * @param text    its name
 * @param href    its address
 * @param current whether the page shown is there or under it
 * @param count   how many things wait there, as shown ("12", "50+"); null for none
 * @param seldom  whether it is opened seldom, and stands under "More"
 */
public record NavItem(String text, String href, boolean current, @Nullable String count, boolean seldom) {
    /** A place without a count. */
    public static NavItem of(String text, String href, boolean current) {
        return new NavItem(text, href, current, null, false);
    }

    /** A place where things may wait. */
    public static NavItem of(String text, String href, boolean current, @Nullable String count) {
        return new NavItem(text, href, current, count, false);
    }

    /** A place that is opened seldom. */
    public static NavItem more(String text, String href, boolean current) {
        return new NavItem(text, href, current, null, true);
    }
}
