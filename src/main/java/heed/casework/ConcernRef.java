package heed.casework;

import heed.platform.Reference;

/** What staff read out over the phone for a concern, such as C-7K2M-9Q. Random, so that it counts nothing. */
public record ConcernRef(String value) {
    /** @throws IllegalArgumentException if it is not a concern's reference */
    public ConcernRef {
        if (!Reference.valid('C', value))
            throw new IllegalArgumentException("not a concern reference");
    }

    /** A new random one. */
    public static ConcernRef random() {
        return new ConcernRef(Reference.random('C'));
    }

    /** Reads one as typed or as in an address; for the web's conversion. */
    public static ConcernRef of(String value) {
        return new ConcernRef(Reference.tidy('C', value));
    }

    @Override
    public String toString() {
        return value;
    }
}
