package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingRules;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.Tally;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How all organisations of a cycle are rated on one question: counts, never names, and only where at least
 * {@value #LEAST} were rated. (Invariant 20) It counts the whole cycle and takes no selection of organisations: two counts
 * that differ by one organisation would give that one away.
 *
 * @param item     the question's code
 * @param voice    whose ratings; one voice is never counted with another
 * @param audience whom they are about
 * @param asked    how many organisations were asked this question
 * @param rated    how many of them have a level; 0 where {@link #shown} is not
 * @param counts   how many have each level, in the order of the scale; empty where not shown
 */
public record Benchmark(String item, Voice voice, Audience audience, int asked, int rated, List<Count> counts) {
    /** The fewest rated organisations that are counted. */
    public static final int LEAST = 5;

    /** Copies the counts. */
    public Benchmark {
        counts = List.copyOf(counts);
    }

    /** How many have one level. */
    public record Count(RatingScale.Step level, int organisations) {
    }

    /**
     * Counts.
     *
     * @param item     the question
     * @param voice    whose ratings; peers give several each, so they are not counted
     * @param audience whom they are about
     * @param scale    the edition's scale
     * @param asked    the organisations of the cycle that were asked this question
     * @param ratings  each organisation's ratings, by whose return they are on
     * @throws IllegalArgumentException for peers' ratings, and for one on another scale or version of it
     */
    public static Benchmark of(String item, Voice voice, Audience audience, RatingScale scale, Set<UUID> asked,
            Map<UUID, List<Rating>> ratings) {
        if (voice == Voice.PEER || voice == Voice.INDEPENDENT)
            throw new IllegalArgumentException("an organisation may have several of these");
        var verdicts = new LinkedHashMap<String, @Nullable Verdict>();
        for (var organisation : asked)
            verdicts.put(organisation.toString(),
                    verdict(item, voice, audience, scale, ratings.getOrDefault(organisation, List.of())));
        var tally = Tally.of(scale, verdicts);
        boolean shown = tally.rated() >= LEAST;
        return new Benchmark(item, voice, audience, asked.size(), shown ? tally.rated() : 0,
                shown
                        ? tally.levels().entrySet().stream().map(e -> new Count(e.getKey(), e.getValue())).toList()
                        : List.of());
    }

    private static @Nullable Verdict verdict(String item, Voice voice, Audience audience, RatingScale scale,
            Collection<Rating> all) {
        var now = RatingRules.now(all.stream()
                .filter(r -> r.item().equals(item) && r.voice() == voice && r.audience() == audience).toList());
        for (var rating : now)
            if (!rating.scale().equals(scale.code()) || rating.scaleVersion() != scale.version())
                throw new IllegalArgumentException("a rating on another scale");
        return now.isEmpty() ? null : now.getFirst().verdict();
    }

    /** Whether there are enough to show. */
    public boolean shown() {
        return !counts.isEmpty();
    }

    /** "4 Blue, 2 Green of 6 organisations rated; 1 of 7 without a rating", or why nothing is shown. */
    public String words() {
        if (!shown())
            return "Shown only where at least " + LEAST + " organisations were rated";
        int without = asked - rated;
        return counts.stream().filter(c -> c.organisations() > 0).map(c -> c.organisations() + " " + c.level().word())
                .collect(Collectors.joining(", ")) + " of " + rated + " organisations rated"
                + (without == 0 ? "" : "; " + without + " of " + asked + " without a rating");
    }
}
