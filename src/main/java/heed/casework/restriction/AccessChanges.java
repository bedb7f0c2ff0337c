package heed.casework.restriction;

import heed.casework.concern.Concern;
import heed.platform.Actor;
import heed.platform.seal.Seals;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every change of who may see a concern. Its callers have read the concern through the actor's eyes first. */
@Repository
class AccessChanges {
    private final JdbcClient db;
    private final Seals seals;

    AccessChanges(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void add(Actor by, Concern concern, AccessChange change) {
        var id = UUID.randomUUID();
        var why = change.why();
        db.sql("""
                insert into casework.access_change (scope_id, id, concern_id, kind, staff_id, made_by, made_at, until, why)
                values (:scope, :id, :concern, :kind, cast(:staff as uuid), :by, :at, cast(:until as timestamptz), :why)""")
                .param("scope", by.scope()).param("id", id).param("concern", concern.id())
                .param("kind", change.kind().name()).param("staff", change.staff()).param("by", change.by())
                .param("at", Timestamp.from(change.at()))
                .param("until", change.until() == null ? null : Timestamp.from(change.until()))
                .param("why",
                        why == null || why.isBlank()
                                ? null
                                : seals.key(by.scope(), concern.id()).seal(why, "casework.access_change.why", id),
                        Types.BINARY)
                .update();
    }

    /** Latest first. */
    List<AccessChange> of(Actor by, Concern concern) {
        var key = seals.key(by.scope(), concern.id());
        return db.sql("""
                select id, kind, staff_id, made_by, made_at, until, why from casework.access_change
                where concern_id = :concern order by made_at desc, id""")
                .param("concern", concern.id())
                .query((row, n) -> {
                    var until = row.getTimestamp("until");
                    var why = row.getBytes("why");
                    return new AccessChange(AccessChange.Kind.valueOf(row.getString("kind")),
                            row.getObject("staff_id", UUID.class), row.getObject("made_by", UUID.class),
                            row.getTimestamp("made_at").toInstant(), until == null ? null : until.toInstant(),
                            why == null
                                    ? null
                                    : key.open(why, "casework.access_change.why", row.getObject("id", UUID.class)));
                })
                .list();
    }
}
