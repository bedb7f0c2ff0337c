package heed.casework.concern;

import heed.access.policy.Marking;
import heed.access.policy.Policy;
import heed.access.policy.Rule;
import heed.casework.ConcernRef;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.Refusal;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of concerns. Everything is found within what the actor may see, so that "not yours" and "not there" are one
 * answer. Every method needs the caller's scope transaction; the caller writes the audit log.
 */
@Repository
public class Concerns {
    static final String COLUMNS = """
            c.id, c.ref, c.council_id, c.service_id, c.raised_by, c.received_at, c.danger, c.subject_kind, c.marking, c.status,
            c.taken_by, c.taken_at, c.first_taken_at, c.decided_at, c.outcome, c.case_id, c.version""";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Seals seals;
    private final Namings namings;
    private final ConcernWords words;
    private final Clock clock;

    Concerns(JdbcClient db, Seals seals, Namings namings, ConcernWords words, Clock clock) {
        this.db = db;
        this.seals = seals;
        this.namings = namings;
        this.words = words;
        this.clock = clock;
    }

    /** A reference that no concern of the scope has. */
    public ConcernRef newRef() {
        return Reference.unused(ConcernRef::random, ref -> bySpoken(ref).isPresent());
    }

    /** Adds a concern just received, under a key of its own. {@code submission} makes it unique however often it is sent. */
    public void add(Actor by, Concern.Moved moved, UUID submission, Telling telling) {
        var concern = moved.concern();
        var key = seals.newKey(by.scope(), concern.id());
        db.sql("""
                insert into casework.concern (scope_id, id, ref, council_id, service_id, submission, raised_by, received_at, danger,
                    subject_kind, marking, status, told)
                values (:scope, :id, :ref, :council, :service, :submission, :raisedBy, :receivedAt, :danger, :subject, :marking,
                    :status, :told)""")
                .param("scope", by.scope())
                .param("id", concern.id())
                .param("ref", concern.ref().value())
                .param("council", concern.council())
                .param("service", concern.service())
                .param("submission", submission)
                .param("raisedBy", concern.raisedBy())
                .param("receivedAt", Timestamp.from(concern.receivedAt()))
                .param("danger", concern.danger())
                .param("subject", concern.subject().name())
                .param("marking", concern.marking().name())
                .param("status", concern.status().name())
                .param("told",
                        key.seal(JSON.writeValueAsString(telling.people(List.of())), "casework.concern.told",
                                concern.id()))
                .update();
        int place = 0;
        for (var person : telling.named())
            add(by, key, concern, place++, person);
        words.write(by, concern.id(), telling, List.of());
        add(by, key, concern, moved.entry());
    }

    /** The officers' side of a concern. @throws heed.platform.Refused as not found where the actor may not see it */
    public Concern office(Actor by, ConcernRef ref) {
        return get(Policy.office(by), ref);
    }

    /** As {@link #office}, held until the transaction ends, so that two who change what belongs to it come one by one. */
    public Concern officeForChange(Actor by, ConcernRef ref) {
        var found = office(by, ref);
        db.sql("select 1 from casework.concern where id = :id for update").param("id", found.id()).query().singleRow();
        return found;
    }

    /**
     * The officers' side of a concern, to read only: also where it is open to the actor for a time.
     *
     * @throws heed.platform.Refused as not found where the actor may not read it
     */
    public Concern toRead(Actor by, ConcernRef ref) {
        return get(Policy.read(by, clock.instant()), ref);
    }

    /** A concern the actor raised. @throws heed.platform.Refused as not found where they did not */
    public Concern own(Actor by, ConcernRef ref) {
        return get(Policy.own(by), ref);
    }

    /** A concern by its reference, within a rule. */
    public Optional<Concern> find(Rule rule, ConcernRef ref) {
        return db.sql("select " + COLUMNS + " from casework.concern c where c.ref = :ref and " + rule.sql("c"))
                .param("ref", ref.value())
                .query(Concerns::concern)
                .optional();
    }

    /** A concern by id, within a rule. */
    public Optional<Concern> byId(Rule rule, UUID id) {
        return db.sql("select " + COLUMNS + " from casework.concern c where c.id = :id and " + rule.sql("c"))
                .param("id", id)
                .query(Concerns::concern)
                .optional();
    }

    /** Those of these concerns that a rule lets through, latest first. */
    public List<Concern> byIds(Rule rule, Collection<UUID> ids) {
        return db.sql("select " + COLUMNS + " from casework.concern c where c.id = any(:ids) and " + rule.sql("c")
                + " order by c.received_at desc, c.id desc")
                .param("ids", ids.toArray(UUID[]::new)).query(Concerns::concern).list();
    }

