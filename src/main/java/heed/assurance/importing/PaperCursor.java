package heed.assurance.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the list of papers ended.
 *
 * @param at when its last paper was brought
 * @param id that paper's id
 */
record PaperCursor(Instant at, UUID id) {
    /** Just after this paper. */
    static PaperCursor after(Paper paper) {
        return new PaperCursor(paper.broughtAt(), paper.id());
    }

    /** As it stands in an address: time and id, nothing of the paper. */
    String asText() {
        return at.getEpochSecond() + "." + at.getNano() + "." + id;
    }

    /** Reads one back; null where there is none or it is not one. */
    static @Nullable PaperCursor of(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("\\.", 3);
        try {
            // Eleven digits reach further than any paper, and no further than the database counts.
            return parts.length == 3 && parts[0].matches("\\d{1,11}")
                    ? new PaperCursor(Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1])),
                            UUID.fromString(parts[2]))
                    : null;
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return null;
        }
    }
}
