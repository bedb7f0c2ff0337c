package heed.assurance.plan;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What others asked for and what was learned, and what became of each. */
@Service
public class Recommendations {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WORDS = "assurance.recommendation.words";
    private static final String CORRECTED = "assurance.recommendation_correction.words";
    private static final String DECIDED = "assurance.recommendation_decision.words";

    private final JdbcClient db;
    private final ActionRows actions;
    private final Plans plans;
    private final Seals seals;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Recommendations(JdbcClient db, ActionRows actions, Plans plans, Seals seals, Transactions transactions, Trail trail,
            Clock clock) {
        this.db = db;
        this.actions = actions;
        this.plans = plans;
        this.seals = seals;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A recommendation with what was done for it.
     *
     * @param sheet     every action that answers it, the earliest plan's first, those carried forward and what they became
     *                  too
     * @param corrected what it said before, the latest first; empty in a list
     */
    public record Followed(Recommendation recommendation, Plans.Sheet sheet,
            List<Recommendation.Corrected> corrected) {
        /** Copies the list. */
        public Followed {
            corrected = List.copyOf(corrected);
        }

        /** How it stands. */
        public Answered answered() {
            return Answered.of(recommendation, sheet.actions().stream().map(a -> a.action().state()).toList());
        }
    }

    private record Why(String who, String why) {
    }

    private LocalDate today() {
        return clock.instant().atZone(LondonTime.ZONE).toLocalDate();
    }

    private static void reads(Actor by) {
        if (!PlanSight.seesAll(by))
            throw Refusal.NOT_FOUND.because("reads no recommendations");
    }

    /** Every one, the latest year first, with what became of it. */
    public List<Followed> all(Actor by) {
        reads(by);
        return transactions.inScope(by.scope(), () -> {
            var found = follow(by, read(by, null));
            trail.add(by, Trace.list("recommendation.list", ids(found)));
            return found;
        });
    }

    /** One, with what became of it. @throws heed.platform.Refused as not found where there is none */
    public Followed get(Actor by, UUID id) {
        reads(by);
        return transactions.inScope(by.scope(), () -> {
            var found = follow(by, read(by, id)).stream().findFirst()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("no such recommendation"));
            trail.add(by, Trace.list("recommendation.view", id, ids(List.of(found))));
            return new Followed(found.recommendation(), found.sheet(), corrected(by, id));
        });
    }

    /** Those that the actions of a sheet answer, by id. */
    Map<UUID, Recommendation> of(Actor by, Plans.Sheet sheet) {
        reads(by);
        return transactions.inScope(by.scope(), () -> {
            var wanted = new HashSet<UUID>();
            sheet.actions().forEach(a -> {
                if (a.action().origin().id() instanceof UUID id)
                    wanted.add(id);
            });
            var found = new HashMap<UUID, Recommendation>();
            if (!wanted.isEmpty())
                read(by, null).stream().filter(r -> wanted.contains(r.id())).forEach(r -> found.put(r.id(), r));
            trail.add(by, Trace.list("recommendation.list", List.copyOf(found.keySet())));
            return found;
        });
    }

    private static List<UUID> ids(List<Followed> found) {
        return found.stream().flatMap(f -> Stream.concat(Stream.of(f.recommendation().id()),
                f.sheet().actions().stream().map(a -> a.action().id()))).distinct().toList();
    }

    private List<Followed> follow(Actor by, List<Recommendation> found) {
        var sight = PlanSight.of(by, today());
        var answering = new HashMap<UUID, List<PlanAction>>();
        for (var action : actions.ofSources(by, sight, found.stream().map(Recommendation::id).toList()))
            answering.computeIfAbsent(Objects.requireNonNull(action.origin().id()), r -> new ArrayList<>()).add(action);
        var all = plans.sheet(by, null, answering.values().stream().flatMap(List::stream).toList());
        return found.stream().map(r -> {
            var its = new HashSet<>(answering.getOrDefault(r.id(), List.of()).stream().map(PlanAction::id).toList());
            return new Followed(r, new Plans.Sheet(null, ordered(
                    all.actions().stream().filter(a -> its.contains(a.action().id())).toList()), all.posts(),
                    all.day()), List.of());
        }).toList();
    }

    /** What an action became comes after it. */
    private static List<ShownAction> ordered(List<ShownAction> found) {
        Map<UUID, UUID> from = new HashMap<>();
        found.forEach(a -> {
            if (a.action().origin().comesFrom() instanceof UUID earlier)
                from.put(a.action().id(), earlier);
        });
        return found.stream().sorted(Comparator.comparingInt(a -> depth(a.action().id(), from))).toList();
    }

    private static int depth(UUID id, Map<UUID, UUID> from) {
        int depth = 0;
        for (var at = from.get(id); at != null; at = from.get(at))
            depth++;
        return depth;
    }

