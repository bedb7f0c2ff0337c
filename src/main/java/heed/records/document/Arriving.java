package heed.records.document;

import java.util.UUID;

/**
 * A file that came whole and may be taken: on disk, encrypted under a key that is in memory alone, until
 * {@link Documents#add} keeps it. Close it in any case.
 */
public final class Arriving implements Taken, AutoCloseable {
    private final UUID id;
    private final Spool spool;
    private final FileKind kind;
    private final long size;
    private final String name;
    private final byte[] digest;
    private final State state;

    Arriving(UUID id, Spool spool, FileKind kind, long size, String name, byte[] digest, State state) {
        this.id = id;
        this.spool = spool;
        this.kind = kind;
        this.size = size;
        this.name = name;
        this.digest = digest.clone();
        this.state = state;
    }

    UUID id() {
        return id;
    }

    Spool spool() {
        return spool;
    }

    /** What it is. */
    public FileKind kind() {
        return kind;
    }

    long size() {
        return size;
    }

    /** Its name as it was sent. */
    @Override
    public String name() {
        return name;
    }

    byte[] digest() {
        return digest.clone();
    }

    /** What is known of viruses in it. */
    public State state() {
        return state;
    }

    @Override
    public void close() {
        spool.close();
    }
}
