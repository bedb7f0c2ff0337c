package heed.casework.coding;

import heed.access.Permission;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.clock.ResponsePlans;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Coding a concern at triage (domain 2.3): whoever tells us never has to pick a category, an officer does. */
@Service
public class Codings {
    private final JdbcClient db;
    private final Seals seals;
    private final Concerns concerns;
    private final ResponsePlans plans;
    private final CouncilLists lists;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Codings(JdbcClient db, Seals seals, Concerns concerns, ResponsePlans plans, CouncilLists lists,
            Transactions transactions,
            Trail trail, Clock clock) {
        this.db = db;
        this.seals = seals;
        this.concerns = concerns;
        this.plans = plans;
        this.lists = lists;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A concern to be coded, with its coding. */
    record Opened(Concern concern, Coding coding) {
    }

    /** How a concern is coded. The caller has read the concern through the actor's eyes. */
    public Coding of(Actor by, Concern concern) {
        if (!concern.inUse())
            return new Coding(List.of(), List.of(), List.of(), List.of(), lists.now(by));
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("coding.view", concern.id()).fields("types", "level", "act_by", "ward"));
            return read(by, concern);
        });
    }

    Opened open(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            concern.mustBeInUse();
            return new Opened(concern, of(by, concern));
        });
    }

    /** By when to act in these concerns, for a list of them; those without a time are left out. */
    public Map<UUID, Instant> actBy(Actor by, Collection<UUID> listed) {
        var due = new HashMap<UUID, Instant>();
        transactions.inScope(by.scope(), () -> db.sql("""
                select distinct on (concern_id) concern_id, act_by from casework.act_by
                where concern_id = any(:concerns) order by concern_id, sort desc""")
                .param("concerns", listed.toArray(UUID[]::new)).query(row -> {
                    due.put(row.getObject("concern_id", UUID.class), row.getTimestamp("act_by").toInstant());
                }));
        return due;
    }

    /**
     * By when to act where nobody says otherwise: within four hours where danger was reported, otherwise by the end of the
     * next working day.
     */
    Instant usualActBy(Actor by, Concern concern) {
        var now = clock.instant();
        return concern.danger()
                ? now.plus(4, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES)
                : plans.clocks(by).endOfWorkingDay(now, 1);
    }

    /**
     * Codes a concern. What is as it was leaves no line; what is taken off keeps its line.
     *
     * @param seen the {@linkplain Coding#mark mark} of what stood when the page was made
     * @throws heed.platform.Refused as not found; as moved on, where somebody else coded it since
     */
    public void save(Actor by, ConcernRef ref, int seen, Coding.Wanted wanted) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.officeForChange(by, ref);
            concern.mustBeInUse();
            var now = read(by, concern);
            if (now.mark() != seen && !same(now, wanted))
                throw Refusal.MOVED_ON.because("someone else coded it since the page was opened");
            write(by, concern, now, wanted);
            trail.add(by, Trace.of("coding.save", concern.id()).fields("types", "level", "act_by", "ward"));
        });
    }

    private static boolean same(Coding now, Coding.Wanted wanted) {
        var level = now.level();
        return java.util.Set.copyOf(now.current()).equals(java.util.Set.copyOf(wanted.types()))
                && Objects.equals(level == null ? null : level.code(), wanted.level())
                && Objects.equals(level == null ? "" : level.reasons(), wanted.reasons())
                && Objects.equals(now.actBy(), wanted.actBy()) && Objects.equals(now.ward(), wanted.ward());
    }

    private void write(Actor by, Concern concern, Coding now, Coding.Wanted wanted) {
        var at = Timestamp.from(clock.instant());
        for (var type : now.current())
            if (!wanted.types().contains(type))
                db.sql("""
                        update casework.concern_type set taken_off_by = :by, taken_off_at = :at
                        where concern_id = :concern and list = :list and code = :code and taken_off_at is null""")
                        .param("by", by.staff()).param("at", at).param("concern", concern.id())
                        .param("list", type.list().name()).param("code", type.code()).update();
        for (var type : wanted.types())
            if (!now.current().contains(type))
                db.sql("""
                        insert into casework.concern_type (scope_id, id, concern_id, list, code, set_by, set_at)
                        values (:scope, :id, :concern, :list, :code, :by, :at)
                        on conflict do nothing""")
                        .param("scope", by.scope()).param("id", UUID.randomUUID()).param("concern", concern.id())
                        .param("list", type.list().name()).param("code", type.code()).param("by", by.staff())
                        .param("at", at).update();
        var level = now.level();
        if (wanted.level() != null && (level == null || !level.code().equals(wanted.level())
                || !level.reasons().equals(wanted.reasons()))) {
            var id = UUID.randomUUID();
            db.sql("""
                    insert into casework.concern_level (scope_id, id, concern_id, code, reasons, set_by, set_at, sort)
                    values (:scope, :id, :concern, :code, :reasons, :by, :at, :sort)""")
                    .param("scope", by.scope()).param("id", id).param("concern", concern.id())
                    .param("code", wanted.level())
                    .param("reasons",
                            wanted.reasons().isBlank()
                                    ? null
                                    : seals.key(by.scope(), concern.id()).seal(wanted.reasons(),
                                            "casework.concern_level.reasons", id),
                            Types.BINARY)
                    .param("by", by.staff()).param("at", at).param("sort", now.levels().size()).update();
        }
        var due = wanted.actBy();
        if (due != null && !due.equals(now.actBy()))
            db.sql("""
                    insert into casework.act_by (scope_id, id, concern_id, act_by, set_by, set_at, sort)
                    values (:scope, :id, :concern, :due, :by, :at, :sort)""")
                    .param("scope", by.scope()).param("id", UUID.randomUUID()).param("concern", concern.id())
                    .param("due", Timestamp.from(due)).param("by", by.staff()).param("at", at)
                    .param("sort", now.actBys().size()).update();
        if (!Objects.equals(now.ward(), wanted.ward()))
            db.sql("""
                    insert into casework.concern_ward (scope_id, id, concern_id, code, set_by, set_at, sort)
                    values (:scope, :id, :concern, :code, :by, :at, :sort)""")
                    .param("scope", by.scope()).param("id", UUID.randomUUID()).param("concern", concern.id())
                    .param("code", wanted.ward(), Types.VARCHAR).param("by", by.staff()).param("at", at)
                    .param("sort", now.wards().size()).update();
    }

    private Coding read(Actor by, Concern concern) {
        var key = seals.key(by.scope(), concern.id());
        var types = db.sql("""
                select list, code, set_by, set_at, taken_off_by, taken_off_at from casework.concern_type
                where concern_id = :concern order by set_at, list, code""").param("concern", concern.id())
                .query((row, n) -> {
                    var off = row.getTimestamp("taken_off_at");
                    return new Coding.Typed(
                            new Coding.Type(Vocabulary.TypeList.valueOf(row.getString("list")), row.getString("code")),
                            row.getObject("set_by", UUID.class), row.getTimestamp("set_at").toInstant(),
                            row.getObject("taken_off_by", UUID.class), off == null ? null : off.toInstant());
                }).list();
        var levels = db.sql("""
                select id, code, reasons, set_by, set_at from casework.concern_level
                where concern_id = :concern order by sort""").param("concern", concern.id())
                .query((row, n) -> {
                    var reasons = row.getBytes("reasons");
                    return new Coding.Level(row.getString("code"),
                            reasons == null
                                    ? ""
                                    : key.open(reasons, "casework.concern_level.reasons",
                                            row.getObject("id", UUID.class)),
                            row.getObject("set_by", UUID.class), row.getTimestamp("set_at").toInstant());
                }).list();
        var actBys = db
                .sql("select act_by, set_by, set_at from casework.act_by where concern_id = :concern order by sort")
                .param("concern", concern.id())
                .query((row, n) -> new Coding.ActBy(row.getTimestamp("act_by").toInstant(),
                        row.getObject("set_by", UUID.class), row.getTimestamp("set_at").toInstant()))
                .list();
        var wards = db
                .sql("select code, set_by, set_at from casework.concern_ward where concern_id = :concern order by sort")
                .param("concern", concern.id())
                .query((row, n) -> new Coding.Ward(row.getString("code"), row.getObject("set_by", UUID.class),
                        row.getTimestamp("set_at").toInstant()))
                .list();
        return new Coding(types, levels, actBys, wards, lists.now(by));
    }
}
