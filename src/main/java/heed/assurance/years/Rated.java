package heed.assurance.years;

import heed.assurance.years.Crosswalk.ScaleRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rating of one standard in one year, as it was given; the years only show it.
 *
 * @param edition which edition's
 * @param node    which standard's or question's code
 * @param voice   whose rating, as shown, such as "Self" or "Agreed"
 * @param state   whether there is one
 * @param scale   on which scale; null where there is no rating
 * @param letter  its letter or number; empty where there is none
 * @param word    its word
 * @param meaning what it means on its scale
 * @param href    where its year's text is read; empty where it is not held
 * @param of      the return or paper that it is of, for the audit log; null where it is of none
 */
public record Rated(String edition, String node, String voice, State state, @Nullable ScaleRef scale, String letter,
        String word,
        String meaning, String href, @Nullable UUID of) {
    /** Whether there is a rating. */
    public enum State {
        /** There is. */
        RATED("Rated"),
        /** It was answered and not rated. */
        NOT_RATED("Not rated"),
        /** It does not concern the organisation. */
        NOT_APPLICABLE("Not applicable"),
        /** The paper had one and it cannot be read from it. */
        NOT_RECOVERABLE("Not recoverable"),
        /** Nobody has answered it in Heed, nor was the year's paper imported. */
        NOT_HELD("Not held in Heed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** As said on a page. */
        public String words() {
            return words;
        }
    }

    /** As printed: letter, word and what it means; or why there is none (invariant 23). */
    public String words() {
        return state != State.RATED ? state.words() : letter + " " + word;
    }
}
