package heed.assurance.plan;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of actions, their leads, milestones and entries, in the caller's transaction and within its sight. */
@Component
class ActionRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WORDS = "assurance.action.words";
    private static final String RESULT = "assurance.action.result";
    private static final String ENTRY = "assurance.action_entry.words";
    private static final String WHAT = "assurance.milestone.what";
    private static final String COLUMNS = "a.id, a.ref, a.plan_id, a.place, a.state, a.source, a.source_id, a.source_code,"
            + " a.words, a." + ScheduleColumns.NAMES.replace(", ", ", a.") + ", a.agreed_on, a.review_on, a.claimed_by,"
            + " a.claimed_on, a.verified_by, a.verified_on, a.closed_on, a.result, a.comes_from,"
            + " a.carried_to, a.version";

    private final JdbcClient db;
    private final Seals seals;

    ActionRows(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** An action as kept, its words not opened. */
    private record Row(PlanAction bare, byte[] words, byte @Nullable [] result) {
        /** Bytes compare by identity, and nobody compares these. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Actions that hold this, the earliest plan's first. {@code where} is written here in the program, never typed. */
    private List<PlanAction> find(Actor by, PlanSight sight, String where, Map<String, ?> params) {
        var rows = db.sql("select " + COLUMNS + " from assurance.action a"
                + " join assurance.plan p on p.scope_id = a.scope_id and p.id = a.plan_id where " + sight.sql("a")
                + " and " + where + " order by p.from_day nulls first, p.made_at, p.id, a.place, a.id").params(params)
                .query(ActionRows::row).list();
        if (rows.isEmpty())
            return List.of();
        var ids = rows.stream().map(r -> r.bare().id()).toList();
        var keys = seals.keys(by.scope(), ids);
        var leads = leads(ids);
        return rows.stream().filter(r -> keys.containsKey(r.bare().id())).map(
                r -> opened(r, Objects.requireNonNull(keys.get(r.bare().id())),
                        leads.getOrDefault(r.bare().id(), List.of())))
                .toList();
    }

    List<PlanAction> ofPlan(Actor by, PlanSight sight, UUID plan) {
        return find(by, sight, "a.plan_id = :plan", Map.of("plan", plan));
    }

    /** Those in which something is still to be done. */
    List<PlanAction> open(Actor by, PlanSight sight) {
        return find(by, sight, "a.state not in ('CLOSED', 'CANCELLED', 'CARRIED_FORWARD')", Map.of());
    }

    /** Those that somebody leads today, and in which something is still to be done. */
    List<PlanAction> led(Actor by, PlanSight sight) {
        return find(by, sight, "a.state not in ('CLOSED', 'CANCELLED', 'CARRIED_FORWARD') and " + sight.leading("a"),
                Map.of());
    }

    List<PlanAction> ofSources(Actor by, PlanSight sight, Collection<UUID> sources) {
        return sources.isEmpty()
                ? List.of()
                : find(by, sight, "a.source_id = any(:sources)", Map.of("sources", sources.toArray(UUID[]::new)));
    }

    List<PlanAction> byIds(Actor by, PlanSight sight, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find(by, sight, "a.id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    /** @throws heed.platform.Refused as not found where there is none that they may see */
    PlanAction get(Actor by, PlanSight sight, String ref) {
        return find(by, sight, "a.ref = :ref", Map.of("ref", ref)).stream().findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such action for them"));
    }

    boolean taken(String ref) {
        return db.sql("select exists (select from assurance.action where ref = :ref)").param("ref", ref)
                .query(Boolean.class).single();
    }

    int nextPlace(UUID plan) {
        return db.sql("select coalesce(max(place), 0) + 1 from assurance.action where plan_id = :plan")
                .param("plan", plan).query(Integer.class).single();
    }

    private Map<UUID, List<UUID>> leads(Collection<UUID> actions) {
        var leads = new HashMap<UUID, List<UUID>>();
        db.sql("select action_id, post_id from assurance.action_lead where action_id = any(:ids) order by place")
                .param("ids", actions.toArray(UUID[]::new)).query(row -> {
                    leads.computeIfAbsent(row.getObject("action_id", UUID.class), a -> new ArrayList<>())
                            .add(row.getObject("post_id", UUID.class));
                });
        return leads;
    }

    private static PlanAction opened(Row row, RecordKey key, List<UUID> leads) {
        var a = row.bare();
        var s = a.standing();
        var sealed = row.result();
        var result = sealed == null ? null : JSON.readValue(key.open(sealed, RESULT, a.id()), ActionResult.class);
        return new PlanAction(a.id(), a.ref(), a.plan(), a.place(), a.origin(),
                JSON.readValue(key.open(row.words(), WORDS, a.id()), ActionWords.class), a.schedule(), leads,
                new Standing(s.state(), s.agreedOn(), s.reviewOn(), s.claimedBy(), s.claimedOn(), s.verifiedBy(),
                        s.verifiedOn(), s.closedOn(), result, s.carriedTo()),
                a.version());
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var standing = new Standing(ActionState.valueOf(row.getString("state")), PostRows.day(row.getDate("agreed_on")),
                PostRows.day(row.getDate("review_on")), row.getObject("claimed_by", UUID.class),
                PostRows.day(row.getDate("claimed_on")), row.getObject("verified_by", UUID.class),
                PostRows.day(row.getDate("verified_on")), PostRows.day(row.getDate("closed_on")), null,
                row.getObject("carried_to", UUID.class));
        var origin = new PlanAction.Origin(ActionSource.valueOf(row.getString("source")),
                row.getObject("source_id", UUID.class), row.getString("source_code"),
                row.getObject("comes_from", UUID.class));
        return new Row(new PlanAction(row.getObject("id", UUID.class), row.getString("ref"),
                row.getObject("plan_id", UUID.class), row.getInt("place"), origin, ActionWords.NONE,
                ScheduleColumns.read(row), List.of(), standing, row.getInt("version")), row.getBytes("words"),
                row.getBytes("result"));
    }

    /** Keeps a new action under a key of its own. */
    void add(Actor by, PlanAction action, Instant at) {
        var key = seals.newKey(by.scope(), action.id());
        params(db.sql("""
                insert into assurance.action (scope_id, id, ref, plan_id, place, state, source, source_id, source_code, words,
                    schedule, first_day, last_day, named, every_many, every_unit, unread, agreed_on, review_on, claimed_by,
                    claimed_on, verified_by, verified_on, closed_on, result, impact_levels, comes_from, carried_to, version,
                    made_by, made_at)
                values (:scope, :id, :ref, :plan, :place, :state, :source, :source_id, :source_code, :words,
                    :schedule, :first_day, :last_day, :named, :every_many, :every_unit, :unread, :agreed_on, :review_on,
                    :claimed_by, :claimed_on, :verified_by, :verified_on, :closed_on, :result, :impact_levels, :comes_from,
                    :carried_to, 1, :by, :at)"""), action, key)
                .param("scope", by.scope()).param("ref", action.ref()).param("plan", action.plan())
                .param("place", action.place()).param("source", action.origin().source().name())
                .param("source_id", action.origin().id()).param("source_code", action.origin().code())
                .param("comes_from", action.origin().comesFrom()).param("by", by.staff())
                .param("at", Timestamp.from(at)).update();
        lead(by, action);
    }

    /** Keeps what was changed. @throws heed.platform.Refused as moved on where somebody else changed it since */
    void save(Actor by, PlanAction action) {
        if (params(db.sql("""
                update assurance.action set state = :state, words = :words, schedule = :schedule, first_day = :first_day,
                    last_day = :last_day, named = :named, every_many = :every_many, every_unit = :every_unit, unread = :unread,
                    agreed_on = :agreed_on, review_on = :review_on, claimed_by = :claimed_by, claimed_on = :claimed_on,
                    verified_by = :verified_by, verified_on = :verified_on, closed_on = :closed_on, result = :result,
                    impact_levels = :impact_levels, carried_to = :carried_to, version = version + 1
                 where id = :id and version = :version"""), action, seals.key(by.scope(), action.id()))
                .param("version", action.version()).update() == 0)
            throw Refusal.MOVED_ON.because("the action was changed since");
        lead(by, action);
    }

    private static JdbcClient.StatementSpec params(JdbcClient.StatementSpec sql, PlanAction action, RecordKey key) {
        var s = action.standing();
        var result = s.result();
        for (var column : ScheduleColumns.of(action.schedule()).entrySet())
            sql = sql.param(column.getKey(), column.getValue(), type(column.getKey()));
        return sql.param("id", action.id()).param("state", s.state().name())
                .param("words", key.seal(JSON.writeValueAsString(action.words()), WORDS, action.id()))
                .param("agreed_on", date(s.agreedOn()), Types.DATE).param("review_on", date(s.reviewOn()), Types.DATE)
                .param("claimed_by", s.claimedBy(), Types.OTHER).param("claimed_on", date(s.claimedOn()), Types.DATE)
                .param("verified_by", s.verifiedBy(), Types.OTHER)
                .param("verified_on", date(s.verifiedOn()), Types.DATE)
                .param("closed_on", date(s.closedOn()), Types.DATE)
                .param("result",
                        result == null ? null : key.seal(JSON.writeValueAsString(result), RESULT, action.id()),
                        Types.BINARY)
                .param("impact_levels", result == null
                        ? new String[0]
                        : result.levels().stream().map(Enum::name).toArray(String[]::new))
                .param("carried_to", s.carriedTo(), Types.OTHER);
    }

    private static int type(String column) {
        return column.endsWith("_day") ? Types.DATE : column.equals("every_many") ? Types.INTEGER : Types.VARCHAR;
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private void lead(Actor by, PlanAction action) {
        db.sql("delete from assurance.action_lead where action_id = :id").param("id", action.id()).update();
        for (int i = 0; i < action.leads().size(); i++)
            db.sql("""
                    insert into assurance.action_lead (scope_id, action_id, post_id, place)
                    values (:scope, :action, :post, :place)""")
                    .param("scope", by.scope()).param("action", action.id()).param("post", action.leads().get(i))
                    .param("place", i).update();
    }

    /**
     * Adds an entry. It comes after every other of the action: of two at one instant the later is set a microsecond later, so
     * that a history, and which judgement is the last, never depend on chance.
     */
    void enter(Actor by, UUID action, ActionEntry.Kind kind, @Nullable ActionMove move, @Nullable PlanColour colour,
            String words, Instant at) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into assurance.action_entry (scope_id, id, action_id, kind, move, colour, words, made_by, made_at)
                values (:scope, :id, :action, :kind, :move, :colour, :words, :by, greatest(:at,
                    (select max(made_at) + interval '1 microsecond' from assurance.action_entry where action_id = :action)))""")
                .param("scope", by.scope()).param("id", id).param("action", action).param("kind", kind.name())
                .param("move", move == null ? null : move.name(), Types.VARCHAR)
                .param("colour", colour == null ? null : colour.name(), Types.VARCHAR)
                .param("words", words.isBlank() ? null : seals.key(by.scope(), action).seal(words.strip(), ENTRY, id),
                        Types.BINARY)
                .param("by", by.staff()).param("at", Timestamp.from(at)).update();
    }

    /** Keeps what was done and said elsewhere, oldest first: by whom is not known here. */
    void brought(Actor by, UUID action, List<KeptAction.Said> entries) {
        var key = seals.key(by.scope(), action);
        // Those of one instant stay in the order in which they came.
        var ids = entries.stream().map(e -> UUID.randomUUID().toString()).sorted(Comparator.reverseOrder())
                .map(UUID::fromString).iterator();
        for (var entry : entries) {
            var id = ids.next();
            var move = entry.move();
            var colour = entry.colour();
            var words = entry.words();
            db.sql("""
                    insert into assurance.action_entry (scope_id, id, action_id, kind, move, colour, words, made_by, made_at)
                    values (:scope, :id, :action, :kind, :move, :colour, :words, :by, :at)""")
                    .param("scope", by.scope()).param("id", id).param("action", action)
                    .param("kind", entry.kind().name())
                    .param("move", move == null ? null : move.name(), Types.VARCHAR)
                    .param("colour", colour == null ? null : colour.name(), Types.VARCHAR)
                    .param("words", words == null ? null : key.seal(words, ENTRY, id), Types.BINARY)
                    .param("by", Actor.NOBODY).param("at", Timestamp.from(entry.at())).update();
        }
    }

    private record EntryRow(ActionEntry bare, UUID action, byte @Nullable [] words) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** What was done to these actions and said of them, the latest first. */
    Map<UUID, List<ActionEntry>> entries(Actor by, Collection<UUID> actions) {
        var rows = db.sql("""
                select id, action_id, kind, move, colour, words, made_by, made_at from assurance.action_entry
                 where action_id = any(:ids) order by made_at desc, id""").param("ids", actions.toArray(UUID[]::new))
                .query((row, n) -> {
                    var move = row.getString("move");
                    var colour = row.getString("colour");
                    return new EntryRow(new ActionEntry(row.getObject("id", UUID.class),
                            ActionEntry.Kind.valueOf(row.getString("kind")),
                            move == null ? null : ActionMove.valueOf(move),
                            colour == null ? null : PlanColour.valueOf(colour), null,
                            row.getObject("made_by", UUID.class), row.getTimestamp("made_at").toInstant()),
                            row.getObject("action_id", UUID.class), row.getBytes("words"));
                }).list();
        var keys = seals.keys(by.scope(), actions);
        var entries = new HashMap<UUID, List<ActionEntry>>();
        for (var row : rows) {
            var key = keys.get(row.action());
            var e = row.bare();
            var sealed = row.words();
            if (key != null)
                entries.computeIfAbsent(row.action(), a -> new ArrayList<>()).add(new ActionEntry(e.id(), e.kind(),
                        e.move(), e.colour(), sealed == null ? null : key.open(sealed, ENTRY, e.id()), e.by(), e.at()));
        }
        return entries;
    }

    void milestone(Actor by, UUID action, String what, LocalDate due, Instant at) {
        milestone(by, action, UUID.randomUUID(), what, due, at);
    }

    void milestone(Actor by, UUID action, UUID id, String what, LocalDate due, Instant at) {
        db.sql("""
                insert into assurance.milestone (scope_id, id, action_id, what, due, made_by, made_at)
                values (:scope, :id, :action, :what, :due, :by, :at)""")
                .param("scope", by.scope()).param("id", id).param("action", action)
                .param("what", seals.key(by.scope(), action).seal(what.strip(), WHAT, id))
                .param("due", Date.valueOf(due)).param("by", by.staff()).param("at", Timestamp.from(at)).update();
    }

    /** @return whether it was not met until now */
    boolean met(UUID action, UUID milestone, LocalDate day) {
        return db
                .sql("""
                update assurance.milestone set met_on = :day where action_id = :action and id = :id and met_on is null""")
                .param("day", Date.valueOf(day)).param("action", action).param("id", milestone).update() == 1;
    }

    /** What lies on the way of these actions, the soonest first. */
    Map<UUID, List<Milestone>> milestones(Actor by, Collection<UUID> actions) {
        var keys = seals.keys(by.scope(), actions);
        var found = new HashMap<UUID, List<Milestone>>();
        db.sql("select id, action_id, what, due, met_on from assurance.milestone where action_id = any(:ids) order by due, id")
                .param("ids", actions.toArray(UUID[]::new)).query(row -> {
                    var action = row.getObject("action_id", UUID.class);
                    var id = row.getObject("id", UUID.class);
                    Optional.ofNullable(keys.get(action)).ifPresent(key -> put(found, action, id, key, row));
                });
        return found;
    }

    private static void put(Map<UUID, List<Milestone>> found, UUID action, UUID id, RecordKey key, ResultSet row) {
        try {
            found.computeIfAbsent(action, a -> new ArrayList<>()).add(new Milestone(id,
                    key.open(row.getBytes("what"), WHAT, id), row.getDate("due").toLocalDate(),
                    PostRows.day(row.getDate("met_on"))));
        } catch (SQLException e) {
            throw new IllegalStateException("a milestone could not be read", e);
        }
    }

    /** Notes that its leads are written to today. @return whether they were not in the week before */
    boolean remind(UUID action, LocalDate today) {
        return db.sql("""
                update assurance.action set reminded_on = :today
                 where id = :id and (reminded_on is null or reminded_on < :since)""")
                .param("today", Date.valueOf(today)).param("since", Date.valueOf(today.minusDays(6)))
                .param("id", action).update() == 1;
    }
}
