package heed.casework.call;

import heed.casework.clock.TimeLeft;
import heed.casework.coding.Vocabulary;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import heed.platform.web.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call: a form to log one, or one that was logged with what came of it. Public only because templates compile elsewhere.
 *
 * @param warning that somebody else was first; null for none
 * @param owed    what is owed, in words; null for nothing
 * @param late    whether that is overdue
 */
public record CallPage(Frame frame, String ref, String title, @Nullable String warning, @Nullable String owed,
        boolean late, List<SummaryRow> rows, List<TimelineEvent> steps, String action, Map<String, String> hidden,
        List<Question> questions, List<Problem> problems, String button) {

    static List<SummaryRow> rows(Call call, Map<UUID, String> names, LondonTime time) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("When", time.dayAndTime(call.madeAt())));
        rows.add(SummaryRow.of("Spoke to", call.details().spokeTo()));
        add(rows, "Their reference", call.details().reference());
        add(rows, "What was said", call.details().said());
        add(rows, "What they will do", call.details().outcome());
        rows.add(SummaryRow.of("Logged by",
                names.getOrDefault(call.loggedBy(), "Someone who has left") + ", " + time.dayAndTime(call.loggedAt())));
        return rows;
    }

    /** What came of a call, latest first. */
    static List<TimelineEvent> steps(Call call, Map<UUID, String> names, Vocabulary lists, LondonTime time) {
        return call.steps().reversed().stream().map(s -> event(s, names, lists, time)).toList();
    }

    private static TimelineEvent event(Call.Step s, Map<UUID, String> names, Vocabulary lists, LondonTime time) {
        var title = s.kind() == Call.Kind.DUE
                ? "Written follow-up due " + time.dayAndTime(s.at())
                : s.kind().words();
        var theirs = s.code() == null ? "" : "Their level: " + lists.level(s.code());
        var note = s.note() == null ? "" : s.note();
        var words = (theirs + (theirs.isEmpty() || note.isEmpty() ? "" : "\n") + note).strip();
        return new TimelineEvent(title, names.getOrDefault(s.by(), "Someone who has left"),
                time.dayAndTime(s.kind() == Call.Kind.DUE ? s.madeAt() : s.at()), words.isEmpty() ? null : words);
    }

    /** What is owed, by when, and under which clock. */
    public static String owed(Call call, Call.Due due, heed.casework.concern.SubjectKind about, Instant now) {
        var words = due.owed().words() + ": " + lower(TimeLeft.of(due.by(), now).words());
        return due.owed() == Call.Owed.ANSWER
                ? words + ". The county’s clock: " + lower(call.clock(about).label()) + ", "
                        + call.clock(about).length()
                        + " from when they received it"
                : words;
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(java.util.Locale.UK) + words.substring(1);
    }

    private static void add(List<SummaryRow> rows, String key, String value) {
        if (!value.isBlank())
            rows.add(SummaryRow.of(key, value));
    }
}
