package heed.access.policy;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is barred from a record whatever their role, and who is named on one. Whether somebody may bar or name is for the
 * record's own use case to say, which knows its state; this keeps it, and every change is in the audit log. Every method
 * joins the open transaction of the caller and refuses to work without one.
 */
@Component
public class Barring {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    private final JdbcClient db;
    private final Openings openings;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Barring(JdbcClient db, Openings openings, Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.openings = openings;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Bars somebody from a record. Barring twice keeps the first reason.
     *
     * @param reasonCode a code such as {@code KNOWS_THE_PERSON}, never free text
     * @throws IllegalArgumentException if the reason is not a code
     */
    public void exclude(Actor by, UUID record, UUID staff, String reasonCode) {
        if (!CODE.matcher(reasonCode).matches())
            throw new IllegalArgumentException("a reason for barring is a code");
        inOpen(by, () -> {
            db.sql("""
                    insert into access.exclusion (scope_id, record_id, staff_id, reason, made_by, made_at)
                    values (:scope, :record, :staff, :reason, :by, :at) on conflict do nothing""")
                    .param("scope", by.scope()).param("record", record).param("staff", staff)
                    .param("reason", reasonCode)
                    .param("by", by.staff()).param("at", Timestamp.from(clock.instant())).update();
            trail.add(by, touching("barring.exclude", record, staff).because(reasonCode));
        });
    }

    /**
     * Lifts a bar.
     *
     * @throws heed.platform.Refused as not found where there is none
     */
    public void include(Actor by, UUID record, UUID staff) {
        inOpen(by, () -> {
            remove(by, "delete from access.exclusion where record_id = :record and staff_id = :staff", record, staff);
            trail.add(by, touching("barring.include", record, staff));
        });
    }

    /** Lifts every bar from a record that was made for one of these reasons. */
    public void lift(Actor by, UUID record, List<String> reasonCodes) {
        inOpen(by, () -> {
            db.sql("delete from access.exclusion where record_id = :record and reason = any(:reasons)")
                    .param("record", record).param("reasons", reasonCodes.toArray(String[]::new)).update();
            trail.add(by, Trace.of("barring.lift", record).because(String.join("+", reasonCodes)));
        });
    }

    /** Names somebody on a record. Naming twice is naming once. */
    public void name(Actor by, UUID record, UUID staff) {
        inOpen(by, () -> {
            db.sql("""
                    insert into access.named (scope_id, record_id, staff_id, made_by, made_at)
                    values (:scope, :record, :staff, :by, :at) on conflict do nothing""")
                    .param("scope", by.scope()).param("record", record).param("staff", staff)
                    .param("by", by.staff()).param("at", Timestamp.from(clock.instant())).update();
            trail.add(by, touching("barring.name", record, staff));
        });
    }

    /**
     * Takes somebody's name off a record.
     *
     * @throws heed.platform.Refused as not found where it is not on it
     */
    public void unname(Actor by, UUID record, UUID staff) {
        inOpen(by, () -> {
            remove(by, "delete from access.named where record_id = :record and staff_id = :staff", record, staff);
            trail.add(by, touching("barring.unname", record, staff));
        });
    }

    /**
     * What a rule needs to know of one record of the scope whose transaction is open.
     *
     * @throws IllegalStateException outside a transaction: row-level security would show nobody as barred
     */
    public Facts facts(UUID record, Marking marking, @Nullable UUID raisedBy) {
        needsTransaction();
        return facts(Map.of(record, new Held(marking, raisedBy))).getOrDefault(record,
                new Facts(marking, raisedBy, Set.of(), Set.of()));
    }

    /**
     * The same for many records, with three queries.
     *
     * @param records each record's marking and who raised it, by the record's id
     */
    public Map<UUID, Facts> facts(Map<UUID, Held> records) {
        needsTransaction();
        var excluded = staffOf("exclusion", records.keySet());
        var named = staffOf("named", records.keySet());
        var opened = openings.of(records.keySet());
        var facts = new HashMap<UUID, Facts>();
        records.forEach((id, held) -> facts.put(id, new Facts(held.marking(), held.raisedBy(),
                excluded.getOrDefault(id, Set.of()), named.getOrDefault(id, Set.of()),
                opened.getOrDefault(id, List.of()))));
        return facts;
    }

    /**
     * Who is barred from a record, why, and who barred them, latest first.
     *
     * @throws IllegalStateException outside a transaction: row-level security would show nobody as barred
     */
    public List<Barred> barred(UUID record) {
        needsTransaction();
        return db.sql("""
                select staff_id, reason, made_by, made_at from access.exclusion where record_id = :record
                order by made_at desc, staff_id""")
                .param("record", record)
                .query((row, n) -> new Barred(row.getObject("staff_id", UUID.class), row.getString("reason"),
                        row.getObject("made_by", UUID.class), row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /** Records that name this person, and records they are barred from, in the scope whose transaction is open. */
    public Map<Touch, Set<UUID>> touching(UUID staff) {
        needsTransaction();
        var found = new EnumMap<Touch, Set<UUID>>(Touch.class);
        for (var touch : Touch.values())
            found.put(touch,
                    Set.copyOf(db.sql("select record_id from access." + touch.table + " where staff_id = :staff")
                            .param("staff", staff).query(UUID.class).list()));
        return found;
    }

    /** How a record may touch somebody. */
    public enum Touch {
        /** They are named on it. */
        NAMED("named"),
        /** They are barred from it. */
        BARRED("exclusion");

        private final String table;

        Touch(String table) {
            this.table = table;
        }
    }

    /**
     * Somebody barred.
     *
     * @param reason the code it was done for
     */
    public record Barred(UUID staff, String reason, UUID by, Instant at) {
    }

    /**
     * What a record itself says of who may see it.
     *
     * @param marking  how narrowly it is held
     * @param raisedBy who raised it; null where nobody is to be told that they did
     */
    public record Held(Marking marking, @Nullable UUID raisedBy) {
    }

    private Map<UUID, Set<UUID>> staffOf(String table, Collection<UUID> records) {
        var staff = new HashMap<UUID, Set<UUID>>();
        db.sql("select record_id, staff_id from access." + table + " where record_id = any(:records)")
                .param("records", records.toArray(UUID[]::new))
                .query(row -> {
                    staff.computeIfAbsent(row.getObject("record_id", UUID.class), key -> new HashSet<>())
                            .add(row.getObject("staff_id", UUID.class));
                });
        return staff;
    }

    private void remove(Actor by, String sql, UUID record, UUID staff) {
        if (db.sql(sql).param("record", record).param("staff", staff).update() == 0)
            throw Refusal.NOT_FOUND.because("neither barred nor named");
    }

    private static Trace touching(String act, UUID record, UUID staff) {
        return new Trace(act, record, List.of(), List.of(staff), null);
    }

    private void inOpen(Actor by, Runnable change) {
        needsTransaction();
        transactions.inScope(by.scope(), change);
    }

    private void needsTransaction() {
        if (!transactions.open())
            throw new IllegalStateException("who is barred is read and changed within the record's own transaction");
    }
}
