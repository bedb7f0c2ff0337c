package heed.assurance.exercise;

import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signing a return off, and what was signed. Public only because templates compile elsewhere.
 *
 * @param title     the return
 * @param base      where its pages are
 * @param tally     the counts on both bases
 * @param holdsUp   what keeps it from being signed off
 * @param questions what is asked of whoever signs; empty where they cannot sign now
 * @param version   for the forms
 * @param signed    how it was signed off; empty while it was not
 * @param submits   whether it can be submitted now
 * @param waits     what it waits for, where nothing can be done here; null where something can
 */
public record SignOffPage(Frame frame, List<Problem> problems, String title, String base, String tally,
        List<String> holdsUp, List<Question> questions, int version, List<SummaryRow> signed, boolean submits,
        @Nullable String waits) {
    static SignOffPage of(Frame frame, ReturnReading.Opened opened, SigningOff.@Nullable Signed signed, String who,
            boolean closed, LondonTime time, List<Question> questions, List<Problem> problems, int version) {
        var made = opened.made();
        var missing = opened.missing();
        var rows = new ArrayList<SummaryRow>();
        if (signed != null) {
            var s = signed.signature();
            rows.add(SummaryRow.of("Approved by",
                    s.group() + ", minute " + s.minute() + ", " + ReturnWords.day(s.day())));
            rows.add(SummaryRow.of("Signed off by", s.post() + " (" + who + "), " + time.dayAndTime(signed.at())));
            rows.add(SummaryRow.of("Content hash", signed.hash()));
            var submitted = signed.submittedAt();
            if (submitted != null)
                rows.add(SummaryRow.of("Submitted", time.dayAndTime(submitted)));
            var delivered = signed.deliveredAt();
            if (submitted != null && signed.board())
                rows.add(SummaryRow.of("The board", delivered == null
                        ? "Does not have it yet. It is tried again every five minutes"
                        : "Has it since " + time.dayAndTime(delivered)));
        }
        boolean signs = opened.signs() && made.state() == ReturnState.INTERNAL_REVIEW;
        return new SignOffPage(frame.withTitle("Sign-off").withBack(made.href()), problems,
                opened.edition().title() + " " + made.year() + (made.number() > 1 ? ", version " + made.number() : ""),
                made.href(), opened.tally(),
                made.state().fixed()
                        ? List.of()
                        : missing.stream().filter(m -> m.kind().holdsUp())
                                .collect(Collectors.groupingBy(SignOffCheck.Missing::kind,
                                        java.util.TreeMap::new, Collectors.mapping(SignOffCheck.Missing::item,
                                                Collectors.joining(", "))))
                                .entrySet().stream().map(e -> e.getKey().words() + ": " + e.getValue()).toList(),
                signs && SignOffCheck.clear(missing) ? questions : List.of(), version, rows,
                opened.keeps() && made.state() == ReturnState.SIGNED_OFF && opened.amending() == null
                        && !closed,
                made.state().open()
                        ? "It is still being written. Whoever keeps it sends it for internal review first."
                        : made.state() == ReturnState.INTERNAL_REVIEW && !opened.signs()
                                ? "It waits for the accountable officer."
                                : made.state() == ReturnState.SIGNED_OFF && closed
                                        ? "The board takes no more returns for this cycle. Ask it to open the cycle again."
                                        : null);
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "SignOffPage[" + base + "]";
    }
}
