package heed.casework.advice;

import heed.casework.ConcernRef;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Advice, as whoever asked or an officer reads it. Public only because templates compile elsewhere.
 *
 * @param base    where its forms are sent under
 * @param answer  what was advised; null while nobody has answered
 * @param warning what went otherwise than meant; null for nothing
 * @param field   where an officer writes; null for none
 * @param became  concerns that it became, with where to open them
 */
public record AdvicePage(Frame frame, String ref, String base, boolean own, List<SummaryRow> rows, String question,
        @Nullable String answer, @Nullable String answered, @Nullable String warning, @Nullable Field field,
        List<Problem> problems, List<Became> became) {
    /** A concern that it became. */
    public record Became(String ref, String href) {
    }

    static AdvicePage of(Frame frame, AdviceDesk.Opened o, boolean own, @Nullable String warning,
            @Nullable Field field, List<Problem> problems, LondonTime time) {
        var a = o.advice();
        var rows = new ArrayList<SummaryRow>();
        if (!own)
            rows.add(SummaryRow.of("Asked by", asker(a, o.names())));
        rows.add(SummaryRow.of(own ? "You asked" : "Asked", time.dayAndTime(a.askedAt())));
        rows.add(SummaryRow.of("About", a.about().shortWords()));
        var recorded = a.recorded();
        if (recorded != null)
            rows.add(SummaryRow.of("Recorded by", name(recorded, o.names()) + ", after a conversation"));
        var answer = a.answer();
        if (!own && answer != null && a.askedBy() != null)
            rows.add(SummaryRow.of("Read by them",
                    answer.readAt() == null ? "Not yet" : time.dayAndTime(answer.readAt())));
        return new AdvicePage(frame, a.ref().value(), (own ? "/advice/" : "/advice-desk/") + a.ref(), own, rows,
                a.question(), answer == null ? null : answer.words(),
                answer == null ? null : name(answer.by(), o.names()) + ", " + time.dayAndTime(answer.at()), warning,
                field, problems, o.became().stream().map((ConcernRef r) -> new Became(r.value(),
                        (own ? "/my-concerns/" : "/concerns/") + r)).toList());
    }

    static String asker(Advice a, Map<UUID, String> names) {
        var by = a.askedBy();
        return by == null ? a.asker() : name(by, names);
    }

    private static String name(UUID id, Map<UUID, String> names) {
        return names.getOrDefault(id, "Someone who has left");
    }
}
