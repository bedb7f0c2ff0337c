package heed.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One place to go from every page.
 *
 * @param text    its name
 * @param href    its address
 * @param current whether the page shown is there or under it
 * @param count   how many things wait there, as shown ("12", "50+"); null for none
 */
public record NavItem(String text, String href, boolean current, @Nullable String count) {
    /** A place without a count. */
    public static NavItem of(String text, String href, boolean current) {
        return new NavItem(text, href, current, null);
    }
}
