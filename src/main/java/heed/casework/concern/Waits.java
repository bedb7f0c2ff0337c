package heed.casework.concern;

import heed.platform.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Since when concerns wait: since they were received, or since they came back to the queue. Needs the caller's scope
 * transaction, and that the caller has read the concerns within what the actor may see.
 */
@Repository
public class Waits {
    private static final List<Act> BACK = List.of(Act.HAND_BACK, Act.PUT_BACK);

    private final JdbcClient db;

    Waits(JdbcClient db) {
        this.db = db;
    }

    /** By the concern's id. */
    public Map<UUID, Instant> since(Actor by, Collection<Concern> concerns) {
        var since = new HashMap<UUID, Instant>();
        concerns.forEach(concern -> since.put(concern.id(), concern.receivedAt()));
        db.sql("""
                select concern_id, max(made_at) as at from casework.concern_entry
                where scope_id = :scope and concern_id = any(:ids) and act = any(:acts) group by concern_id""")
                .param("scope", by.scope()).param("ids", since.keySet().toArray(UUID[]::new))
                .param("acts", BACK.stream().map(Enum::name).toArray(String[]::new))
                .query(row -> {
                    since.put(row.getObject("concern_id", UUID.class), row.getTimestamp("at").toInstant());
                });
        return since;
    }
}
