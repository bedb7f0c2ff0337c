package heed.assurance.report;

import heed.access.Permission;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.SignedCopies;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of reports, their moves and what people write of them, encrypted under the report's key. A report is there for
 * those who read whole returns, and once it is published for those who read what is published.
 */
@Repository
class Reports {
    private static final String THEIRS = "(:reads or :published and r.state = 'PUBLISHED')";
    private static final String NOTE = "assurance.report_move.note";
    private static final String TYPED = "assurance.report_part.typed";
    private static final String FROZEN = "assurance.report.frozen";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> BOXES = new TypeReference<>() {
    };

    private final JdbcClient db;
    private final Seals seals;

    Reports(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /**
     * A report as it is kept.
     *
     * @param past   the plan of the year it tells of; null for none
     * @param next   the plan that it asks to agree; null for none
     * @param madeAt when it was begun
     */
    record Kept(Report report, @Nullable UUID past, @Nullable UUID next, Instant madeAt) {
        UUID id() {
            return report.id();
        }
    }

    /**
     * Every report that they read, the latest first; of each only the latest version that they read, and beside it drafts
     * that were given up.
     */
    List<Kept> all(Actor by) {
        return db.sql("""
                select r.* from assurance.report r
                where %s and not exists (
                  select from assurance.report a where a.scope_id = r.scope_id and a.amends = r.id
                    and a.state <> 'GIVEN_UP' and (:reads or a.state in ('PUBLISHED', 'WITHDRAWN')))
                order by r.made_at desc, r.id""".formatted(THEIRS)).param("reads", SignedCopies.reads(by))
                .param("published", by.may(Permission.READ_PUBLISHED)).query(Reports::read).list();
    }

    /** @throws heed.platform.Refused as not found where it is not there, or not theirs to read */
    Kept get(Actor by, UUID id) {
        return find(by, id, "");
    }

    /** The same, held until the transaction ends, so that writing and moves come one after another. */
    Kept hold(Actor by, UUID id) {
        return find(by, id, " for update");
    }

    private Kept find(Actor by, UUID id, String lock) {
        return db.sql("select r.* from assurance.report r where r.id = :id and " + THEIRS + lock).param("id", id)
                .param("reads", SignedCopies.reads(by)).param("published", by.may(Permission.READ_PUBLISHED))
                .query(Reports::read).optional()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such report of theirs"));
    }

    /** The version that corrects this one; not one that was given up. */
    Optional<UUID> amending(UUID id) {
        return db.sql("select id from assurance.report where amends = :id and state <> 'GIVEN_UP'").param("id", id)
                .query((row, n) -> row.getObject("id", UUID.class)).optional();
    }

    private static Kept read(ResultSet row, int n) throws SQLException {
        var hash = row.getBytes("content_hash");
        return new Kept(new Report(row.getObject("id", UUID.class), row.getObject("return_id", UUID.class),
                row.getInt("number"), row.getObject("amends", UUID.class), ReportState.valueOf(row.getString("state")),
                row.getObject("checked_by", UUID.class), hash == null ? null : FrozenReturn.shown(hash),
                row.getInt("version")), row.getObject("past_plan_id", UUID.class),
                row.getObject("next_plan_id", UUID.class), row.getTimestamp("made_at").toInstant());
    }

    /**
     * Writes a new report with the move that began it, and makes its key.
     *
     * @throws org.springframework.dao.DuplicateKeyException where somebody corrected the same one first
     */
    void begin(Actor by, Report.Moved begun, @Nullable UUID past, @Nullable UUID next) {
        var report = begun.report();
        db.sql("""
                insert into assurance.report (scope_id, id, return_id, number, amends, state, past_plan_id, next_plan_id,
                  version, made_by, made_at)
                values (:scope, :id, :return, :number, :amends, :state, :past, :next, :version, :by, :at)""")
                .param("scope", by.scope()).param("id", report.id()).param("return", report.ret())
                .param("number", report.number()).param("amends", report.amends())
                .param("state", report.state().name()).param("past", past).param("next", next)
                .param("version", report.version()).param("by", begun.by()).param("at", Timestamp.from(begun.at()))
                .update();
        seals.newKey(by.scope(), report.id());
        entry(by, begun);
    }

    /**
     * Keeps a move.
     *
     * @param frozen what it says, for the move that freezes it; null for all others
     * @throws heed.platform.Refused as moved on where somebody changed it meanwhile
     */
    void save(Actor by, Report.Moved moved, @Nullable String frozen) {
        var report = moved.report();
        var hash = report.hash();
        if (db.sql("""
                update assurance.report set state = :state, version = :version, checked_by = :checker,
                  content_hash = :hash,
                  frozen = case when cast(:hash as bytea) is null then null else coalesce(:frozen, frozen) end
                where id = :id and version = :version - 1""")
                .param("state", report.state().name()).param("version", report.version())
                .param("checker", report.checkedBy())
                .param("hash", hash == null ? null : HexFormat.of().parseHex(hash), java.sql.Types.BINARY)
                .param("frozen", frozen == null
                        ? null
                        : seals.key(by.scope(), report.id()).seal(frozen, FROZEN, report.id()), java.sql.Types.BINARY)
                .param("id", report.id()).update() == 0)
            throw Refusal.MOVED_ON.because("changed by another");
        entry(by, moved);
    }

    /** Says that something in it was written, or which plans it takes. */
    void written(Report report, @Nullable UUID past, @Nullable UUID next) {
        if (db.sql("""
                update assurance.report set version = :version, past_plan_id = :past, next_plan_id = :next
                where id = :id and version = :version - 1""").param("version", report.version())
                .param("past", past).param("next", next).param("id", report.id()).update() == 0)
            throw Refusal.MOVED_ON.because("changed by another");
    }

    /** What was frozen at the check; empty while it is written. */
    Optional<String> frozen(Actor by, UUID report) {
        return db.sql("select frozen from assurance.report where id = :id and frozen is not null").param("id", report)
                .query(byte[].class).optional().map(f -> seals.key(by.scope(), report).open(f, FROZEN, report));
    }

    private void entry(Actor by, Report.Moved moved) {
        var id = UUID.randomUUID();
        var note = moved.note();
        db.sql("""
                insert into assurance.report_move (scope_id, id, report_id, move, moved_by, moved_at, note)
                values (:scope, :id, :report, :move, :by, :at, :note)""")
                .param("scope", by.scope()).param("id", id).param("report", moved.report().id())
                .param("move", moved.move().name()).param("by", moved.by()).param("at", Timestamp.from(moved.at()))
                .param("note", note == null ? null : seals.key(by.scope(), moved.report().id()).seal(note, NOTE, id))
                .update();
    }

    /** What happened to it. */
    record Entry(ReportMove move, UUID by, Instant at, @Nullable String note) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Entry[" + move + "]";
        }
    }

    /** Every move, latest first. */
    List<Entry> moves(Actor by, UUID report) {
        var key = seals.key(by.scope(), report);
        return db.sql("select * from assurance.report_move where report_id = :id order by moved_at desc, n desc")
                .param("id", report).query((row, n) -> {
                    var note = row.getBytes("note");
                    return new Entry(ReportMove.valueOf(row.getString("move")), row.getObject("moved_by", UUID.class),
                            row.getTimestamp("moved_at").toInstant(),
                            note == null ? null : key.open(note, NOTE, row.getObject("id", UUID.class)));
                }).list();
    }

    /**
     * What somebody typed into a part's boxes, right or wrong, so that nothing typed is lost.
     *
     * @param version   goes up by one at each change; 0 where nothing was typed yet
     * @param boxes     what is in each
     * @param changedBy who typed it last; null where nobody has
     * @param changedAt when
     */
    record Typed(int version, Map<String, String> boxes, @Nullable UUID changedBy, @Nullable Instant changedAt) {
        /** Nothing yet. */
        static final Typed NOTHING = new Typed(0, Map.of(), null, null);

        Typed {
            boxes = Map.copyOf(boxes);
        }

        /** Keeps what was typed out of logs. */
        @Override
        public String toString() {
            return "Typed[" + version + "]";
        }
    }

    /** Everything that was typed, by part. */
    Map<String, Typed> typed(Actor by, UUID report) {
        return typed(by, report, "true", "");
    }

    /** What was typed into one part. */
    Typed typed(Actor by, UUID report, String part) {
        return typed(by, report, "part = :part", part).getOrDefault(part, Typed.NOTHING);
    }

    private Map<String, Typed> typed(Actor by, UUID report, String which, String part) {
        var key = seals.key(by.scope(), report);
        var all = new LinkedHashMap<String, Typed>();
        db.sql("select * from assurance.report_part where report_id = :id and (" + which
                + " or :part = '') order by part").param("id", report).param("part", part)
                .query((row, n) -> Map.entry(row.getString("part"), typed(row, key)))
                .list().forEach(found -> all.put(found.getKey(), found.getValue()));
        return all;
    }

    /** What was typed into one part of each of these reports; of one in which nothing was, nothing. */
    Map<UUID, Typed> typed(Actor by, List<UUID> of, String part) {
        var keys = seals.keys(by.scope(), of);
        var all = new HashMap<UUID, Typed>();
        db.sql("select * from assurance.report_part where report_id = any(:of) and part = :part")
                .param("of", of.toArray(UUID[]::new)).param("part", part).query(row -> {
                    var report = row.getObject("report_id", UUID.class);
                    var key = keys.get(report);
                    if (key != null)
                        all.put(report, typed(row, key));
                });
        return all;
    }

    private static Typed typed(ResultSet row, RecordKey key) throws SQLException {
        return new Typed(row.getInt("version"),
                JSON.readValue(key.open(row.getBytes("typed"), TYPED, row.getObject("id", UUID.class)), BOXES),
                row.getObject("changed_by", UUID.class), row.getTimestamp("changed_at").toInstant());
    }

    /** Keeps what was typed into a part. */
    void type(Actor by, UUID report, String part, int version, Map<String, String> boxes, Instant at) {
        var known = db.sql("select id from assurance.report_part where report_id = :report and part = :part")
                .param("report", report).param("part", part).query((row, n) -> row.getObject("id", UUID.class))
                .optional();
        var id = known.orElseGet(UUID::randomUUID);
        db.sql(known.isPresent()
                ? """
                        update assurance.report_part set typed = :typed, version = :version, changed_by = :by,
                          changed_at = :at where id = :id and report_id = :report and part = :part
                          and scope_id = :scope"""
                : """
                        insert into assurance.report_part (scope_id, id, report_id, part, typed, version, changed_by,
                          changed_at)
                        values (:scope, :id, :report, :part, :typed, :version, :by, :at)""")
                .param("scope", by.scope()).param("id", id).param("report", report).param("part", part)
                .param("typed", seals.key(by.scope(), report).seal(JSON.writeValueAsString(boxes), TYPED, id))
                .param("version", version).param("by", by.staff()).param("at", Timestamp.from(at)).update();
    }
}
