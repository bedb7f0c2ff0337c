package heed.assurance.exercise;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The copies of returns that a board received. Called in a transaction of the board's scope; whether somebody may read one
 * is for the caller to have asked.
 */
@Component
public class ReceivedReturns {
    private final JdbcClient db;
    private final Seals seals;

    ReceivedReturns(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /**
     * A copy that a board received.
     *
     * @param id            which
     * @param from          the recording scope that it came from
     * @param council       whose return it is
     * @param cycle         of which cycle
     * @param participation which invitation it answers
     * @param number        which version of the return
     * @param hash          the content hash, in hex
     * @param at            when it came
     */
    public record Copy(UUID id, UUID from, UUID council, UUID cycle, UUID participation, int number, String hash,
            Instant at) {
    }

    /** The latest copy of each return of a cycle. */
    public List<Copy> of(Actor board, UUID cycle) {
        return db.sql("""
                select distinct on (participation_id) * from assurance.received_return
                where scope_id = :scope and cycle_id = :cycle order by participation_id, number desc""")
                .param("scope", board.scope()).param("cycle", cycle).query(ReceivedReturns::read).list();
    }

    /** The latest copy of each return that came from a scope, latest first: of every year. */
    public List<Copy> from(Actor board, UUID scope) {
        return db.sql("""
                select * from (select distinct on (participation_id) * from assurance.received_return
                  where scope_id = :scope and from_scope = :from order by participation_id, number desc) latest
                order by received_at desc""")
                .param("scope", board.scope()).param("from", scope).query(ReceivedReturns::read).list();
    }

    /** One. @throws heed.platform.Refused as not found */
    public Copy get(Actor board, UUID id) {
        return db.sql("select * from assurance.received_return where scope_id = :scope and id = :id")
                .param("scope", board.scope()).param("id", id).query(ReceivedReturns::read).optional()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such copy"));
    }

    /** What it says. */
    public FrozenReturn said(Actor board, Copy copy) {
        return db.sql("select copy from assurance.received_return where scope_id = :scope and id = :id")
                .param("scope", board.scope()).param("id", copy.id())
                .query((row, n) -> FrozenReturn.read(seals.key(board.scope(), copy.id()).open(row.getBytes("copy"),
                        ReturnDelivery.RECEIVED, copy.id())))
                .single();
    }

    /** What each of them says, in one go; one whose key was disposed of is left out. */
    public Map<UUID, FrozenReturn> said(Actor board, List<Copy> copies) {
        if (copies.isEmpty())
            return Map.of();
        var ids = copies.stream().map(Copy::id).toList();
        var keys = seals.keys(board.scope(), ids);
        Map<UUID, FrozenReturn> all = new HashMap<>();
        db.sql("select id, copy from assurance.received_return where scope_id = :scope and id in (:ids)")
                .param("scope", board.scope()).param("ids", ids).query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var key = keys.get(id);
                    if (key != null)
                        all.put(id, FrozenReturn.read(key.open(row.getBytes("copy"), ReturnDelivery.RECEIVED, id)));
                });
        return all;
    }

    private static Copy read(ResultSet row, int n) throws SQLException {
        return new Copy(row.getObject("id", UUID.class), row.getObject("from_scope", UUID.class),
                row.getObject("council_id", UUID.class), row.getObject("cycle_id", UUID.class),
                row.getObject("participation_id", UUID.class), row.getInt("number"),
                FrozenReturn.shown(row.getBytes("content_hash")), row.getTimestamp("received_at").toInstant());
    }
}
