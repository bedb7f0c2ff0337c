package heed.casework;

import heed.platform.Reference;

/** What staff read out over the phone for advice they asked for, such as A-7K2M-9Q. Random, so that it counts nothing. */
public record AdviceRef(String value) {
    /** @throws IllegalArgumentException if it is not the reference of advice */
    public AdviceRef {
        if (!Reference.valid('A', value))
            throw new IllegalArgumentException("not a reference of advice");
    }

    /** A new random one. */
    public static AdviceRef random() {
        return new AdviceRef(Reference.random('A'));
    }

    /** Reads one as typed or as in an address; for the web's conversion. */
    public static AdviceRef of(String value) {
        return new AdviceRef(Reference.tidy('A', value));
    }

    @Override
    public String toString() {
        return value;
    }
}
