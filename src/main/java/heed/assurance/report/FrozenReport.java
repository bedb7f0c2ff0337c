package heed.assurance.report;

import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.Voice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a report says: what people wrote and what was computed, together with what it was computed from. Frozen when
 * it is checked; its text and the SHA-256 of that never change. (Invariants 1 and 24)
 *
 * @param format      1, and one more each time that this record says more
 * @param number      which version of the report
 * @param because     why there is a new version; null for the first
 * @param body        whose report it is
 * @param text        what people wrote
 * @param results     the ratings
 * @param ret         the return they are from
 * @param returnHash  SHA-256 of the return's frozen copy, as people compare it
 * @param computedAt  when all figures and lines were computed, in ISO 8601, UTC
 * @param figures     the figures it gives
 * @param completed   actions that were completed in the year
 * @param plan        the action plan of the next
 * @param limitations what weakens a rating of a voice
 * @param settled     what may tell of a person and stays, with why
 */
public record FrozenReport(int format, int number, @Nullable String because, String body, ReportText text,
        ReportResults results, String ret, String returnHash, String computedAt, List<ReportFigure> figures,
        List<ReportAction> completed, List<ReportAction> plan, List<Limit> limitations,
        List<Disclosure.Settled> settled) {
    /** The format written now. */
    public static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the lists. */
    public FrozenReport {
        figures = List.copyOf(figures);
        completed = List.copyOf(completed);
        plan = List.copyOf(plan);
        limitations = List.copyOf(limitations);
        settled = List.copyOf(settled);
    }

    /**
     * What a voice could not look at: printed beside every rating that it weakens.
     *
     * @param voice whose ratings
     * @param words what was not done, such as "Case files were not read"
     */
    public record Limit(Voice voice, String words) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Limit[" + voice + "]";
        }
    }

    /** The same with these places that may tell of a person and stay. */
    FrozenReport settledBy(List<Disclosure.Settled> settled) {
        return new FrozenReport(format, number, because, body, text, results, ret, returnHash, computedAt, figures,
                completed, plan, limitations, settled);
    }

    /** The figures that a return cites, each once. */
    static List<ReportFigure> figures(FrozenReturn copy) {
        var figures = new LinkedHashSet<ReportFigure>();
        for (var item : copy.items())
            for (var f : item.facts())
                figures.add(new ReportFigure(f.title(), f.says(), f.period(), f.origin(), f.source(),
                        f.asAt() == null ? "" : f.asAt()));
        return new ArrayList<>(figures);
    }

    /** It as text, the same each time. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** It from its text. */
    public static FrozenReport read(String json) {
        return JSON.readValue(json, FrozenReport.class);
    }

    /** SHA-256 of its text, as people compare it. */
    public String hash() {
        return FrozenReturn.shown(FrozenReturn.hash(json()));
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "FrozenReport";
    }
}
