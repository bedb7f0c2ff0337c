package heed.platform.measure;

import org.jspecify.annotations.Nullable;

/**
 * One number, or why there is none.
 *
 * @param key      which part it is of, as {@link Question#only} takes it; empty for the whole
 * @param words    what the part is called; empty for the whole
 * @param state    whether there is a number
 * @param value    the number in the {@link Unit} of its definition; 0 where there is none
 * @param counted  how many lines the list behind it has: what was counted, the upper number of a share, what a median is of
 * @param outOf    the lower number of a share, or the staff that a rate is of; 0 for all others
 * @param expected between what chance alone would leave it; null where there is no such range
 * @param href     its list, or its definition for those who may open no list
 */
public record Figure(String key, String words, State state, double value, long counted, long outOf,
        @Nullable Expected expected, String href) {
    /** Whether there is a number. */
    public enum State {
        /** There is. */
        KNOWN,
        /** Nothing of the kind was there to count. */
        NONE,
        /** The numbers are too small to say anything by. */
        TOO_FEW,
        /** What it is to be divided by is not known. */
        NOT_KNOWN
    }

    /**
     * A range with both its ends, in the unit of the figure.
     */
    public record Expected(double low, double high) {
        /** Whether a value is below, within or above it. */
        public String where(double value) {
            return value < low
                    ? "below the expected range"
                    : value > high ? "above the expected range" : "within the expected range";
        }
    }

    /** A number of things. */
    public static Figure count(String key, String words, long counted, String href) {
        return new Figure(key, words, counted == 0 ? State.NONE : State.KNOWN, counted, counted, 0, null, href);
    }
}
