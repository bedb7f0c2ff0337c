package heed.access.staff;

import heed.platform.web.Frame;

/**
 * A link to choose a password, shown once.
 *
 * @param frame around the page
 * @param name  whose
 * @param link  the whole address
 * @param href  the person's page
 */
public record InvitedPage(Frame frame, String name, String link, String href) {
    /** Keeps both out of logs. */
    @Override
    public String toString() {
        return "InvitedPage[" + href + "]";
    }
}
