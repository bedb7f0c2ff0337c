package heed.assurance.check;

import java.util.Set;

/**
 * How an answer is rated, and what its scale asks of such a rating.
 *
 * @param word  the rating in words, such as "Amber"
 * @param needs what has to stand beside it
 */
public record Judgement(String word, Set<Need> needs) {
    /** What a level of a scale asks for. */
    public enum Need {
        /** Evidence from the window, as the highest level does (invariant 3 of the assurance model). */
        EVIDENCE,
        /** Something that is to be done, or a reason why not (invariant 4). */
        ACTION
    }

    /** Copies what is needed. */
    public Judgement {
        needs = Set.copyOf(needs);
    }
}