    private List<Recommendation> read(Actor by, @Nullable UUID only) {
        record Row(UUID id, ActionSource kind, int year, String code, byte[] words, boolean typed, int version) {
        }
        record Said(UUID id, UUID of, boolean acts, LocalDate on, byte[] words) {
        }
        var rows = db.sql("""
                select id, kind, year, code, words, paper_id is null as typed, version from assurance.recommendation
                 where cast(:only as uuid) is null or id = cast(:only as uuid)""").param("only", only)
                .query((row, n) -> new Row(row.getObject("id", UUID.class), ActionSource.valueOf(row.getString("kind")),
                        row.getInt("year"), row.getString("code"), row.getBytes("words"), row.getBoolean("typed"),
                        row.getInt("version")))
                .list();
        var ids = rows.stream().map(Row::id).toList();
        var last = new HashMap<UUID, Said>();
        db.sql("""
                select distinct on (recommendation_id) id, recommendation_id, acts, decided_on, words
                  from assurance.recommendation_decision where recommendation_id = any(:ids)
                 order by recommendation_id, made_at desc, id""").param("ids", ids.toArray(UUID[]::new)).query(row -> {
            var of = row.getObject("recommendation_id", UUID.class);
            last.put(of, new Said(row.getObject("id", UUID.class), of, row.getBoolean("acts"),
                    row.getDate("decided_on").toLocalDate(), row.getBytes("words")));
        });
        var keys = seals.keys(by.scope(), ids);
        var found = new ArrayList<Recommendation>();
        for (var row : rows) {
            var key = keys.get(row.id());
            if (key == null)
                continue;
            var said = last.get(row.id());
            Recommendation.Decision decision = null;
            if (said != null) {
                var why = JSON.readValue(key.open(said.words(), DECIDED, said.id()), Why.class);
                decision = new Recommendation.Decision(said.acts(), said.on(), why.who(), why.why());
            }
            found.add(new Recommendation(row.id(), row.kind(), row.year(), row.code(),
                    JSON.readValue(key.open(row.words(), WORDS, row.id()), Recommendation.Words.class), decision,
                    row.typed(), row.version()));
        }
        found.sort(Comparator.comparingInt(Recommendation::year).reversed().thenComparing(Recommendation::kind)
                .thenComparing(Recommendation::code, Recommendations::numbers));
        return found;
    }

