package heed.casework.countersign;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Barring;
import heed.access.policy.Policy;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Concerns;
import heed.casework.concern.Decision;
import heed.casework.concern.Person;
import heed.casework.concern.Status;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Countersigning afterwards (domain 2.3): danger was reported and nothing is to be done, so a second officer who may see
 * the concern agrees, or disagrees and takes it up again. Which decisions wait is computed from what was decided and signed;
 * nothing waits for a signature when it protects.
 */
@Service
public class Countersignatures {
    /** Decisions by which nobody does anything: {@code Refer}, {@code OpenCase} and {@code AddToCase} protect. */
    private static final Set<Decision.Outcome> NOTHING_DONE = Set.of(Decision.Outcome.NO_FURTHER_ACTION,
            Decision.Outcome.ADVICE_GIVEN, Decision.Outcome.SIGNPOST);
    /**
     * Concerns whose last decision is one of those and has no signature; the alias is {@code c}, the decision {@code d}. The
     * concern's own outcome, which deciding sets to the same, is asked too: by it an index knows the few that there are.
     */
    private static final String WAITING = """
            from casework.concern c
            join lateral (select id, outcome, reason_code, reasons, decided_by, decided_at from casework.decision l
                where l.scope_id = c.scope_id and l.concern_id = c.id order by decided_at desc, id limit 1) d on true
            where c.danger and c.status = 'DECIDED' and c.outcome in ('NO_FURTHER_ACTION', 'ADVICE_GIVEN', 'SIGNPOST')
              and d.outcome in ('NO_FURTHER_ACTION', 'ADVICE_GIVEN', 'SIGNPOST')
              and not exists (select 1 from casework.countersignature k
                where k.scope_id = c.scope_id and k.decision_id = d.id) and\s""";
    /** Who is asked first: leads, then the next who may see it. */
    private static final List<Role> ASKED = List.of(Role.DSL, Role.DSO, Role.COORDINATOR, Role.ALLEGATIONS_RECIPIENT,
            Role.ALLEGATIONS_SUBSTITUTE);

