package heed.assurance.years;

import java.util.Optional;
import java.util.stream.Stream;

/** How standards of one edition relate to those of another, read from the earlier to the later. */
public enum Relation {
    /** The same, word for word or nearly. */
    EQUAL("equal", "the same as"),
    /** The same duty in other words. */
    EQUIVALENT("equivalent-to", "equivalent to"),
    /** The earlier is part of the later. */
    SUBSET("subset-of", "part of"),
    /** The later is part of the earlier. */
    SUPERSET("superset-of", "wider than"),
    /** They share something. */
    INTERSECTS("intersects-with", "partly the same as"),
    /** They share nothing. */
    NONE("no-relationship", "not related to");

    private final String code;
    private final String words;

    Relation(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** As written in crosswalks. */
    public String code() {
        return code;
    }

    /** As said on a page, between the two. */
    public String words() {
        return words;
    }

    /** The one written so. */
    public static Optional<Relation> of(String code) {
        return Stream.of(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
