package heed.casework.allegation;

import heed.casework.concern.Concern;
import heed.casework.concern.Guard;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import heed.platform.seal.Seals;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of allegations. Its callers have read the concern through the actor's eyes first. */
@Repository
class Allegations {
    private final JdbcClient db;
    private final Seals seals;

    Allegations(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void add(Actor by, Concern concern, Telling telling, Guard.Verdict verdict, Optional<UUID> protection) {
        var works = telling.worksHere();
        db.sql("""
                insert into casework.allegation (scope_id, concern_id, works_as, ticked_by, protection_id)
                values (:scope, :concern, :works, :ticked, cast(:protection as uuid))""")
                .param("scope", by.scope())
                .param("concern", concern.id())
                .param("works", works.yes() ? works.works().isBlank() ? "NOT_SURE" : works.works() : null)
                .param("ticked", works.yes() ? "REPORTER" : "MATCH")
                .param("protection", protection.orElse(null))
                .update();
        for (var match : verdict.matches())
            db.sql("""
                    insert into casework.staff_match (scope_id, concern_id, staff_id, place, strength)
                    values (:scope, :concern, :staff, :place, :strength) on conflict do nothing""")
                    .param("scope", by.scope())
                    .param("concern", concern.id())
                    .param("staff", match.staff())
                    .param("place", match.place())
                    .param("strength", match.likely() ? "LIKELY" : "POSSIBLE")
                    .update();
    }

    Optional<Allegation> of(Concern concern) {
        var matches = db.sql(
                "select staff_id, place, strength from casework.staff_match where concern_id = :id order by strength, staff_id")
                .param("id", concern.id())
                .query((row, n) -> new Allegation.Matched(row.getObject("staff_id", UUID.class), row.getString("place"),
                        row.getString("strength").equals("LIKELY")))
                .list();
        return db.sql(
                "select works_as, ticked_by, protection_id, lifted_at from casework.allegation where concern_id = :id")
                .param("id", concern.id())
                .query((row, n) -> {
                    var lifted = row.getTimestamp("lifted_at");
                    return new Allegation(concern.id(), row.getString("works_as"),
                            row.getString("ticked_by").equals("REPORTER"),
                            row.getObject("protection_id", UUID.class), lifted == null ? null : lifted.toInstant(),
                            matches);
                })
                .optional();
    }

    boolean protects(Concern concern) {
        return db.sql("select exists (select 1 from casework.allegation where protection_id = :id)")
                .param("id", concern.id()).query(Boolean.class).single();
    }

    void lift(Actor by, Concern concern, Instant at, String reasons) {
        db.sql("""
                update casework.allegation set lifted_by = :by, lifted_at = :at, lift_reasons = :reasons
                 where concern_id = :id and lifted_at is null""")
                .param("by", by.staff())
                .param("at", Timestamp.from(at))
                .param("reasons",
                        seals.key(by.scope(), concern.id()).seal(reasons, "casework.allegation.lift_reasons",
                                concern.id()))
                .param("id", concern.id())
                .update();
        db.sql("update casework.staff_match set lifted_by = :by, lifted_at = :at where concern_id = :id and lifted_at is null")
                .param("by", by.staff())
                .param("at", Timestamp.from(at))
                .param("id", concern.id())
                .update();
    }
}
