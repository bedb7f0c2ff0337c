package heed.casework.raise;

import heed.casework.concern.Telling;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.seal.Seals;
import heed.records.document.Documents;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The store of drafts: each encrypted under a key of its own, read by its owner only, kept 30 days. */
@Repository
class Drafts {
    static final Duration KEPT = Duration.ofDays(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Seals seals;
    private final Documents documents;

    Drafts(JdbcClient db, Seals seals, Documents documents) {
        this.db = db;
        this.seals = seals;
        this.documents = documents;
    }

    /** Whether anybody of this scope has a draft of that id. */
    boolean there(UUID id) {
        return db.sql("select exists (select 1 from casework.draft where id = :id)").param("id", id)
                .query(Boolean.class).single();
    }

    UUID start(Actor by, UUID id, Telling typed, Instant at) {
        var key = seals.newKey(by.scope(), id);
        db.sql("""
                insert into casework.draft (scope_id, id, owner, started_at, saved_at, typed)
                values (:scope, :id, :owner, :at, :at, :typed)""")
                .param("scope", by.scope())
                .param("id", id)
                .param("owner", by.staff())
                .param("at", Timestamp.from(at))
                .param("typed", key.seal(JSON.writeValueAsString(typed), "casework.draft.typed", id))
                .update();
        return id;
    }

    /** Reads and holds it, so that sending it five times at once sends it once. */
    Draft hold(Actor by, UUID id) {
        return read(by, id, " for update");
    }

    Draft get(Actor by, UUID id) {
        return read(by, id, "");
    }

    private Draft read(Actor by, UUID id, String lock) {
        var key = seals.keys(by.scope(), List.of(id)).get(id);
        return db.sql(
                "select started_at, saved_at, typed, version, sent_as from casework.draft where id = :id and owner = :owner"
                        + lock)
                .param("id", id)
                .param("owner", by.staff())
                .query((row, n) -> {
                    if (key == null)
                        throw Refusal.NOT_FOUND.because("the draft's key is gone");
                    return new Draft(id,
                            JSON.readValue(key.open(row.getBytes("typed"), "casework.draft.typed", id), Telling.class),
                            row.getTimestamp("started_at").toInstant(), row.getTimestamp("saved_at").toInstant(),
                            row.getInt("version"),
                            row.getObject("sent_as", UUID.class));
                })
                .optional()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such draft of theirs"));
    }

    /** Drafts not sent yet, latest first; one that a backup brought back and the disposal list destroyed again has no key. */
    List<Draft> mine(Actor by, Instant now) {
        return db.sql(
                """
                        select id from casework.draft d where owner = :owner and sent_as is null and saved_at > :since
                          and exists (select from platform.record_key k where k.scope_id = d.scope_id and k.record_id = d.id)
                        order by saved_at desc limit 20""")
                .param("owner", by.staff())
                .param("since", Timestamp.from(now.minus(KEPT)))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(id -> get(by, id))
                .toList();
    }

    void save(Actor by, UUID id, Telling typed, Instant at) {
        db.sql("update casework.draft set typed = :typed, saved_at = :at, version = version + 1 where id = :id and owner = :owner and sent_as is null")
                .param("typed",
                        seals.key(by.scope(), id).seal(JSON.writeValueAsString(typed), "casework.draft.typed", id))
                .param("at", Timestamp.from(at))
                .param("id", id)
                .param("owner", by.staff())
                .update();
    }

    void sent(Actor by, UUID id, UUID concern) {
        db.sql("update casework.draft set sent_as = :concern, version = version + 1 where id = :id and owner = :owner")
                .param("concern", concern)
                .param("id", id)
                .param("owner", by.staff())
                .update();
    }

    /** Removes drafts last saved before then, sent or not, with their keys; a concern made of one stays. Returns how many. */
    int sweep(UUID scope, Instant before) {
        var old = db.sql("delete from casework.draft where saved_at < :before returning id")
                .param("before", Timestamp.from(before))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        // Of a draft that was sent no files are left: they are the concern's.
        old.forEach(id -> {
            documents.destroyAll(scope, id);
            seals.destroy(scope, id);
        });
        return old.size();
    }

    void discard(Actor by, UUID id) {
        int gone = db.sql("delete from casework.draft where id = :id and owner = :owner and sent_as is null")
                .param("id", id)
                .param("owner", by.staff())
                .update();
        if (gone == 1) {
            documents.destroyAll(by.scope(), id);
            seals.destroy(by.scope(), id);
        }
    }
}
