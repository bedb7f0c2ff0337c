package heed.insight.report;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.measure.Measures;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Dated totals from an older tool, loaded from a file whole or not at all: checked first, shown, applied, and taken back if
 * need be.
 */
@Component
public class History {
    private static final Duration WAITS = Duration.ofDays(1);
    private static final String TOTALS = "insight.history_load.totals";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Total>> LIST = new TypeReference<>() {
    };

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Seals seals;
    private final Measures measures;
    private final Clock clock;

    History(JdbcClient db, Transactions transactions, Trail trail, Seals seals, Measures measures, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.seals = seals;
        this.measures = measures;
        this.clock = clock;
    }

    /**
     * What was found in a file.
     *
     * @param id     under which it waits; null where anything is wrong, and then nothing is kept
     * @param faults what is wrong
     */
    record Checked(@Nullable UUID id, List<TotalFault> faults) {
    }

    /**
     * A file that was sent.
     *
     * @param id      its id
     * @param madeBy  who sent it
     * @param madeAt  when
     * @param applied when it was applied; null while it waits
     * @param undone  when it was taken back; null where it was not
     * @param totals  what is in it
     */
    record Load(UUID id, UUID madeBy, Instant madeAt, @Nullable Instant applied, @Nullable Instant undone,
            List<Total> totals) {
        /** Keeps somebody's words out of logs. */
        @Override
        public String toString() {
            return "Load[" + id + "]";
        }
    }

    /** Reads and checks a file. Where nothing is wrong it waits for {@link #apply}; nothing counts yet. */
    Checked check(Actor by, byte[] file) {
        by.must(Permission.PUBLISH_FIGURES);
        return transactions.inScope(by.scope(), () -> {
            sweep(by);
            trail.add(by, Trace.of("history.check"));
            var today = clock.instant().atZone(LondonTime.ZONE).toLocalDate();
            var read = TotalsFile.read(file, measures, today, totals(by));
            if (!read.faults().isEmpty())
                return new Checked(null, read.faults());
            var id = UUID.randomUUID();
            db.sql("""
                    insert into insight.history_load (scope_id, id, made_by, made_at, lines, totals)
                    values (:scope, :id, :by, :now, :lines, :totals)""")
                    .param("scope", by.scope()).param("id", id).param("by", by.staff()).param("now", now())
                    .param("lines", read.totals().size())
                    .param("totals",
                            seals.newKey(by.scope(), id).seal(JSON.writeValueAsString(read.totals()), TOTALS, id))
                    .update();
            return new Checked(id, List.of());
        });
    }

    /**
     * Checks a file and applies it at once.
     *
     * @throws IllegalArgumentException where anything is wrong with it
     */
    public void load(Actor by, byte[] file) {
        transactions.inScope(by.scope(), () -> {
            var checked = check(by, file);
            if (checked.id() == null)
                throw new IllegalArgumentException("the totals are wrong");
            apply(by, checked.id());
        });
    }

    /** Every load that was applied, latest first, and those that were taken back. */
    List<Load> loads(Actor by) {
        by.must(Permission.PUBLISH_FIGURES);
        return transactions.inScope(by.scope(), () -> {
            var loads = read(by, "applied_at is not null");
            trail.add(by, Trace.list("history.view", loads.stream().map(Load::id).toList()));
            return loads;
        });
    }

    /** One load, waiting or applied. @throws heed.platform.Refused as not found where there is none */
    Load get(Actor by, UUID id) {
        by.must(Permission.PUBLISH_FIGURES);
        return transactions.inScope(by.scope(), () -> {
            var load = one(by, id);
            trail.add(by, Trace.of("history.view", id));
            return load;
        });
    }

    /**
     * Applies a waiting load: from now on its totals stand beside Heed's own.
     *
     * @throws heed.platform.Refused as not found where there is none; as moved on where it was applied, or another load
     *                               brought one of its totals since
     */
    void apply(Actor by, UUID id) {
        by.must(Permission.PUBLISH_FIGURES);
        transactions.inScope(by.scope(), () -> {
            db.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))").param("what", "history " + by.scope())
                    .query((row, n) -> n).list();
            var load = one(by, id);
            var already = totals(by);
            if (load.applied() != null || load.totals().stream().anyMatch(t -> already.stream().anyMatch(t::same)))
                throw Refusal.MOVED_ON.because("applied already");
            db.sql("update insight.history_load set applied_at = :now where scope_id = :scope and id = :id")
                    .param("now", now()).param("scope", by.scope()).param("id", id).update();
            trail.add(by, Trace.of("history.apply", id));
        });
    }

    /** Gives up a load that waits. */
    void discard(Actor by, UUID id) {
        by.must(Permission.PUBLISH_FIGURES);
        transactions.inScope(by.scope(), () -> {
            if (db.sql("delete from insight.history_load where scope_id = :scope and id = :id and applied_at is null")
                    .param("scope", by.scope()).param("id", id).update() == 0)
                throw Refusal.NOT_FOUND.because("no such load that waits");
            seals.destroy(by.scope(), id);
            trail.add(by, Trace.of("history.discard", id));
        });
    }

    /** Takes back a load that was applied: it stays on record and counts no more. Published quarters stay as they are. */
    void undo(Actor by, UUID id) {
        by.must(Permission.PUBLISH_FIGURES);
        transactions.inScope(by.scope(), () -> {
            if (db.sql("""
                    update insight.history_load set undone_by = :by, undone_at = :now
                    where scope_id = :scope and id = :id and applied_at is not null and undone_at is null""")
                    .param("by", by.staff()).param("now", now()).param("scope", by.scope()).param("id", id)
                    .update() == 0)
                throw Refusal.NOT_FOUND.because("no such load that counts");
            trail.add(by, Trace.of("history.undo", id));
        });
    }

    /** Every total that counts, for whoever publishes figures. */
    List<Total> totals(Actor by) {
        by.must(Permission.PUBLISH_FIGURES);
        return transactions.inScope(by.scope(), () -> read(by, "applied_at is not null and undone_at is null").stream()
                .flatMap(load -> load.totals().stream()).toList());
    }

    private Load one(Actor by, UUID id) {
        return read(by, "true").stream()
                .filter(load -> load.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such load"));
    }

    private List<Load> read(Actor by, String which) {
        return db.sql("select * from insight.history_load where scope_id = :scope and " + which
                + " order by made_at desc, id")
                .param("scope", by.scope()).query((row, n) -> load(by, row)).list();
    }

    private Load load(Actor by, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Load(id, row.getObject("made_by", UUID.class), row.getTimestamp("made_at").toInstant(),
                instant(row, "applied_at"), instant(row, "undone_at"),
                JSON.readValue(seals.key(by.scope(), id).open(row.getBytes("totals"), TOTALS, id), LIST));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** What nobody applied within a day goes, with its key. */
    private void sweep(Actor by) {
        db.sql("""
                delete from insight.history_load where scope_id = :scope and applied_at is null and made_at < :old
                returning id""")
                .param("scope", by.scope()).param("old", Timestamp.from(clock.instant().minus(WAITS)))
                .query(UUID.class).list().forEach(id -> seals.destroy(by.scope(), id));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
