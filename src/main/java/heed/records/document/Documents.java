package heed.records.document;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import heed.platform.seal.StreamKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The store of files, by the draft or concern they belong to (their owner). Whoever calls has settled that the actor may see
 * the owner, holds the scope's transaction open, and writes the audit log.
 */
@Repository
public class Documents {
    /** The most files of one owner (issue 3: 10 a concern). */
    public static final int MOST_FILES = 10;
    /** Bytes of ciphertext in a row: some fifty rows for the largest file. */
    static final int PIECE = 512 * 1024;
    private static final String COLUMNS = "id, owner_id, kind, size, name, description, added_by, added_at, state";
    private static final String NAME = "records.file.name";
    private static final String DESCRIPTION = "records.file.description";
    private static final String STREAM_KEY = "records.file.stream_key";

    private final JdbcClient db;
    private final Seals seals;
    private final Transactions transactions;

    Documents(JdbcClient db, Seals seals, Transactions transactions) {
        this.db = db;
        this.seals = seals;
        this.transactions = transactions;
    }

    /** What became of a file that was to be kept. */
    public enum Added {
        /** It is kept. */
        KEPT,
        /** The same person had added the very same file before; it is there once. */
        THERE_ALREADY,
        /** There are ten already. */
        NO_ROOM
    }

