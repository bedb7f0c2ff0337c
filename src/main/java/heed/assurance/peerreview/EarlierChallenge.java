package heed.assurance.peerreview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A challenge of last year as this year's reviewers see it: what was asked, what came of it, what was done since.
 *
 * @param ref   what people read aloud
 * @param item  the question's code then
 * @param kind  what it said
 * @param asked the first words
 * @param came  what came of it, or where it was left
 * @param last  the last words; empty where the first were the last
 * @param done  actions that name it or its question, each with where it stands; empty where nothing was recorded
 */
public record EarlierChallenge(String ref, String item, String kind, String asked, String came, String last,
        List<String> done) {
    /** Copies what was done. */
    public EarlierChallenge {
        done = List.copyOf(done);
    }

    /**
     * Those that bear on a question of this year, unsettled ones first, then as they were raised.
     *
     * @param codes      codes the question had then, by the edition's lineage: a like number is no proof
     * @param challenges last year's
     * @param actions    what was done, by the challenge's reference
     */
    public static List<EarlierChallenge> on(List<String> codes, Collection<Challenge> challenges,
            Map<String, List<String>> actions) {
        var found = new ArrayList<>(challenges.stream().filter(c -> codes.contains(c.item())).toList());
        found.sort(Comparator.comparing(Challenge::settled).thenComparing(c -> c.turns().getFirst().at()));
        return found.stream().map(c -> {
            var came = c.outcome();
            return new EarlierChallenge(c.ref(), c.item(), c.kind().words(), c.turns().getFirst().words(),
                    came == null ? "Left: " + c.state().words() : came.words(),
                    c.turns().size() == 1 ? "" : c.turns().getLast().words(),
                    actions.getOrDefault(c.ref(), List.of()));
        }).toList();
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "EarlierChallenge[" + ref + "]";
    }
}
