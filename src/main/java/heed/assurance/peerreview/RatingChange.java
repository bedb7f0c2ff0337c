package heed.assurance.peerreview;

import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a changed rating names is there and asks for such a change: after submission a rating changes with a
 * challenge or a panel's decision on that very question, and not the other way than these say. (Invariant 6) Pure.
 */
public final class RatingChange {
    private RatingChange() {
    }

    /** What is wrong, in words for whoever changes it. */
    public enum Fault {
        /** No such challenge on this return. */
        NO_SUCH_CHALLENGE("There is no such challenge on this question"),
        /** Praise, or one that was taken back. */
        NOTHING_ASKED("This challenge asks for nothing to be changed"),
        /** Raised for being found too high, or lowered for being found too low. */
        OTHER_WAY("This challenge speaks for a change the other way"),
        /** No such decision of a panel on it. */
        NO_SUCH_DECISION("There is no such decision of the panel on this question"),
        /** The panel decided something else. */
        NOT_AS_DECIDED("The panel decided otherwise");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** What to tell whoever changed it. */
        public String words() {
            return words;
        }
    }

    /**
     * What is wrong with it; empty where it may be added.
     *
     * @param next       the rating as it is to be
     * @param before     what the same voice says now; null for nothing
     * @param scale      the edition's scale
     * @param ordered    whether one level of the scale is better than another
     * @param challenges every challenge of the return
     * @param decisions  every panel's decision on the return
     */
    public static List<Fault> faults(Rating next, @Nullable Verdict before, RatingScale scale, boolean ordered,
            List<Challenge> challenges, List<PanelDecision> decisions) {
        var found = new ArrayList<Fault>();
        var ground = next.ground();
        if (ground == null)
            return List.of();
        if (ground.kind() == Rating.Ground.Kind.CHALLENGE) {
            var named = named(challenges, next, ground);
            if (named.isEmpty())
                found.add(Fault.NO_SUCH_CHALLENGE);
            else if (!named.get().bears())
                found.add(Fault.NOTHING_ASKED);
            else if (next.voice() == Voice.SELF
                    && !named.get().kind().fits(better(scale, ordered, before, next.verdict())))
                found.add(Fault.OTHER_WAY);
        } else if (ground.kind() == Rating.Ground.Kind.PANEL) {
            var named = decisions.stream().filter(d -> d.item().equals(next.item()) && d.audience() == next.audience()
                    && d.ground().equals(ground)).toList();
            if (named.isEmpty())
                found.add(Fault.NO_SUCH_DECISION);
            else if (named.stream().noneMatch(d -> d.verdict().stored().equals(next.verdict().stored())))
                found.add(Fault.NOT_AS_DECIDED);
        }
        return List.copyOf(found);
    }

    private static Optional<Challenge> named(List<Challenge> challenges, Rating next, Rating.Ground ground) {
        return challenges.stream().filter(c -> c.ref().equals(ground.words().strip()) && c.item().equals(next.item())
                && c.audience() == next.audience()).findFirst();
    }

    /** Above 0 where the second is better, below 0 where worse, 0 where neither is said. */
    static int better(RatingScale scale, boolean ordered, @Nullable Verdict before, Verdict next) {
        int then = place(scale, before);
        int now = place(scale, next);
        return !ordered || then < 0 || now < 0 ? 0 : Integer.compare(then, now);
    }

    private static int place(RatingScale scale, @Nullable Verdict verdict) {
        if (verdict instanceof Verdict.Level level)
            for (int i = 0; i < scale.levels().size(); i++)
                if (scale.levels().get(i).code().equals(level.code()))
                    return i;
        return -1;
    }
}
