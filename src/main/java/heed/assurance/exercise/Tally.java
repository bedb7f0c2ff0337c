package heed.assurance.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many questions have which level, on both bases: of those rated, and of all. (Invariant 7)
 *
 * @param questions     how many there are
 * @param rated         how many have a level
 * @param levels        how many have each level, in the order of the scale; levels nobody has are there with 0
 * @param notRated      those that nobody rated
 * @param notApplicable those that do not concern the organisation
 * @param lost          those whose rating the paper at hand does not give
 */
public record Tally(int questions, int rated, Map<RatingScale.Step, Integer> levels, List<String> notRated,
        List<String> notApplicable, List<String> lost) {
    /** Copies the lists; the map keeps its order. */
    public Tally {
        levels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        notRated = List.copyOf(notRated);
        notApplicable = List.copyOf(notApplicable);
        lost = List.copyOf(lost);
    }

    /**
     * Counts.
     *
     * @param scale    the one scale that all are on
     * @param verdicts what each question has, in order of the edition; null counts as not rated
     */
    public static Tally of(RatingScale scale, Map<String, @Nullable Verdict> verdicts) {
        var levels = new LinkedHashMap<RatingScale.Step, Integer>();
        scale.levels().forEach(l -> levels.put(l, 0));
        var notRated = new java.util.ArrayList<String>();
        var notApplicable = new java.util.ArrayList<String>();
        var lost = new java.util.ArrayList<String>();
        int rated = 0;
        for (var entry : verdicts.entrySet()) {
            var verdict = entry.getValue();
            if (verdict instanceof Verdict.Level said) {
                var level = scale.level(said.code()).orElseThrow(
                        () -> new IllegalArgumentException("a level that is not of the scale"));
                levels.merge(level, 1, Integer::sum);
                rated++;
            } else if (verdict instanceof Verdict.NotApplicable)
                notApplicable.add(entry.getKey());
            else if (verdict instanceof Verdict.NotRecoverable)
                lost.add(entry.getKey());
            else
                notRated.add(entry.getKey());
        }
        return new Tally(verdicts.size(), rated, levels, notRated, notApplicable, lost);
    }

    /** "8 Blue, 2 Green of 10 rated; 1 of 11 not rated (2E)". */
    public String words() {
        var parts = new java.util.ArrayList<String>();
        var shown = levels.entrySet().stream().filter(e -> e.getValue() > 0)
                .map(e -> e.getValue() + " " + e.getKey().word()).toList();
        parts.add(shown.isEmpty()
                ? "None of " + questions + " rated"
                : String.join(", ", shown) + " of " + rated
                        + " rated");
        add(parts, notRated, "not rated", rated > 0);
        add(parts, notApplicable, "not applicable", true);
        add(parts, lost, "rating not recoverable", true);
        return String.join("; ", parts);
    }

    private void add(List<String> parts, List<String> codes, String words, boolean say) {
        if (!codes.isEmpty() && say)
            parts.add(codes.size() + " of " + questions + " " + words
                    + (codes.size() > 5 ? "" : " (" + String.join(", ", codes) + ")"));
    }
}
