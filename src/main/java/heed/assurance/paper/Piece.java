package heed.assurance.paper;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was read.
 *
 * @param id names it within its reading, and again when the same lines are read again with the same mapping
 * @param code its number or letter as printed ("2.1", "1A", "4.1.8"), or null
 * @param parent the id of the piece that it belongs to, or null
 * @param fields what it says, by {@link Field#key()}, in the paper's order; never blank values
 * @param lines the source lines that it was read from, in their order; a line may be in two pieces
 */
public record Piece(String id, PieceKind kind, @Nullable String code, @Nullable String parent,
        Map<String, String> fields, List<Integer> lines, List<Flag> flags) {
    /** Defends the collections. */
    public Piece {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        lines = List.copyOf(lines);
        flags = List.copyOf(flags);
    }

    /** What it says under that name, or nothing. */
    public Optional<String> field(Field name) {
        return Optional.ofNullable(fields.get(name.key()));
    }

    /** Whether it carries such a flag. */
    public boolean flagged(Flag.Kind kind) {
        return flags.stream().anyMatch(f -> f.kind() == kind);
    }
}
