package heed.assurance.framework;

import java.util.Locale;
import java.util.Optional;

/** What a node of an edition is. */
public enum NodeKind {
    /** A heading; answered by what is under it. */
    SECTION,
    /** A standard that is rated. */
    STANDARD,
    /** A question that is answered and rated. */
    QUESTION,
    /** A bullet of a question: part of its answer, not rated itself. */
    SUBITEM;

    static Optional<NodeKind> of(String written) {
        for (var kind : values())
            if (kind.name().toLowerCase(Locale.ROOT).equals(written))
                return Optional.of(kind);
        return Optional.empty();
    }
}