    /** A concern by reference, whoever may see it; the caller decides whether to say that it is there. */
    public Optional<Concern> bySpoken(ConcernRef ref) {
        return db.sql("select " + COLUMNS + " from casework.concern c where c.ref = :ref").param("ref", ref.value())
                .query(Concerns::concern).optional();
    }

    /** The concern that a submission made, whoever may see it; the caller shows it only to its sender. */
    public Optional<Concern> bySubmission(UUID submission) {
        return db.sql("select " + COLUMNS + " from casework.concern c where c.submission = :submission")
                .param("submission", submission)
                .query(Concerns::concern)
                .optional();
    }

    private Concern get(Rule rule, ConcernRef ref) {
        return find(rule, ref).orElseThrow(() -> Refusal.NOT_FOUND.because("no such concern for them"));
    }

    /**
     * One page of a list, danger first and then longest waiting (or, for those decided, latest first).
     *
     * @param after where the page before ended; null for the first
     * @param most  rows on a page
     */
    public List<Concern> list(Rule rule, Collection<Status> statuses, @Nullable Cursor after, int most) {
        var latestFirst = statuses.equals(List.of(Status.DECIDED));
        var sql = new StringBuilder(
                "select " + COLUMNS + " from casework.concern c where c.status = any(:statuses) and " + rule.sql("c"));
        var params = new HashMap<String, Object>();
        params.put("statuses", statuses.stream().map(Enum::name).toArray(String[]::new));
        if (after != null) {
            params.put("at", Timestamp.from(after.at()));
            params.put("id", after.id());
            if (latestFirst)
                sql.append(" and (c.received_at, c.id) < (:at, :id)");
            else {
                params.put("danger", after.danger());
                sql.append(" and (not c.danger, c.received_at, c.id) > (not :danger, :at, :id)");
            }
        }
        sql.append(latestFirst
                ? " order by c.received_at desc, c.id desc"
                : " order by not c.danger, c.received_at, c.id");
        sql.append(" limit ").append(most);
        return db.sql(sql.toString()).params(params).query(Concerns::concern).list();
    }

    /** Concerns someone raised, latest first, one page. */
    public List<Concern> raised(Actor by, @Nullable Cursor after, int most) {
        var sql = "select " + COLUMNS + " from casework.concern c where " + Policy.own(by).sql("c");
        var params = new HashMap<String, Object>();
        if (after != null) {
            params.put("at", Timestamp.from(after.at()));
            params.put("id", after.id());
            sql += " and (c.received_at, c.id) < (:at, :id)";
        }
        return db.sql(sql + " order by c.received_at desc, c.id desc limit " + most).params(params)
                .query(Concerns::concern).list();
    }

    /** Concerns in a case, within the rule, oldest first. */
    public List<Concern> inCase(Rule rule, UUID caseId) {
        return db
                .sql("select " + COLUMNS
                        + " from casework.concern c where c.case_id = :case and c.status <> 'IN_ERROR' and "
                        + rule.sql("c")
                        + " order by c.received_at, c.id")
                .param("case", caseId)
                .query(Concerns::concern)
                .list();
    }

