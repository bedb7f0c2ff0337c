package heed.assurance.plan;

import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import heed.platform.web.TimelineEvent;
import java.util.List;

/**
 * One action. Public only because templates compile elsewhere.
 *
 * @param warning  why what the reader wanted to do was not done; empty for nothing
 * @param typed    what they typed then
 * @param line     as a list shows it
 * @param heed     Heed's colour in full with its reason; empty for none
 * @param judged   the lead's colour in full; empty for none
 * @param because  the lead's reason and its date
 * @param plan     its plan's address; empty for those who may not read it
 * @param doubts   what to look at in how the timescale was read
 * @param moves    what can be done now
 * @param works    whether the reader may write progress
 * @param changes  whether the reader may change its words
 * @param lineage  where it came from and where it went
 */
public record ActionPage(Frame frame, String warning, List<SummaryRow> typed, ActionLine line, String at, String plan,
        String heed, String judged,
        String because, List<SummaryRow> facts, List<String> doubts, List<SummaryRow> result, List<Stone> milestones,
        List<Way> moves, boolean works, boolean changes, List<Way> lineage, List<TimelineEvent> history) {
    /** Copies the lists. */
    public ActionPage {
        typed = List.copyOf(typed);
        facts = List.copyOf(facts);
        doubts = List.copyOf(doubts);
        result = List.copyOf(result);
        milestones = List.copyOf(milestones);
        moves = List.copyOf(moves);
        lineage = List.copyOf(lineage);
        history = List.copyOf(history);
    }

    /** A milestone; the address is empty where it is met. */
    public record Stone(String what, String due, String state, String tag, String href) {
    }

    /** Somewhere to go. */
    public record Way(String text, String href) {
    }
}
