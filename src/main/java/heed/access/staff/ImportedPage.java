package heed.access.staff;

import heed.platform.web.Frame;
import java.util.List;

/**
 * What a staff list did.
 *
 * @param frame   around the page
 * @param summary what happened, a sentence each
 * @param waiting those added who have not chosen a password yet
 * @param count   how many they are, in words
 * @param links   where a file of links for all of them comes from
 */
public record ImportedPage(Frame frame, List<String> summary, List<Waiting> waiting, String count, String links) {
    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "ImportedPage[]";
    }

    /**
     * Somebody who has no password yet.
     *
     * @param name their name
     * @param href their page
     */
    public record Waiting(String name, String href) {
    }
}
