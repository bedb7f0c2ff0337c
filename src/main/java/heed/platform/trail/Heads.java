package heed.platform.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The heads in the database. Its account can add to them and read them, nothing else. */
final class Heads {
    private static final String COLUMNS = "number, kind, previous, scope_id, size, total, root, since, made_at, note, "
            + "key, signature";

    private final JdbcClient db;

    Heads(JdbcClient db) {
        this.db = db;
    }

    /** The last one. */
    Optional<Head> last() {
        return db.sql("select " + COLUMNS + " from platform.trail_batch order by number desc limit 1")
                .query((row, n) -> head(row)).optional();
    }

    /** The one with this number. */
    Optional<Head> numbered(long number) {
        return db.sql("select " + COLUMNS + " from platform.trail_batch where number = :number").param("number", number)
                .query((row, n) -> head(row)).optional();
    }

    /** The first so many after a number, in their order. */
    List<Head> after(long number, int atMost) {
        return db.sql("select " + COLUMNS + " from platform.trail_batch where number > :number order by number "
                + "limit :most").param("number", number).param("most", atMost).query((row, n) -> head(row)).list();
    }

    /** The last ones of these kinds, latest first. */
    List<Head> ofKinds(List<Head.Kind> kinds, int atMost) {
        return db.sql("select " + COLUMNS + " from platform.trail_batch where kind = any(:kinds) order by number desc "
                + "limit :most").param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param("most", atMost).query((row, n) -> head(row)).list();
    }

    /**
     * Adds one, unless another node has added one of the same number.
     *
     * @return whether it was added
     */
    boolean add(Head head) {
        return db.sql("""
                insert into platform.trail_batch (number, kind, previous, scope_id, size, total, root, since, made_at, note,
                  key, signature)
                values (:number, :kind, :previous, :scope, :size, :total, :root, :since, :at, :note, :key, :signature)
                on conflict do nothing""")
                .param("number", head.number()).param("kind", head.kind().name()).param("previous", head.previous())
                .param("scope", head.scope()).param("size", head.size()).param("total", head.total())
                .param("root", head.root()).param("since", head.since().atOffset(ZoneOffset.UTC))
                .param("at", head.at().atOffset(ZoneOffset.UTC)).param("note", head.note()).param("key", head.key())
                .param("signature", head.signature())
                .update() == 1;
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong("number"), Head.Kind.valueOf(row.getString("kind")), row.getString("previous"),
                row.getObject("scope_id", UUID.class), row.getInt("size"), row.getLong("total"),
                row.getString("root"), row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getString("note"),
                row.getString("key"), row.getString("signature"));
    }
}