    /** Keeps a file that arrived. */
    public Added add(Actor by, UUID owner, Arriving file, String description, Instant at) {
        // Two windows adding at once must not make eleven of ten.
        db.sql("select pg_advisory_xact_lock(:lock)").param("lock", owner.getMostSignificantBits())
                .query((row, n) -> true).list();
        if (db.sql(
                "select exists (select 1 from records.file where owner_id = :owner and added_by = :by and digest = :digest)")
                .param("owner", owner).param("by", by.staff()).param("digest", file.digest())
                .query(Boolean.class).single())
            return Added.THERE_ALREADY;
        if (count(by, owner) >= MOST_FILES)
            return Added.NO_ROOM;
        var key = seals.newKey(by.scope(), file.id());
        db.sql("""
                insert into records.file (scope_id, id, owner_id, place, kind, size, digest, name, description, stream_key,
                    added_by, added_at, state, checked_at)
                values (:scope, :id, :owner,
                    (select coalesce(max(place), 0) + 1 from records.file where scope_id = :scope and owner_id = :owner),
                    :kind, :size, :digest, :name, :description, :key, :by, :at, :state, :at)""")
                .param("scope", by.scope())
                .param("id", file.id())
                .param("owner", owner)
                .param("kind", file.kind().name())
                .param("size", file.size())
                .param("digest", file.digest())
                .param("name", key.seal(file.name(), NAME, file.id()))
                .param("description", key.seal(description, DESCRIPTION, file.id()))
                .param("key", file.spool().key().sealedUnder(key, STREAM_KEY))
                .param("by", by.staff())
                .param("at", Timestamp.from(at))
                .param("state", file.state().name())
                .update();
        try (var sealed = file.spool().sealed()) {
            int n = 0;
            for (var piece = sealed.readNBytes(PIECE); piece.length > 0; piece = sealed.readNBytes(PIECE))
                db.sql("insert into records.file_piece (scope_id, file_id, n, bytes) values (:scope, :id, :n, :bytes)")
                        .param("scope", by.scope()).param("id", file.id()).param("n", n++).param("bytes", piece)
                        .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Added.KEPT;
    }

    /** How many files the owner has. */
    public int count(Actor by, UUID owner) {
        return db.sql("select count(*) from records.file where scope_id = :scope and owner_id = :owner")
                .param("scope", by.scope()).param("owner", owner).query(Integer.class).single();
    }

    /** The owner's files, in the order they were added. One whose key was destroyed is not there. */
    public List<Document> of(Actor by, UUID owner) {
        return read(by, "owner_id = :id order by place, added_at, id", owner);
    }

    /** One of the owner's files. @throws heed.platform.Refused as not found, where it has no such file */
    public Document get(Actor by, UUID owner, UUID file) {
        return find(by, file).filter(found -> found.owner().equals(owner))
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such file there"));
    }

    Optional<Document> find(Actor by, UUID file) {
        return read(by, "id = :id", file).stream().findFirst();
    }

    private List<Document> read(Actor by, String which, UUID id) {
        record Row(UUID id, ResultRow plain, byte[] name, byte[] description) {
        }
        var rows = db.sql("select " + COLUMNS + " from records.file where scope_id = :scope and " + which)
                .param("scope", by.scope()).param("id", id)
                .query((row, n) -> new Row(row.getObject("id", UUID.class), ResultRow.of(row), row.getBytes("name"),
                        row.getBytes("description")))
                .list();
        var keys = seals.keys(by.scope(), rows.stream().map(Row::id).toList());
        return rows.stream().map(row -> {
            RecordKey key = keys.get(row.id());
            return key == null
                    ? null
                    : row.plain().opened(row.id(), key.open(row.name(), NAME, row.id()),
                            key.open(row.description(), DESCRIPTION, row.id()));
        }).filter(Objects::nonNull).map(Document.class::cast).toList();
    }

    /** What a row says without a key. */
    private record ResultRow(UUID owner, FileKind kind, long size, UUID by, Instant at, State state) {
        static ResultRow of(ResultSet row) throws SQLException {
            return new ResultRow(row.getObject("owner_id", UUID.class), FileKind.valueOf(row.getString("kind")),
                    row.getLong("size"), row.getObject("added_by", UUID.class),
                    row.getTimestamp("added_at").toInstant(),
                    State.valueOf(row.getString("state")));
        }

        Document opened(UUID id, String name, String description) {
            return new Document(id, owner, kind, size, name, description, by, at, state);
        }
    }

    /** Hands all files of one owner to another, as when a draft is sent. Returns how many. */
    public int handOver(Actor by, UUID from, UUID to) {
        return db.sql("update records.file set owner_id = :to where scope_id = :scope and owner_id = :from")
                .param("to", to).param("scope", by.scope()).param("from", from).update();
    }

    /** Removes one of the owner's files with its key. @throws heed.platform.Refused as not found, where it has no such file */
    public void remove(Actor by, UUID owner, UUID file) {
        if (db.sql("delete from records.file where scope_id = :scope and id = :id and owner_id = :owner")
                .param("scope", by.scope()).param("id", file).param("owner", owner).update() == 0)
            throw Refusal.NOT_FOUND.because("no such file there");
        seals.destroy(by.scope(), file);
    }

    /** Destroys every file of an owner that is no more, keys first. */
    public void destroyAll(UUID scope, UUID owner) {
        for (var file : db.sql("select id from records.file where scope_id = :scope and owner_id = :owner")
                .param("scope", scope).param("owner", owner)
                .query((row, n) -> row.getObject("id", UUID.class)).list())
            seals.destroy(scope, file);
        db.sql("delete from records.file where scope_id = :scope and owner_id = :owner")
                .param("scope", scope).param("owner", owner).update();
    }

    /**
     * Readies a file for reading: its key is opened now, within the transaction that says who reads it, and its bytes are
     * fetched later piece by piece, so that a slow reader holds no transaction open.
     */
    public Outgoing outgoing(Actor by, Document document) {
        var key = db.sql("select stream_key from records.file where scope_id = :scope and id = :id")
                .param("scope", by.scope()).param("id", document.id()).query(byte[].class).single();
        var opened = StreamKey.open(seals.key(by.scope(), document.id()), key, STREAM_KEY, by.scope(), document.id());
        return new Outgoing(document, by.scope(), () -> opened.opening(new Pieces(by.scope(), document.id())));
    }

    /** Files that the virus check still has to answer for, longest waiting first. */
    List<UUID> unchecked(Actor by, boolean neverCheckedToo, Instant heldBefore, int most) {
        return db.sql("""
                select id from records.file
                 where scope_id = :scope and (state = 'WAITING' or state = 'NOT_CHECKED' and :never
                       or state = 'HELD' and checked_at < :before)
                 order by checked_at nulls first, id limit :most""")
                .param("scope", by.scope()).param("never", neverCheckedToo).param("before", Timestamp.from(heldBefore))
                .param("most", most).query((row, n) -> row.getObject("id", UUID.class)).list();
    }

    void checked(Actor by, UUID file, State state, Instant at) {
        db.sql("update records.file set state = :state, checked_at = :at where scope_id = :scope and id = :id")
                .param("state", state.name()).param("at", Timestamp.from(at)).param("scope", by.scope())
                .param("id", file).update();
    }

    /** The sealed bytes of a file, each piece fetched in a transaction of its own when it is needed. */
    private final class Pieces extends InputStream {
        private final UUID scope;
        private final UUID file;
        private byte[] piece = {};
        private int at;
        private int next;

        Pieces(UUID scope, UUID file) {
            this.scope = scope;
            this.file = file;
        }

        @Override
        public int read() {
            return more() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (most == 0)
                return 0;
            if (!more())
                return -1;
            int n = Math.min(most, piece.length - at);
            System.arraycopy(piece, at, into, from, n);
            at += n;
            return n;
        }

        private boolean more() {
            if (at < piece.length)
                return true;
            byte[] fetched = fetch();
            if (fetched == null)
                return false;
            piece = fetched;
            at = 0;
            next++;
            return piece.length > 0;
        }

        private byte @Nullable [] fetch() {
            return transactions.inScope(scope, () -> db
                    .sql("select bytes from records.file_piece where scope_id = :scope and file_id = :id and n = :n")
                    .param("scope", scope).param("id", file).param("n", next).query(byte[].class).optional()
                    .orElse(null));
        }
    }
}
