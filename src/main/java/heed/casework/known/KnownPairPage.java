package heed.casework.known;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two people beside each other. Public only because templates compile elsewhere.
 *
 * @param action   where the decision is sent
 * @param back     the list it came from
 * @param rows     what each concern says
 * @param joins    what saying "same person" joins; null where neither is a known person yet
 * @param said     what was said of them already; null for nothing, then there is a form
 * @param saidHref where that can be taken back or read
 */
public record KnownPairPage(Frame frame, String ref, String action, String back, @Nullable String warning, String here,
        String there, List<Row> rows, List<String> agrees, List<String> disagrees, @Nullable String joins,
        @Nullable String said, @Nullable String saidHref, @Nullable String saidLink, String mark,
        List<Question> questions, List<Problem> problems) {
    /** One thing that two concerns say. */
    public record Row(String what, String here, String there) {
    }
}
