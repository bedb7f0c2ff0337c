package heed.directory.setup;

import heed.platform.web.Frame;
import java.util.List;

/**
 * The end of set-up.
 *
 * @param frame around the page
 * @param links who gets which link
 * @param next  what to do next, a sentence each
 */
public record FinishedPage(Frame frame, List<Link> links, List<String> next) {
    /**
     * A link to choose a password.
     *
     * @param role whose, as a role
     * @param name whose
     * @param link the whole address
     * @param id   for the page
     */
    public record Link(String role, String name, String link, String id) {
        /** Keeps both out of logs. */
        @Override
        public String toString() {
            return "Link[" + id + "]";
        }
    }
}
