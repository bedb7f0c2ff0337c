package heed.assurance.importing;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Putting a piece right, or adding one, beside its source. Public only because templates compile elsewhere.
 *
 * @param title     what is done
 * @param caption   which paper
 * @param lines     the source
 * @param flags     what is to be looked at about it
 * @param meanwhile what somebody else put since; null where nobody did
 * @param theirs    what they put, by what
 * @param action    where the form goes
 * @param hidden    what is sent along
 * @param back      where "Cancel" leads
 * @param leaveOut  where leaving it out goes; null where it cannot be
 * @param putBack   where putting it back goes; null where it is as it was read
 * @param outAlso   what is left out with it, in words; empty for nothing
 */
public record PiecePage(Frame frame, String title, String caption, List<PaperLinesPage.Source> lines,
        List<String> flags, @Nullable String meanwhile, List<PaperLinesPage.Said> theirs, String action,
        Map<String, String> hidden, List<Question> questions, List<Problem> problems, String button, String back,
        @Nullable String leaveOut, @Nullable String putBack, String outAlso) {
    /** Copies what it is given. */
    public PiecePage {
        lines = List.copyOf(lines);
        flags = List.copyOf(flags);
        theirs = List.copyOf(theirs);
        hidden = Map.copyOf(hidden);
        questions = List.copyOf(questions);
        problems = List.copyOf(problems);
    }

    /** Keeps the paper's words out of logs. */
    @Override
    public String toString() {
        return "PiecePage[]";
    }
}
