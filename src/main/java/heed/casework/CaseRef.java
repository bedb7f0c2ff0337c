package heed.casework;

import heed.platform.Reference;

/** What staff read out over the phone for a case, such as K-7K2M-9Q. */
public record CaseRef(String value) {
    /** @throws IllegalArgumentException if it is not a case's reference */
    public CaseRef {
        if (!Reference.valid('K', value))
            throw new IllegalArgumentException("not a case reference");
    }

    /** A new random one. */
    public static CaseRef random() {
        return new CaseRef(Reference.random('K'));
    }

    /** Reads one as typed or as in an address. */
    public static CaseRef of(String value) {
        return new CaseRef(Reference.tidy('K', value));
    }

    @Override
    public String toString() {
        return value;
    }
}
