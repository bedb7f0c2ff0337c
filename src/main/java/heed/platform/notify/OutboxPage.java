package heed.platform.notify;

import heed.platform.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mail of whoever is signed in, in the demo.
 *
 * @param frame   around the page
 * @param letters newest first
 */
public record OutboxPage(Frame frame, List<Shown> letters) {
    /**
     * One mail.
     *
     * @param id      for the heading's address within the page
     * @param subject its subject
     * @param text    its text
     * @param when    when it was written, in local time
     * @param urgent  whether it goes before others
     * @param href    where its link leads; null where the kind of mail is not known
     */
    public record Shown(String id, String subject, String text, String when, boolean urgent, boolean phone,
            @Nullable String href) {
    }
}
