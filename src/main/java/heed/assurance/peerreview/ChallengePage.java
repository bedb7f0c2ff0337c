package heed.assurance.peerreview;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import heed.platform.web.TimelineEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A challenge with its turns. Public only because templates compile elsewhere.
 *
 * @param title     its reference and what it says
 * @param state     where it stands, or what came of it
 * @param colour    the state's colour
 * @param facts     what it is about
 * @param question  where the answer is read; null where they read it elsewhere
 * @param turns     every turn, the latest first
 * @param questions what is asked for the next turn; empty where none is theirs now
 * @param moved     what to say where somebody else was first; null for nothing
 * @param seen      the version that is shown
 * @param action    where a turn is sent
 * @param rating    where the own rating is changed because of it; null where it cannot be
 */
public record ChallengePage(Frame frame, List<Problem> problems, String title, String state, String colour,
        List<SummaryRow> facts, @Nullable String question, List<TimelineEvent> turns, List<Question> questions,
        @Nullable String moved,
        String seen, String action, @Nullable String rating) {
    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ChallengePage[" + action + "]";
    }
}
