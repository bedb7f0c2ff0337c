package heed.casework.escalation;

import heed.platform.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that could not be sent.
 *
 * @param frame around the page
 * @param rows  latest first
 */
public record MessagesPage(Frame frame, List<Row> rows) {
    /**
     * One message.
     *
     * @param what    what it says
     * @param whom    to whom, by name
     * @param way     mail or text message
     * @param when    when it was written
     * @param why     what went wrong, in words
     * @param href    where it leads; null where it leads to no concern
     * @param retry   where to try it again
     */
    public record Row(String what, String whom, String way, String when, String why, @Nullable String href,
            String retry) {
    }
}
