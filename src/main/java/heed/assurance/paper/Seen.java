package heed.assurance.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column or heading that a reader met: what a person may map, and how it was taken.
 *
 * @param column true for the heading of a column, false for a heading in the text
 * @param text as printed
 * @param as the key of a {@link Field} for a column, the name of a {@link PieceKind} for a heading; null if unknown
 * @param lines where it stands
 */
public record Seen(boolean column, String text, @Nullable String as, List<Integer> lines) {
    /** Defends the list. */
    public Seen {
        lines = List.copyOf(lines);
    }
}