    /** How many there are in these states within the rule. */
    public long count(Rule rule, Collection<Status> statuses) {
        return db.sql("select count(*) from casework.concern c where c.status = any(:statuses) and " + rule.sql("c"))
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** How many there are in these states within the rule, counted no further than this many. */
    public long count(Rule rule, Collection<Status> statuses, int most) {
        return db.sql("select count(*) from (select 1 from casework.concern c where c.status = any(:statuses) and "
                + rule.sql("c") + " limit " + most + ") as counted")
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Everything told and who it names, opened; nothing of what was recorded in error. */
    public Telling telling(Actor by, Concern concern) {
        if (!concern.inUse())
            return Telling.BLANK;
        var key = seals.key(by.scope(), concern.id());
        var told = db.sql("select told from casework.concern where id = :id").param("id", concern.id())
                .query(byte[].class).single();
        var telling = JSON.readValue(key.open(told, "casework.concern.told", concern.id()), Telling.class);
        return telling
                .people(people(by, List.of(concern), Map.of(concern.id(), key)).getOrDefault(concern.id(), List.of()));
    }

    /** Everything told in each of these concerns, opened, in three queries however many; none for what is out of use. */
    public Map<UUID, Telling> tellings(Actor by, List<Concern> all) {
        var ids = all.stream().filter(Concern::inUse).map(Concern::id).toList();
        var keys = seals.keys(by.scope(), ids);
        var open = all.stream().filter(c -> c.inUse() && keys.containsKey(c.id())).toList();
        var people = people(by, open, keys);
        var told = new HashMap<UUID, Telling>();
        db.sql("select id, told from casework.concern where id = any(:ids)")
                .param("ids", open.stream().map(Concern::id).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getBytes("told"))).list()
                .forEach(row -> told.put(row.getKey(), JSON.readValue(
                        java.util.Objects.requireNonNull(keys.get(row.getKey())).open(row.getValue(),
                                "casework.concern.told", row.getKey()),
                        Telling.class).people(people.getOrDefault(row.getKey(), List.of()))));
        return told;
    }

    /** Who each of these concerns names, opened, in two queries however many; nobody where one was recorded in error. */
    public Map<UUID, List<Person>> people(Actor by, List<Concern> all) {
        var concerns = all.stream().filter(Concern::inUse).toList();
        if (concerns.isEmpty())
            return Map.of();
        return people(by, concerns, seals.keys(by.scope(), concerns.stream().map(Concern::id).toList()));
    }

    private Map<UUID, List<Person>> people(Actor by, List<Concern> concerns, Map<UUID, RecordKey> keys) {
        record Row(UUID id, UUID concern, byte[] details) {
        }
        var rows = db.sql("""
                select id, concern_id, details from casework.concern_person
                 where concern_id = any(:concerns) and withdrawn_at is null order by concern_id, sort""")
                .param("concerns", concerns.stream().map(Concern::id).toArray(UUID[]::new))
                .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getObject("concern_id", UUID.class),
                        row.getBytes("details")))
                .list();
        return rows.stream()
                .collect(Collectors.groupingBy(Row::concern, Collectors.mapping(row -> {
                    var key = keys.get(row.concern());
                    if (key == null)
                        throw new IllegalStateException("no key for concern " + row.concern());
                    return JSON.readValue(key.open(row.details(), "casework.concern_person.details", row.id()),
                            Person.class);
                }, Collectors.toList())));
    }

    /** Who a concern names, by the id of each naming, in order; nobody where it was recorded in error. */
    public Map<UUID, Person> named(Actor by, Concern concern) {
        var named = new LinkedHashMap<UUID, Person>();
        if (!concern.inUse())
            return named;
        var key = seals.key(by.scope(), concern.id());
        db.sql("""
                select id, details from casework.concern_person
                where concern_id = :concern and withdrawn_at is null order by sort""")
                .param("concern", concern.id())
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getBytes("details"))).list()
                .forEach(row -> named.put(row.getKey(), JSON.readValue(
                        key.open(row.getValue(), "casework.concern_person.details", row.getKey()), Person.class)));
        return named;
    }

    /**
     * Somebody was named by mistake: that naming goes out of use and search, encrypted as it is, and another takes its
     * place.
     *
     * @param naming the id of the naming
     * @throws heed.platform.Refused as moved on, where it went already
     */
    public void replace(Actor by, Concern concern, UUID naming, Person instead, Instant at) {
        var sort = namings.withdraw(concern, naming, at)
                .orElseThrow(() -> Refusal.MOVED_ON.because("somebody else corrected who it is about"));
        add(by, seals.key(by.scope(), concern.id()), concern, sort, instead);
    }

    /** Takes a concern out of every search by name, or puts it back. */
    public void searchable(Actor by, Concern concern, boolean is) {
        var key = seals.key(by.scope(), concern.id());
        var rows = db.sql(
                "select id, details from casework.concern_person where concern_id = :concern and withdrawn_at is null")
                .param("concern", concern.id())
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getBytes("details"))).list();
        for (var row : rows) {
            var person = JSON.readValue(key.open(row.getValue(), "casework.concern_person.details", row.getKey()),
                    Person.class);
            namings.searchable(by, row.getKey(), person, is);
        }
    }

    /** The concern's own history, oldest first, notes opened. */
    public List<Concern.Entry> history(Actor by, Concern concern) {
        var key = seals.key(by.scope(), concern.id());
        return db.sql(
                "select id, act, made_by, made_at, note from casework.concern_entry where concern_id = :id order by made_at, id")
                .param("id", concern.id())
                .query((row, n) -> {
                    var note = concern.inUse() ? row.getBytes("note") : null;
                    return new Concern.Entry(Act.valueOf(row.getString("act")), row.getObject("made_by", UUID.class),
                            instant(row, "made_at"),
                            note == null
                                    ? null
                                    : key.open(note, "casework.concern_entry.note", row.getObject("id", UUID.class)));
                })
                .list();
    }

    /**
     * Stores a move and the entry that explains it.
     *
     * @throws heed.platform.Refused as moved on, where someone else changed the concern since it was read
     */
    public void save(Actor by, Concern.Moved moved) {
        var c = moved.concern();
        var params = new HashMap<String, @Nullable Object>();
        params.put("id", c.id());
        params.put("version", c.version());
        params.put("marking", c.marking().name());
        params.put("status", c.status().name());
        params.put("takenBy", c.takenBy());
        params.put("takenAt", timestamp(c.takenAt()));
        params.put("firstTakenAt", timestamp(c.firstTakenAt()));
        params.put("decidedAt", timestamp(c.decidedAt()));
        params.put("outcome", c.outcome() == null ? null : c.outcome().name());
        params.put("caseId", c.caseId());
        int rows = db.sql("""
                update casework.concern set marking = :marking, status = :status, taken_by = cast(:takenBy as uuid),
                    taken_at = cast(:takenAt as timestamptz), first_taken_at = cast(:firstTakenAt as timestamptz),
                    decided_at = cast(:decidedAt as timestamptz), outcome = :outcome, case_id = cast(:caseId as uuid), version = version + 1
                 where id = :id and version = :version""")
                .params(params)
                .update();
        if (rows == 0)
            throw Refusal.MOVED_ON.because("changed by someone else since it was read");
        add(by, seals.key(by.scope(), c.id()), c, moved.entry());
    }

    /**
     * Opens a concern that was held as an allegation to every officer: unmarked, and handed back where a recipient had it.
     * Who lifted it and why is kept with the allegation.
     */
    public void unmark(Actor by, Concern concern, Instant at) {
        var open = concern.marked(Marking.NORMAL);
        if (open.status() == Status.IN_TRIAGE) {
            save(by, open.handBack(by, at, null));
            return;
        }
        mark(open);
    }

    /**
     * Keeps how narrowly a concern is held. Who may see it then is for {@code access.policy}.
     *
     * @throws heed.platform.Refused as moved on, where someone else changed the concern since it was read
     */
    public void mark(Concern marked) {
        int rows = db.sql("""
                update casework.concern set marking = :marking, version = version + 1
                where id = :id and version = :version""")
                .param("marking", marked.marking().name())
                .param("id", marked.id())
                .param("version", marked.version())
                .update();
        if (rows == 0)
            throw Refusal.MOVED_ON.because("changed by someone else since it was read");
    }

    /** Whether the actor may see any concern at all besides their own; for navigation. */
    public static boolean works(Actor by) {
        return !(Policy.office(by) instanceof Rule.Never);
    }

    /** Where a page of a list ended. */
    public record Cursor(boolean danger, Instant at, UUID id) {
        /** Just after this concern. */
        public static Cursor after(Concern concern) {
            return new Cursor(concern.danger(), concern.receivedAt(), concern.id());
        }

        /** As it stands in an address: flags, time and id, nothing personal. */
        public String asText() {
            return (danger ? "1" : "0") + "." + at.getEpochSecond() + "." + at.getNano() + "." + id;
        }

        /** Reads one back; null where there is none or it is not one. */
        public static @Nullable Cursor of(@Nullable String text) {
            if (text == null)
                return null;
            var parts = text.split("\\.", 4);
            try {
                return parts.length == 4
                        ? new Cursor(parts[0].equals("1"),
                                Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2])),
                                UUID.fromString(parts[3]))
                        : null;
            } catch (IllegalArgumentException | java.time.DateTimeException notOne) {
                return null;
            }
        }
    }

    private void add(Actor by, RecordKey key, Concern concern, int place, Person person) {
        var id = UUID.randomUUID();
        namings.add(by, id, concern, place, person,
                key.seal(JSON.writeValueAsString(person), "casework.concern_person.details", id));
    }

    private void add(Actor by, RecordKey key, Concern concern, Concern.Entry entry) {
        var id = UUID.randomUUID();
        var note = entry.note();
        db.sql("""
                insert into casework.concern_entry (scope_id, id, concern_id, act, made_by, made_at, note)
                values (:scope, :id, :concern, :act, :by, :at, :note)""")
                .param("scope", by.scope())
                .param("id", id)
                .param("concern", concern.id())
                .param("act", entry.act().name())
                .param("by", entry.by())
                .param("at", Timestamp.from(entry.at()))
                .param("note",
                        note == null || note.isBlank() ? null : key.seal(note, "casework.concern_entry.note", id),
                        java.sql.Types.BINARY)
                .update();
    }

    static Concern concern(ResultSet row, int n) throws SQLException {
        var outcome = row.getString("outcome");
        return new Concern(row.getObject("id", UUID.class), new ConcernRef(row.getString("ref")),
                row.getObject("council_id", UUID.class),
                row.getObject("service_id", UUID.class), row.getObject("raised_by", UUID.class),
                instant(row, "received_at"),
                row.getBoolean("danger"), SubjectKind.valueOf(row.getString("subject_kind")),
                Marking.valueOf(row.getString("marking")),
                Status.valueOf(row.getString("status")), row.getObject("taken_by", UUID.class), maybe(row, "taken_at"),
                maybe(row, "first_taken_at"), maybe(row, "decided_at"),
                outcome == null ? null : Decision.Outcome.valueOf(outcome),
                row.getObject("case_id", UUID.class), row.getInt("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
