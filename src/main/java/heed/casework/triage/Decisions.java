package heed.casework.triage;

import heed.casework.CaseRef;
import heed.casework.concern.Concern;
import heed.casework.concern.Decision;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.seal.Seals;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of decisions and of the cases they open. Callers have read the concern through the actor's eyes first. */
@Repository
class Decisions {
    private final JdbcClient db;
    private final Seals seals;

    Decisions(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** A decision as it was taken. */
    record Decided(UUID id, Decision.Outcome outcome, String reasonCode, @Nullable String routeCode, String reasons,
            @Nullable String detail,
            @Nullable UUID lead, @Nullable CaseRef inCase, UUID by, Instant at) {
    }

    void add(Actor by, Concern concern, Decision decision, @Nullable UUID caseId, Instant at) {
        var id = UUID.randomUUID();
        var key = seals.key(by.scope(), concern.id());
        var detail = switch (decision) {
            case Decision.AdviceGiven d -> d.advice();
            case Decision.Signpost d -> d.service();
            case Decision.Refer d -> d.toldWhom();
            case Decision.NoFurtherAction d -> "";
            case Decision.OpenCase d -> "";
            case Decision.AddToCase d -> "";
        };
        db.sql("""
                insert into casework.decision (scope_id, id, concern_id, outcome, reason_code, route_code, reasons, detail, lead, case_id,
                    decided_by, decided_at)
                values (:scope, :id, :concern, :outcome, :reason, :route, :reasons, :detail, cast(:lead as uuid), cast(:case as uuid), :by, :at)""")
                .param("scope", by.scope())
                .param("id", id)
                .param("concern", concern.id())
                .param("outcome", decision.outcome().name())
                .param("reason", decision.reasonCode())
                .param("route", decision instanceof Decision.Refer refer ? refer.routeCode() : null)
                .param("reasons", key.seal(decision.reasons(), "casework.decision.reasons", id))
                .param("detail", detail.isBlank() ? null : key.seal(detail, "casework.decision.detail", id),
                        java.sql.Types.BINARY)
                .param("lead", decision instanceof Decision.OpenCase open ? open.lead() : null)
                .param("case", caseId)
                .param("by", by.staff())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Every decision on a concern, latest first. */
    List<Decided> of(Actor by, Concern concern) {
        var key = seals.key(by.scope(), concern.id());
        return db.sql("""
                select d.*, f.ref as case_ref from casework.decision d
                  left join casework.casefile f on f.scope_id = d.scope_id and f.id = d.case_id
                 where d.concern_id = :id order by d.decided_at desc, d.id""")
                .param("id", concern.id())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var detail = row.getBytes("detail");
                    var ref = row.getString("case_ref");
                    return new Decided(id, Decision.Outcome.valueOf(row.getString("outcome")),
                            row.getString("reason_code"),
                            row.getString("route_code"),
                            key.open(row.getBytes("reasons"), "casework.decision.reasons", id),
                            detail == null ? null : key.open(detail, "casework.decision.detail", id),
                            row.getObject("lead", UUID.class),
                            ref == null ? null : new CaseRef(ref), row.getObject("decided_by", UUID.class),
                            row.getTimestamp("decided_at").toInstant());
                })
                .list();
    }

    /** Opens a case with this lead. */
    UUID openCase(Actor by, UUID lead, Instant at) {
        var id = UUID.randomUUID();
        db.sql("insert into casework.casefile (scope_id, id, ref, opened_by, opened_at, lead) values (:scope, :id, :ref, :by, :at, :lead)")
                .param("scope", by.scope())
                .param("id", id)
                .param("ref", Reference.unused(CaseRef::random, ref -> caseBy(ref).isPresent()).value())
                .param("by", by.staff())
                .param("at", Timestamp.from(at))
                .param("lead", lead)
                .update();
        return id;
    }

    /** Who leads these cases, by the case's id. */
    Map<UUID, UUID> leads(Collection<UUID> cases) {
        var leads = new HashMap<UUID, UUID>();
        db.sql("select id, lead from casework.casefile where id = any(:ids)").param("ids", cases.toArray(UUID[]::new))
                .query(row -> {
                    leads.put(row.getObject("id", UUID.class), row.getObject("lead", UUID.class));
                });
        return leads;
    }

    /** A case as found by its reference or id. */
    record Case(UUID id, CaseRef ref, UUID lead, Instant openedAt) {
    }

    Optional<Case> caseBy(CaseRef ref) {
        return db.sql("select id, ref, lead, opened_at from casework.casefile where ref = :ref")
                .param("ref", ref.value())
                .query((row, n) -> new Case(row.getObject("id", UUID.class), new CaseRef(row.getString("ref")),
                        row.getObject("lead", UUID.class), row.getTimestamp("opened_at").toInstant()))
                .optional();
    }
}
