package heed.casework.correction;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Barring;
import heed.access.policy.Policy;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.allegation.Receiving;
import heed.casework.concern.Concern;
import heed.casework.concern.ConcernIndex;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Concerns;
import heed.casework.concern.Person;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import heed.platform.trail.Look;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Correcting what was recorded in error (domain 2.1): an officer asks, a lead other than that officer answers (a recipient,
 * where it is an allegation). What is corrected goes out of use and search; its text stays encrypted until its retention
 * date; who had read it is listed, for deciding whether it was a breach.
 */
@Service
public class Corrections {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = "id, concern_id, kind, naming_id, instead, why, asked_by, asked_at, answered_by, answered_at, done, answer";

    private final JdbcClient db;
    private final Seals seals;
    private final Concerns concerns;
    private final ConcernIndex index;
    private final Receiving receiving;
    private final Barring barring;
    private final Grants grants;
    private final Staff staff;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Corrections(JdbcClient db, Seals seals, Concerns concerns, ConcernIndex index, Receiving receiving, Barring barring,
            Grants grants,
            Staff staff, Outbox outbox, Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.seals = seals;
        this.concerns = concerns;
        this.index = index;
        this.receiving = receiving;
        this.barring = barring;
        this.grants = grants;
        this.staff = staff;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What there is to see of a concern's corrections.
     *
     * @param named   who it names now, by the id of each naming
     * @param all     every correction asked for, latest first
     * @param readers who has seen the concern; empty for those who may not correct records
     * @param names   of everybody mentioned
     */
    record Opened(Concern concern, Map<UUID, Person> named, List<Correction> all, List<Look> readers,
            Map<UUID, String> names) {
        /** The one that waits for an answer; empty where none does. */
        Optional<Correction> open() {
            return all.stream().filter(c -> c.answer() == null).findFirst();
        }
    }

    /** One that waits, with the concern it is about. */
    record Waiting(Concern concern, UUID askedBy, Instant askedAt) {
    }

    Opened of(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            var all = corrections(by, concern);
            var readers = by.may(Permission.CORRECT_RECORDS)
                    ? trail.looks(by, concern.id(), concern.receivedAt(), clock.instant())
                    : List.<Look>of();
            trail.add(by, Trace.of("correction.view", concern.id()).fields("people", "corrections", "readers"));
            var ids = new HashSet<UUID>();
            all.forEach(c -> {
                ids.add(c.askedBy());
                if (c.answer() != null)
                    ids.add(c.answer().by());
            });
            readers.forEach(r -> ids.add(r.who()));
            return new Opened(concern, concerns.named(by, concern), all, readers, staff.names(by, ids));
        });
    }

    /** Whether a correction of a concern waits for an answer. Needs the caller to have read the concern. */
    public boolean waits(Actor by, Concern concern) {
        return transactions.inScope(by.scope(), () -> db
                .sql("""
                select exists (select 1 from casework.correction where concern_id = :concern and answered_at is null)""")
                .param("concern", concern.id()).query(Boolean.class).single());
    }

    /**
     * Asks for the whole concern to be taken out of use.
     *
     * @throws heed.platform.Refused as not found; as moved on, where a correction waits already or it is out of use
     */
    void ask(Actor by, ConcernRef ref, String why) {
        ask(by, ref, Correction.Kind.WHOLE, null, null, why);
    }

    /** Asks for somebody to be taken off a concern, and another put in their place. @throws heed.platform.Refused as above */
    void ask(Actor by, ConcernRef ref, UUID naming, Person instead, String why) {
        ask(by, ref, Correction.Kind.PERSON, naming, instead, why);
    }

    private void ask(Actor by, ConcernRef ref, Correction.Kind kind, @Nullable UUID naming, @Nullable Person instead,
            String why) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.officeForChange(by, ref);
            if (!concern.inUse() || waits(by, concern))
                throw Refusal.MOVED_ON.because("a correction waits already, or it is out of use");
            if (naming != null && !concerns.named(by, concern).containsKey(naming))
                throw Refusal.MOVED_ON.because("that person was taken off meanwhile");
            var id = UUID.randomUUID();
            var key = seals.key(by.scope(), concern.id());
            db.sql("""
                    insert into casework.correction (scope_id, id, concern_id, kind, naming_id, instead, why, asked_by, asked_at)
                    values (:scope, :id, :concern, :kind, :naming, :instead, :why, :by, :at)""")
                    .param("scope", by.scope()).param("id", id).param("concern", concern.id())
                    .param("kind", kind.name()).param("naming", naming, Types.OTHER)
                    .param("instead",
                            instead == null
                                    ? null
                                    : key.seal(JSON.writeValueAsString(instead), "casework.correction.instead", id),
                            Types.BINARY)
                    .param("why", key.seal(why, "casework.correction.why", id)).param("by", by.staff())
                    .param("at", Timestamp.from(clock.instant())).update();
            trail.add(by, Trace.of("correction.ask", concern.id()).because(kind.name()));
            for (var someone : answerers(by, concern))
                outbox.add(by, someone, ConcernMail.CORRECTION_ASKED, concern.ref().value(), false);
        });
    }

    /**
     * Answers what was asked: does it, or says why not.
     *
     * @param asked what is answered, as it was shown
     * @throws heed.platform.Refused as not found; as not allowed now, for whoever asked it; as moved on, where another
     *                               answered it meanwhile
     */
    void answer(Actor by, ConcernRef ref, UUID asked, boolean done, String words) {
        by.must(Permission.CORRECT_RECORDS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.officeForChange(by, ref);
            var open = corrections(by, concern).stream().filter(c -> c.id().equals(asked) && c.answer() == null)
                    .findFirst().orElseThrow(() -> Refusal.MOVED_ON.because("answered meanwhile"));
            if (by.is(open.askedBy()))
                throw Refusal.NOT_ALLOWED_NOW.because("whoever asked does not answer");
            var now = clock.instant();
            if (done)
                correct(by, concern, open, now);
            db.sql("""
                    update casework.correction set answered_by = :by, answered_at = :at, done = :done, answer = :answer
                    where id = :id""")
                    .param("by", by.staff()).param("at", Timestamp.from(now)).param("done", done)
                    .param("answer",
                            seals.key(by.scope(), concern.id()).seal(words, "casework.correction.answer", open.id()))
                    .param("id", open.id()).update();
            trail.add(by, Trace.of("correction.answer", concern.id()).because(done ? "DONE" : "NOT_DONE"));
            outbox.add(by, open.askedBy(), ConcernMail.CORRECTION_ANSWERED, concern.ref().value(), false);
        });
    }

    /** It was no error after all: the concern waits in the queue again. */
    void putBack(Actor by, ConcernRef ref) {
        by.must(Permission.CORRECT_RECORDS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.officeForChange(by, ref);
            var back = concern.putBack(by, clock.instant());
            concerns.save(by, back);
            concerns.searchable(by, back.concern(), true);
            index.rebuild(by, back.concern());
            trail.add(by, Trace.of("concern.put-back", concern.id()));
        });
    }

    /** Every correction that waits for an answer of somebody's, oldest first. */
    List<Waiting> waiting(Actor by) {
        by.must(Permission.CORRECT_RECORDS);
        return transactions.inScope(by.scope(), () -> {
            record Row(UUID concern, UUID askedBy, Instant askedAt) {
            }
            var rows = db.sql("""
                    select concern_id, asked_by, asked_at from casework.correction
                    where answered_at is null order by asked_at, id""")
                    .query((row, n) -> new Row(row.getObject("concern_id", UUID.class),
                            row.getObject("asked_by", UUID.class), row.getTimestamp("asked_at").toInstant()))
                    .list();
            var theirs = rows.stream().flatMap(r -> concerns.byId(Policy.office(by), r.concern()).stream()
                    .map(c -> new Waiting(c, r.askedBy(), r.askedAt()))).toList();
            trail.add(by, Trace.list("correction.list", theirs.stream().map(w -> w.concern().id()).toList()));
            return theirs;
        });
    }

    /** How many wait for an answer of somebody's; for the navigation. */
    long count(Actor by) {
        if (!by.may(Permission.CORRECT_RECORDS))
            return 0;
        return transactions.inScope(by.scope(), () -> db.sql("""
                select count(*) from casework.correction k
                join casework.concern c on c.scope_id = k.scope_id and c.id = k.concern_id
                where k.answered_at is null and k.asked_by <> :me and\s""" + Policy.office(by).sql("c"))
                .param("me", by.staff()).query(Long.class).single());
    }

    /** Names of staff, by id. */
    Map<UUID, String> names(Actor by, List<UUID> people) {
        return staff.names(by, people);
    }

    private void correct(Actor by, Concern concern, Correction asked, Instant now) {
        var record = receiving.protection(by, concern);
        if (asked.kind() == Correction.Kind.WHOLE) {
            setAside(by, concern, now);
            record.filter(r -> switch (r.status()) {
                case RECEIVED, IN_TRIAGE, DECIDED -> true;
                case JOINED, IN_ERROR -> false;
            }).ifPresent(r -> setAside(by, r, now));
            return;
        }
        var naming = java.util.Objects.requireNonNull(asked.naming());
        var instead = java.util.Objects.requireNonNull(asked.instead());
        var wrong = concerns.named(by, concern).get(naming);
        concerns.replace(by, concern, naming, instead, now);
        index.rebuild(by, concern);
        // The lead who protects the person at risk works from a copy: it is the same person there who is wrong.
        record.ifPresent(r -> concerns.named(by, r).entrySet().stream().filter(e -> e.getValue().equals(wrong))
                .findFirst().ifPresent(e -> {
                    concerns.replace(by, r, e.getKey(), instead, now);
                    index.rebuild(by, r);
                }));
    }

    private void setAside(Actor by, Concern concern, Instant now) {
        concerns.searchable(by, concern, false);
        var aside = concern.setAside(by, now);
        concerns.save(by, aside);
        index.rebuild(by, aside.concern());
    }

    /** Everybody but the actor who could answer. */
    private Set<UUID> answerers(Actor by, Concern concern) {
        var facts = barring.facts(concern.id(), concern.marking(), concern.raisedBy());
        var found = new HashSet<UUID>();
        for (var role : Role.giving(Permission.CORRECT_RECORDS))
            grants.holders(by, role).stream()
                    .filter(someone -> !by.is(someone) && Policy.office(new Actor(someone, by.scope(), by.council(),
                            Role.permits(Set.of(role)), by.from())).allows(facts))
                    .forEach(found::add);
        return found;
    }

    private List<Correction> corrections(Actor by, Concern concern) {
        var key = seals.key(by.scope(), concern.id());
        return db
                .sql("select " + COLUMNS
                        + " from casework.correction where concern_id = :concern order by asked_at desc, id")
                .param("concern", concern.id())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var by2 = row.getObject("answered_by", UUID.class);
                    return new Correction(id, concern.id(), Correction.Kind.valueOf(row.getString("kind")),
                            row.getObject("naming_id", UUID.class), person(key, row.getBytes("instead"), id),
                            key.open(row.getBytes("why"), "casework.correction.why", id),
                            row.getObject("asked_by", UUID.class), row.getTimestamp("asked_at").toInstant(),
                            by2 == null
                                    ? null
                                    : new Correction.Answer(by2, row.getTimestamp("answered_at").toInstant(),
                                            row.getBoolean("done"),
                                            key.open(row.getBytes("answer"), "casework.correction.answer", id)));
                }).list();
    }

    private static @Nullable Person person(RecordKey key, byte @Nullable [] sealed, UUID id) {
        return sealed == null
                ? null
                : JSON.readValue(key.open(sealed, "casework.correction.instead", id), Person.class);
    }
}
