package heed.platform.trail;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the audit log. An entry is written in the transaction of the act it tells of, reading included: if it cannot
 * be written, the act does not happen. The application's database role can add and read entries, never change them.
 */
@Component
public class Trail {
    private final JdbcClient db;
    private final Transactions transactions;
    private final Clock clock;

    /** Written through {@code db} in the transactions of {@code transactions}, dated by {@code clock}. */
    public Trail(JdbcClient db, Transactions transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds an entry to the open transaction.
     *
     * @throws IllegalStateException if there is no transaction to share the entry's fate
     */
    public void add(Actor by, Trace trace) {
        if (!transactions.open())
            throw new IllegalStateException(
                    "an entry of the audit log needs the transaction of its act: " + trace.act());
        write(by, trace, "DONE");
    }

    /** Records a refusal, in a transaction of its own because the refused act's is rolled back. */
    public void refused(Actor by, Trace trace) {
        transactions.apart(by.scope(), () -> write(by, trace, "REFUSED"));
    }

    /** How many people met this record in what that act lists, in the actor's scope. */
    public long metBy(Actor by, String act, UUID record) {
        return transactions.inScope(by.scope(), () -> db.sql("""
                select count(distinct actor) from platform.trail
                where act = :act and outcome = 'DONE' and :record = any(found)""")
                .param("act", act).param("record", record).query(Long.class).single());
    }

    /**
     * Who has seen a record, from the audit log: opened it, or met it in a list or a search. Latest first. Whoever only
     * caused it to be made is not among them: a lead's protective record must not name who told us.
     *
     * @param since from when on
     * @param until up to when
     */
    public List<Look> looks(Actor by, UUID record, Instant since, Instant until) {
        return transactions.inScope(by.scope(), () -> db.sql("""
                -- Whoever opens a concern is shown its files with it: that is one look, in two entries.
                select actor, count(*) filter (where record_id = :record and act <> 'file.list') as opened,
                  count(*) filter (where record_id is distinct from :record) as listed, min(at) as first, max(at) as last
                from platform.trail
                where (record_id = :record or :record = any(found)) and outcome = 'DONE'
                  and (act like '%.view%' or act like '%.list' or act = 'concern.mine') and at >= :since and at <= :until
                  and actor <> :nobody
                group by actor order by max(at) desc, actor""")
                .param("record", record).param("since", Timestamp.from(since)).param("until", Timestamp.from(until))
                .param("nobody", Actor.NOBODY)
                .query((row, n) -> new Look(row.getObject("actor", UUID.class), row.getInt("opened"),
                        row.getInt("listed"), row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last").toInstant()))
                .list());
    }

    /** How often the actor was refused an act since a moment. */
    public long refusals(Actor by, String act, Instant since) {
        return transactions.inScope(by.scope(), () -> db.sql("""
                select count(*) from platform.trail
                where actor = :actor and act = :act and outcome = 'REFUSED' and at > :since""")
                .param("actor", by.staff()).param("act", act).param("since", Timestamp.from(since))
                .query(Long.class).single());
    }

    private void write(Actor by, Trace trace, String outcome) {
        db.sql("""
                insert into platform.trail (id, scope_id, at, actor, act, record_id, fields, found, reason, outcome, came_from)
                values (:id, :scope, :at, :actor, :act, :record, :fields, :found, :reason, :outcome, :from)""")
                .param("id", UUID.randomUUID())
                .param("scope", by.scope())
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", by.staff())
                .param("act", trace.act())
                .param("record", trace.record())
                .param("fields", trace.fields().toArray(String[]::new))
                .param("found", trace.found().toArray(UUID[]::new))
                .param("reason", trace.reason())
                .param("outcome", outcome)
                .param("from", by.from())
                .update();
    }
}
