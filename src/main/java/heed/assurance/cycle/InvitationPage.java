package heed.assurance.cycle;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, as those invited read it. Public only because templates compile elsewhere.
 *
 * @param facts    about it
 * @param accept   where they take part; null where they do, or no longer can
 * @param question which organisation answers; null where there is one
 * @param choices  the organisations
 * @param closed   whether returns are closed and they did not take part
 * @param ours     where the return is, or is begun; null before they take part
 * @param edition  the edition as it is kept here; null before they take part
 */
public record InvitationPage(Frame frame, List<Problem> problems, List<SummaryRow> facts, @Nullable String accept,
        @Nullable Field question, List<Choice> choices, boolean closed, ReturnPlace.@Nullable Place ours,
        @Nullable String edition) {
}
