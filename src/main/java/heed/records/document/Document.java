package heed.records.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that is kept, without its bytes.
 *
 * @param id          its id, also the name of its key
 * @param owner       the draft or concern it belongs to
 * @param kind        what it is
 * @param size        bytes, as it was sent
 * @param name        its name as it was sent: anything at all; show {@link #shown()}
 * @param description what whoever added it says it shows; empty for nothing
 * @param addedBy     who added it
 * @param addedAt     when
 * @param state       what is known of viruses in it
 */
public record Document(UUID id, UUID owner, FileKind kind, long size, String name, String description, UUID addedBy,
        Instant addedAt, State state) {
    /** Its name, safe to show. */
    public String shown() {
        return FileName.shown(name);
    }

    /** The name it is given out under. */
    public String saved() {
        return FileName.saved(name, kind);
    }

    /** Its size, worded. */
    public String sized() {
        return size < 1_000_000
                ? Math.max(1, Math.round(size / 1_000.0)) + " KB"
                : "%.1f MB".formatted(size / 1_000_000.0);
    }
}
