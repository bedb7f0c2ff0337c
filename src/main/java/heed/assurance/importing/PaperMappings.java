package heed.assurance.importing;

import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.platform.Actor;
import heed.platform.seal.Seals;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What a body's papers of a kind call things, as somebody once said: used whenever a paper of theirs is read. */
@Repository
class PaperMappings {
    private static final String MAPPING = "assurance.paper_mapping.mapping";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Seals seals;

    PaperMappings(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    private record Row(UUID id, byte[] mapping) {
    }

    /** What was said, or nothing. */
    Mapping of(Actor by, UUID council, PaperKind kind) {
        return row(by, council, kind).flatMap(row -> Optional.ofNullable(
                seals.keys(by.scope(), List.of(row.id())).get(row.id()))
                .map(key -> JSON.readValue(key.openBytes(row.mapping(), MAPPING, row.id()), Mapping.class)))
                .orElse(Mapping.NONE);
    }

    /** Keeps it for the next paper too. */
    void save(Actor by, UUID council, PaperKind kind, Mapping mapping, Instant at) {
        // Two people saying it for two papers at once: the second waits, and adds to what the first said.
        db.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "mapping " + by.scope() + council + kind).query((row, n) -> n).list();
        var there = row(by, council, kind);
        if (there.isEmpty()) {
            var id = UUID.randomUUID();
            db.sql("""
                    insert into assurance.paper_mapping (scope_id, id, council_id, kind, mapping, saved_by, saved_at)
                    values (:scope, :id, :council, :kind, :mapping, :by, :at)""")
                    .param("scope", by.scope()).param("id", id).param("council", council).param("kind", kind.name())
                    .param("mapping", seals.newKey(by.scope(), id).seal(JSON.writeValueAsBytes(mapping), MAPPING, id))
                    .param("by", by.staff()).param("at", Timestamp.from(at)).update();
        } else {
            var id = there.get().id();
            db.sql("""
                    update assurance.paper_mapping set mapping = :mapping, saved_by = :by, saved_at = :at,
                        version = version + 1 where scope_id = :scope and id = :id""")
                    .param("mapping", seals.key(by.scope(), id).seal(JSON.writeValueAsBytes(mapping), MAPPING, id))
                    .param("by", by.staff()).param("at", Timestamp.from(at)).param("scope", by.scope()).param("id", id)
                    .update();
        }
    }

    private Optional<Row> row(Actor by, UUID council, PaperKind kind) {
        return db.sql("""
                select id, mapping from assurance.paper_mapping
                where scope_id = :scope and council_id = :council and kind = :kind""")
                .param("scope", by.scope()).param("council", council).param("kind", kind.name())
                .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getBytes("mapping"))).optional();
    }
}
