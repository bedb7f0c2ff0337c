package heed.records.document;

import heed.platform.backup.FilesOut;
import heed.platform.seal.Seals;
import heed.platform.seal.StreamKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hands files to an export, piece by piece. Those whose key was destroyed are gone and left out. */
public final class FilesForExport implements FilesOut {
    private static final String NAME = "records.file.name";
    private static final String STREAM_KEY = "records.file.stream_key";

    private record Row(UUID id, UUID owner, String kind, long size, String at, byte[] name, byte[] key) {
    }

    @Override
    public Set<String> columns() {
        return Set.of(STREAM_KEY, "records.file_piece.bytes");
    }

    @Override
    public void give(UUID scope, JdbcClient db, Seals seals, Shelf shelf) throws IOException {
        var rows = db.sql("""
                select id, owner_id, kind, size, added_at, name, stream_key from records.file
                where scope_id = :scope order by owner_id, place""").param("scope", scope)
                .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getObject("owner_id", UUID.class),
                        row.getString("kind"), row.getLong("size"), row.getTimestamp("added_at").toInstant().toString(),
                        row.getBytes("name"), row.getBytes("stream_key")))
                .list();
        for (var row : rows) {
            var key = seals.keys(scope, List.of(row.id())).get(row.id());
            if (key == null)
                continue;
            var stream = StreamKey.open(key, row.key(), STREAM_KEY, scope, row.id());
            try (var bytes = stream.opening(pieces(scope, row.id(), db))) {
                shelf.put(row.id(), key.open(row.name(), NAME, row.id()),
                        Map.of("owner_id", row.owner().toString(), "kind", row.kind(), "size",
                                String.valueOf(row.size()), "added_at", row.at()),
                        bytes);
            }
        }
    }

    /** The encrypted bytes, one piece in memory at a time. */
    private static InputStream pieces(UUID scope, UUID file, JdbcClient db) {
        int count = db.sql("select count(*) from records.file_piece where scope_id = :scope and file_id = :file")
                .param("scope", scope).param("file", file).query(Integer.class).single();
        var numbers = Stream.iterate(0, n -> n + 1).limit(count).iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return numbers.hasNext();
            }

            @Override
            public InputStream nextElement() {
                if (!numbers.hasNext())
                    throw new NoSuchElementException();
                return new ByteArrayInputStream(db
                        .sql("select bytes from records.file_piece where scope_id = :scope and file_id = :file and n = :n")
                        .param("scope", scope).param("file", file).param("n", numbers.next()).query(byte[].class)
                        .single());
            }
        });
    }
}
