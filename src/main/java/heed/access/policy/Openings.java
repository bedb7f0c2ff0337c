package heed.access.policy;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records opened to somebody for a time. Whether one may be is for the record's own use case to say; this keeps it, and
 * every change is in the audit log. Every method joins the open transaction of the caller.
 */
@Component
public class Openings {
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Openings(JdbcClient db, Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Opens a record to somebody from now on; what was open to them of that kind ends.
     *
     * @param until when it closes by itself
     * @throws IllegalArgumentException where that is not after now
     */
    public void open(Actor by, UUID record, UUID staff, Opening.Kind kind, Instant until) {
        var now = clock.instant();
        if (!until.isAfter(now))
            throw new IllegalArgumentException("an opening ends after it begins");
        inOpen(by, () -> {
            end(record, staff, now, kind);
            db.sql("""
                    insert into access.opening (scope_id, id, record_id, staff_id, kind, valid_from, valid_until, made_by)
                    values (:scope, :id, :record, :staff, :kind, :from, :until, :by)""")
                    .param("scope", by.scope()).param("id", UUID.randomUUID()).param("record", record)
                    .param("staff", staff).param("kind", kind.name()).param("from", Timestamp.from(now))
                    .param("until", Timestamp.from(until)).param("by", by.staff()).update();
            trail.add(by, new Trace("opening.open", record, List.of("valid_until"), List.of(staff), kind.name()));
        });
    }

    /**
     * Closes a record to somebody it is open to.
     *
     * @throws heed.platform.Refused as not found where it is not
     */
    public void close(Actor by, UUID record, UUID staff) {
        inOpen(by, () -> {
            if (end(record, staff, clock.instant(), Opening.Kind.values()) == 0)
                throw Refusal.NOT_FOUND.because("not open to them");
            trail.add(by, new Trace("opening.close", record, List.of(), List.of(staff), null));
        });
    }

    /** Closes a record to everybody it is open to. */
    public void closeAll(Actor by, UUID record) {
        of(List.of(record)).getOrDefault(record, List.of()).stream()
                .filter(o -> o.until().isAfter(clock.instant())).map(Opening::staff).distinct()
                .forEach(someone -> close(by, record, someone));
    }

    /** Whom these records are, were or will be open to, by record. */
    public Map<UUID, List<Opening>> of(Collection<UUID> records) {
        needsTransaction();
        var found = new HashMap<UUID, List<Opening>>();
        db.sql("""
                select record_id, staff_id, kind, valid_from, valid_until from access.opening
                where record_id = any(:records) order by valid_from, id""")
                .param("records", records.toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getObject("record_id", UUID.class), key -> new ArrayList<>())
                            .add(new Opening(row.getObject("staff_id", UUID.class),
                                    Opening.Kind.valueOf(row.getString("kind")),
                                    row.getTimestamp("valid_from").toInstant(),
                                    row.getTimestamp("valid_until").toInstant()));
                });
        return found;
    }

    /** Until when each record that is open to this person now stays so, by record. */
    public Map<UUID, Opening> openTo(UUID staff) {
        needsTransaction();
        var found = new HashMap<UUID, Opening>();
        db.sql("""
                select record_id, kind, valid_from, valid_until from access.opening
                where staff_id = :staff and valid_from <= :now and valid_until > :now order by valid_until""")
                .param("staff", staff).param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    found.put(row.getObject("record_id", UUID.class),
                            new Opening(staff, Opening.Kind.valueOf(row.getString("kind")),
                                    row.getTimestamp("valid_from").toInstant(),
                                    row.getTimestamp("valid_until").toInstant()));
                });
        return found;
    }

    private int end(UUID record, UUID staff, Instant now, Opening.Kind... kinds) {
        return db.sql("""
                update access.opening set valid_until = :now
                where record_id = :record and staff_id = :staff and valid_until > :now and kind = any(:kinds)""")
                .param("now", Timestamp.from(now)).param("record", record).param("staff", staff)
                .param("kinds", java.util.Arrays.stream(kinds).map(Enum::name).toArray(String[]::new)).update();
    }

    private void inOpen(Actor by, Runnable change) {
        needsTransaction();
        transactions.inScope(by.scope(), change);
    }

    private void needsTransaction() {
        if (!transactions.open())
            throw new IllegalStateException(
                    "what is open to whom is read and changed within the record's own transaction");
    }
}
