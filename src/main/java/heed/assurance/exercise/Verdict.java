package heed.assurance.exercise;

import org.jspecify.annotations.Nullable;

/** What a rating says: a level of its scale, or why there is none. "Not rated" and "not applicable" are not the same. */
public sealed interface Verdict {
    /**
     * A level of the scale.
     *
     * @param code   the level's code or letter
     * @param facets the two answers it follows from, on a scale where it does; null on others, and where it was taken
     *               from a paper that prints the letter alone
     */
    record Level(String code, @Nullable Facets facets) implements Verdict {
        @Override
        public String stored() {
            return code;
        }
    }

    /** Nobody has rated it. */
    record NotRated() implements Verdict {
        @Override
        public String stored() {
            return "not_rated";
        }
    }

    /**
     * The question does not concern this organisation.
     *
     * @param reason why not
     */
    record NotApplicable(String reason) implements Verdict {
        @Override
        public String stored() {
            return "not_applicable";
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "NotApplicable";
        }
    }

    /** It was rated, and the paper at hand does not say how. */
    record NotRecoverable() implements Verdict {
        @Override
        public String stored() {
            return "not_recoverable";
        }
    }

    /** The code it is stored and exchanged under: a level's, or one of {@code outside_scale}. */
    String stored();
}