    /** 10 after 9, and 4.1.10 after 4.1.9. */
    static int numbers(String one, String other) {
        var a = one.split("[^\\p{L}\\p{N}]+");
        var b = other.split("[^\\p{L}\\p{N}]+");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            boolean digits = a[i].matches("\\d{1,9}") && b[i].matches("\\d{1,9}");
            int order = digits
                    ? Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]))
                    : a[i].compareToIgnoreCase(b[i]);
            if (order != 0)
                return order;
        }
        return Integer.compare(a.length, b.length);
    }

    /**
     * Keeps one.
     *
     * @param kind a finding, recommendation or learning point
     * @throws heed.platform.Refused as not found without {@link Permission#KEEP_PLANS}; as not allowed now where the same is
     *                               there already
     */
    public UUID add(Actor by, ActionSource kind, int year, String code, Recommendation.Words words) {
        return add(by, kind, year, code, words, null);
    }

    /** The same, as it stands in a paper that was brought in; null for none. */
    UUID add(Actor by, ActionSource kind, int year, String code, Recommendation.Words words, @Nullable UUID paper) {
        by.must(Permission.KEEP_PLANS);
        whole(kind, year, code, words);
        return transactions.inScope(by.scope(), () -> {
            var number = code.strip();
            free(by, null, kind, year, number, words);
            var id = UUID.randomUUID();
            db.sql("""
                    insert into assurance.recommendation (scope_id, id, kind, year, code, words, paper_id, version, made_by,
                      made_at)
                    values (:scope, :id, :kind, :year, :code, :words, :paper, 1, :by, :at)""")
                    .param("paper", paper, java.sql.Types.OTHER)
                    .param("scope", by.scope()).param("id", id).param("kind", kind.name()).param("year", year)
                    .param("code", number)
                    .param("words", seals.newKey(by.scope(), id).seal(JSON.writeValueAsString(words), WORDS, id))
                    .param("by", by.staff()).param("at", Timestamp.from(clock.instant())).update();
            trail.add(by, Trace.of("recommendation.add", id).fields("words", "year", "code"));
            return id;
        });
    }

    private static void whole(ActionSource kind, int year, String code, Recommendation.Words words) {
        if (!kind.mustBeAnswered() || code.isBlank() || code.length() > 20 || words.text().isBlank() || year < 1990
                || year > 2100)
            throw Refusal.NOT_ALLOWED_NOW.because("not a recommendation");
    }

    private void free(Actor by, @Nullable UUID but, ActionSource kind, int year, String code,
            Recommendation.Words words) {
        if (read(by, null).stream().anyMatch(r -> !r.id().equals(but) && r.same(kind, year, code, words.from())))
            throw Refusal.NOT_ALLOWED_NOW.because("the same is there already");
    }

    /**
     * Corrects what somebody typed wrongly. What it said before stays, and actions that answer it show the number it has now.
     *
     * @param seen the version that was read
     * @throws heed.platform.Refused as not found where there is none, or without {@link Permission#KEEP_PLANS}; as moved on
     *                               where somebody corrected it since; as not allowed now for one that came in with a paper, or
     *                               where another is so already
     */
    public void correct(Actor by, UUID id, int seen, int year, String code, Recommendation.Words words) {
        by.must(Permission.KEEP_PLANS);
        transactions.inScope(by.scope(), () -> {
            var before = read(by, id).stream().findFirst()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("no such recommendation"));
            if (!before.typed())
                throw Refusal.NOT_ALLOWED_NOW.because("it says what its paper says");
            if (before.version() != seen)
                throw Refusal.MOVED_ON.because("corrected since it was read");
            whole(before.kind(), year, code, words);
            var number = code.strip();
            if (before.year() == year && before.code().equals(number) && before.words().equals(words))
                return;
            free(by, id, before.kind(), year, number, words);
            var key = seals.key(by.scope(), id);
            if (db.sql("""
                    update assurance.recommendation set year = :year, code = :code, words = :words, version = version + 1
                     where id = :id and version = :seen""").param("year", year).param("code", number)
                    .param("words", key.seal(JSON.writeValueAsString(words), WORDS, id)).param("id", id)
                    .param("seen", seen).update() == 0)
                throw Refusal.MOVED_ON.because("corrected since it was read");
            var row = UUID.randomUUID();
            db.sql("""
                    insert into assurance.recommendation_correction (scope_id, id, recommendation_id, year, code, words, version,
                      made_by, made_at)
                    values (:scope, :id, :of, :year, :code, :words, :version, :by, :at)""")
                    .param("scope", by.scope()).param("id", row).param("of", id).param("year", before.year())
                    .param("code", before.code())
                    .param("words", key.seal(JSON.writeValueAsString(before.words()), CORRECTED, row))
                    .param("version", before.version()).param("by", by.staff())
                    .param("at", Timestamp.from(clock.instant())).update();
            db.sql("update assurance.action set source_code = :code where source_id = :id and source_code <> :code")
                    .param("code", number).param("id", id).update();
            trail.add(by, Trace.of("recommendation.correct", id).fields("words", "year", "code"));
        });
    }

    /** What it said before, the latest first. */
    private List<Recommendation.Corrected> corrected(Actor by, UUID id) {
        var key = seals.key(by.scope(), id);
        return db
                .sql("""
                select * from assurance.recommendation_correction where recommendation_id = :id order by version desc""")
                .param("id", id).query((row, n) -> new Recommendation.Corrected(row.getInt("year"),
                        row.getString("code"),
                        JSON.readValue(key.open(row.getBytes("words"), CORRECTED, row.getObject("id", UUID.class)),
                                Recommendation.Words.class),
                        row.getObject("made_by", UUID.class), row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /** Records a decision to act or not to act on one (invariant 17); the latest counts, also of two of one instant. */
    public void decide(Actor by, UUID id, Recommendation.Decision decision) {
        by.must(Permission.KEEP_PLANS);
        if (decision.who().isBlank() || decision.why().isBlank() || decision.on().isAfter(today()))
            throw Refusal.NOT_ALLOWED_NOW.because("a decision has a body, a reason and a day that is not ahead");
        transactions.inScope(by.scope(), () -> {
            if (read(by, id).isEmpty())
                throw Refusal.NOT_FOUND.because("no such recommendation");
            var row = UUID.randomUUID();
            db.sql("""
                    insert into assurance.recommendation_decision (scope_id, id, recommendation_id, acts, decided_on, words, made_by,
                        made_at)
                    values (:scope, :id, :of, :acts, :on, :words, :by, greatest(:at,
                        (select max(made_at) + interval '1 microsecond' from assurance.recommendation_decision
                          where recommendation_id = :of)))""")
                    .param("scope", by.scope()).param("id", row).param("of", id).param("acts", decision.acts())
                    .param("on", Date.valueOf(decision.on()))
                    .param("words",
                            seals.key(by.scope(), id).seal(
                                    JSON.writeValueAsString(new Why(decision.who().strip(), decision.why().strip())),
                                    DECIDED, row))
                    .param("by", by.staff()).param("at", Timestamp.from(clock.instant())).update();
            trail.add(by, Trace.of("recommendation.decide", id).because(decision.acts() ? "ACT" : "NOT_TO_ACT"));
        });
    }
}