    private final JdbcClient db;
    private final Seals seals;
    private final Concerns concerns;
    private final Barring barring;
    private final Grants grants;
    private final Staff staff;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Countersignatures(JdbcClient db, Seals seals, Concerns concerns, Barring barring, Grants grants, Staff staff,
            Outbox outbox, Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.seals = seals;
        this.concerns = concerns;
        this.barring = barring;
        this.grants = grants;
        this.staff = staff;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A signature; reasons are compulsory where it disagrees. */
    public record Signed(UUID decision, boolean agrees, @Nullable String reasons, UUID by, Instant at) {
    }

    /** The decision that waits, opened. */
    public record Waits(UUID decision, Decision.Outcome outcome, String reasons, UUID by, Instant at) {
    }

    /** One on the list. */
    record Row(Concern concern, List<Person> people, UUID decidedBy, Instant decidedAt) {
    }

    /** One that is to be signed, with the name of who decided it. */
    record Opened(Concern concern, List<Person> people, Waits waits, String decider) {
    }

    /** Whether a decision is one that a second officer signs afterwards. */
    public boolean needed(Actor by, Concern concern, Decision.Outcome outcome) {
        return concern.danger() && NOTHING_DONE.contains(outcome);
    }

    /** Tells those who could sign a decision just taken: the leads who may see it, or else others. In its transaction. */
    public void ask(Actor by, Concern concern) {
        tell(by, concern, ConcernMail.COUNTERSIGN, Set.of(by.staff()));
        trail.add(by, Trace.of("countersign.ask", concern.id()));
    }

    /** The decision of a concern that waits for a signature; empty where none does. The caller has read the concern. */
    public Optional<Waits> waits(Actor by, Concern concern) {
        return transactions.inScope(by.scope(), () -> {
            if (!concern.inUse())
                return Optional.<Waits>empty();
            var key = seals.key(by.scope(), concern.id());
            return db.sql("select d.* " + WAITING + "c.id = :id").param("id", concern.id()).query((row, n) -> {
                var id = row.getObject("id", UUID.class);
                return new Waits(id, Decision.Outcome.valueOf(row.getString("outcome")),
                        key.open(row.getBytes("reasons"), "casework.decision.reasons", id),
                        row.getObject("decided_by", UUID.class), row.getTimestamp("decided_at").toInstant());
            }).optional();
        });
    }

    /** Every signature in a concern, by its decision's id. The caller has read the concern. */
    public Map<UUID, Signed> of(Actor by, Concern concern) {
        var signed = new LinkedHashMap<UUID, Signed>();
        if (!concern.inUse())
            return signed;
        return transactions.inScope(by.scope(), () -> {
            var key = seals.key(by.scope(), concern.id());
            db.sql("""
                    select decision_id, agrees, reasons, made_by, made_at from casework.countersignature
                    where concern_id = :id order by made_at""").param("id", concern.id()).query((row, n) -> {
                var decision = row.getObject("decision_id", UUID.class);
                var reasons = row.getBytes("reasons");
                return new Signed(decision, row.getBoolean("agrees"),
                        reasons == null ? null : key.open(reasons, "casework.countersignature.reasons", decision),
                        row.getObject("made_by", UUID.class), row.getTimestamp("made_at").toInstant());
            }).list().forEach(s -> signed.put(s.decision(), s));
            return signed;
        });
    }

    /** What this officer could sign, longest waiting first. */
    List<Row> waiting(Actor by) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            record Found(UUID concern, UUID decider, Instant at) {
            }
            var rule = Policy.office(by);
            var found = db
                    .sql("select c.id, d.decided_by, d.decided_at " + WAITING + "d.decided_by <> :me and "
                            + rule.sql("c") + " order by d.decided_at, c.id")
                    .param("me", by.staff())
                    .query((row, n) -> new Found(row.getObject("id", UUID.class),
                            row.getObject("decided_by", UUID.class), row.getTimestamp("decided_at").toInstant()))
                    .list();
            var all = found.stream().flatMap(f -> concerns.byId(rule, f.concern()).stream()).toList();
            trail.add(by, Trace.list("countersign.list", all.stream().map(Concern::id).toList()));
            var people = concerns.people(by, all);
            return found.stream().flatMap(f -> all.stream().filter(c -> c.id().equals(f.concern()))
                    .map(c -> new Row(c, people.getOrDefault(c.id(), List.of()), f.decider(), f.at()))).toList();
        });
    }

    /** How many {@link #waiting} there are. */
    long count(Actor by) {
        if (!by.may(Permission.WORK_CONCERNS))
            return 0;
        return transactions.inScope(by.scope(), () -> db
                .sql("select count(*) " + WAITING + "d.decided_by <> :me and " + Policy.office(by).sql("c"))
                .param("me", by.staff()).query(Long.class).single());
    }

    Map<UUID, String> names(Actor by, List<UUID> people) {
        return staff.names(by, people);
    }

    /** @throws heed.platform.Refused as not found; as not allowed now, where nothing waits or the actor decided it */
    Opened open(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            trail.add(by, Trace.of("concern.view", concern.id()).fields("people", "decisions"));
            var waits = waits(by, concern)
                    .orElseThrow(() -> Refusal.NOT_ALLOWED_NOW.because("nothing waits for a countersignature"));
            if (by.is(waits.by()))
                throw Refusal.NOT_ALLOWED_NOW.because("whoever decided does not countersign");
            return new Opened(concern, concerns.people(by, List.of(concern)).getOrDefault(concern.id(), List.of()),
                    waits, staff.names(by, List.of(waits.by())).getOrDefault(waits.by(), "Someone who has left"));
        });
    }

    /**
     * Signs a decision. Whoever disagrees takes the concern up again at once, so that nobody has to be found for it; the
     * decider and the leads are told.
     *
     * @param decision the one that was read
     * @param reasons  compulsory where it disagrees
     * @throws heed.platform.Refused as not found; as not allowed now for whoever decided; as moved on, where another signed
     *                               or it was decided again meanwhile
     */
    public void sign(Actor by, ConcernRef ref, UUID decision, boolean agrees, String reasons) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.officeForChange(by, ref);
            var waits = waits(by, concern).filter(w -> w.decision().equals(decision))
                    .orElseThrow(() -> Refusal.MOVED_ON.because("signed or decided again meanwhile"));
            if (by.is(waits.by()))
                throw Refusal.NOT_ALLOWED_NOW.because("whoever decided does not countersign");
            if (!agrees && reasons.isBlank())
                throw new IllegalArgumentException("disagreeing needs reasons");
            var now = clock.instant();
            db.sql("""
                    insert into casework.countersignature (scope_id, decision_id, concern_id, agrees, reasons, made_by, made_at)
                    values (:scope, :decision, :concern, :agrees, :reasons, :by, :at)""")
                    .param("scope", by.scope()).param("decision", decision).param("concern", concern.id())
                    .param("agrees", agrees)
                    .param("reasons",
                            reasons.isBlank()
                                    ? null
                                    : seals.key(by.scope(), concern.id()).seal(reasons,
                                            "casework.countersignature.reasons", decision),
                            Types.BINARY)
                    .param("by", by.staff()).param("at", Timestamp.from(now)).update();
            trail.add(by, Trace.of("countersign.sign", concern.id()).because(agrees ? "AGREES" : "DISAGREES"));
            if (agrees)
                return;
            // Read again: the lock was taken after it was read, and somebody may have changed it between.
            var there = concerns.office(by, ref);
            if (there.status() != Status.DECIDED)
                throw Refusal.MOVED_ON.because("reopened meanwhile");
            concerns.save(by, there.reopen(by, now, "Not countersigned. " + reasons));
            tell(by, there, ConcernMail.NOT_COUNTERSIGNED, Set.of(by.staff(), waits.by()));
            if (mayStillSee(by, there, waits.by()))
                outbox.add(by, waits.by(), ConcernMail.NOT_COUNTERSIGNED, ref.value(), true);
        });
    }

    private void tell(Actor by, Concern concern, ConcernMail mail, Set<UUID> but) {
        var facts = barring.facts(concern.id(), concern.marking(), concern.raisedBy());
        for (var role : ASKED) {
            var told = new LinkedHashSet<>(grants.holders(by, role));
            told.removeIf(someone -> but.contains(someone) || !Policy
                    .office(new Actor(someone, by.scope(), by.council(), Role.permits(Set.of(role)), by.from()))
                    .allows(facts));
            told.forEach(someone -> outbox.add(by, someone, mail, concern.ref().value(), false));
            if (!told.isEmpty())
                return;
        }
    }

    private boolean mayStillSee(Actor by, Concern concern, UUID someone) {
        var facts = barring.facts(concern.id(), concern.marking(), concern.raisedBy());
        return !facts.excluded().contains(someone) && staff.get(by, someone).leftAt() == null;
    }
}
