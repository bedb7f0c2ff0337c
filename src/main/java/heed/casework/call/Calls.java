package heed.casework.call;

import heed.access.Permission;
import heed.access.policy.Policy;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Person;
import heed.casework.clock.ResponsePlans;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The call log of a concern, and what is owed after its calls (domain 2.3). Everything is read through the officer's eyes. */
@Service
public class Calls {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STEPS = "select id, call_id, concern_id, kind, at, code, note, made_by, made_at from casework.call_step";

    private final JdbcClient db;
    private final Seals seals;
    private final Concerns concerns;
    private final Staff staff;
    private final ResponsePlans plans;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Calls(JdbcClient db, Seals seals, Concerns concerns, Staff staff, ResponsePlans plans,
            Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.seals = seals;
        this.concerns = concerns;
        this.staff = staff;
        this.plans = plans;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** One call, with its concern and the names of everybody who wrote in it. */
    record Opened(Concern concern, Call call, Map<UUID, String> names) {
    }

    /** Something owed, with the concern it is owed in. */
    record FollowUp(Concern concern, List<Person> people, Call call, Call.Due due) {
    }

    /** What a form for a new call needs: the concern, and what the teller says was done already. */
    record Logging(Concern concern, heed.casework.concern.Telling.Elsewhere told) {
    }

    /** Every call about a concern, latest first. The caller has read the concern through the actor's eyes. */
    public List<Call> of(Actor by, Concern concern) {
        if (!concern.inUse())
            return List.of();
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("call.list", concern.id()).fields("calls"));
            return calls(by, concern).stream().sorted(Comparator.comparing(Call::madeAt).reversed()).toList();
        });
    }

    /** What is owed after a call now. */
    public Optional<Call.Due> due(Actor by, Concern concern, Call call) {
        return call.due(plans.clocks(by), concern.subject());
    }

    /**
     * By when a written follow-up is due where nobody says otherwise: the same working day after a call made by three in
     * the afternoon, and otherwise by the end of the next working day.
     */
    Instant usuallyDue(Actor by, Instant made) {
        var clocks = plans.clocks(by);
        var same = clocks.firstLook(made, false);
        return same.atZone(LondonTime.ZONE).toLocalDate().equals(made.atZone(LondonTime.ZONE).toLocalDate())
                ? same
                : clocks.endOfWorkingDay(made, 1);
    }

    Logging logging(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            concern.mustBeInUse();
            trail.add(by, Trace.of("concern.view", concern.id()).fields("told"));
            return new Logging(concern, concerns.telling(by, concern).elsewhere());
        });
    }

    /**
     * Logs a call. The same submission again logs nothing.
     *
     * @param due by when a written follow-up is due; null where none is
     * @return its id; the first one's, for a submission that came before
     * @throws heed.platform.Refused as not found, or as not allowed now where the concern was recorded in error
     */
    public UUID log(Actor by, ConcernRef ref, UUID submission, Call.Whom whom, Instant madeAt, Call.Details details,
            @Nullable Instant due) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.officeForChange(by, ref);
            concern.mustBeInUse();
            trail.add(by, Trace.of("call.log", concern.id()).fields("call").because(whom.name()));
            var there = db.sql("select id from casework.call where concern_id = :concern and submission = :submission")
                    .param("concern", concern.id()).param("submission", submission).query(UUID.class).optional();
            if (there.isPresent())
                return there.get();
            var id = UUID.randomUUID();
            db.sql("""
                    insert into casework.call (scope_id, id, concern_id, submission, whom, made_at, details, logged_by, logged_at)
                    values (:scope, :id, :concern, :submission, :whom, :made, :details, :by, :at)""")
                    .param("scope", by.scope()).param("id", id).param("concern", concern.id())
                    .param("submission", submission).param("whom", whom.name())
                    .param("made", Timestamp.from(madeAt))
                    .param("details", seals.key(by.scope(), concern.id()).seal(JSON.writeValueAsString(details),
                            "casework.call.details", id))
                    .param("by", by.staff()).param("at", Timestamp.from(clock.instant())).update();
            if (due != null)
                add(by, concern, id, 0, Call.Kind.DUE, due, null, null);
            return id;
        });
    }

    Opened open(Actor by, ConcernRef ref, UUID call) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            concern.mustBeInUse();
            var found = find(by, concern, call);
            trail.add(by, Trace.of("call.view", concern.id()).fields("calls"));
            var ids = new HashSet<UUID>();
            ids.add(found.loggedBy());
            found.steps().forEach(s -> ids.add(s.by()));
            return new Opened(concern, found, staff.names(by, ids));
        });
    }

    /**
     * Adds what came of a call.
     *
     * @param seen how many steps stood when the page was made
     * @param at   when it happened or, for {@link Call.Kind#DUE}, is due
     * @throws heed.platform.Refused as not found; as moved on, where somebody else added a step since
     */
    public void step(Actor by, ConcernRef ref, UUID call, int seen, Call.Kind kind, Instant at, @Nullable String code,
            @Nullable String note) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.officeForChange(by, ref);
            concern.mustBeInUse();
            var steps = find(by, concern, call).steps().size();
            if (steps != seen)
                throw Refusal.MOVED_ON.because("someone else added to this call since the page was opened");
            add(by, concern, call, steps, kind, at, code, note);
            trail.add(by, Trace.of("call.step", concern.id()).because(kind.name()));
        });
    }

    /** Everything that is owed in concerns that this officer may see, longest overdue first. */
    List<FollowUp> followUps(Actor by) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var open = owed(by);
            var people = concerns.people(by, open.stream().map(FollowUp::concern).distinct().toList());
            trail.add(by, Trace.list("follow-up.list", open.stream().map(f -> f.concern().id()).distinct().toList()));
            return open.stream().map(f -> new FollowUp(f.concern(),
                    people.getOrDefault(f.concern().id(), List.of()), f.call(), f.due())).toList();
        });
    }

    /** How many {@link #followUps} there are. */
    long count(Actor by) {
        if (!by.may(Permission.WORK_CONCERNS))
            return 0;
        return transactions.inScope(by.scope(), () -> (long) owed(by).size());
    }

    /** The same rows make the list and its number, so that they cannot differ. */
    private List<FollowUp> owed(Actor by) {
        var ids = db.sql("""
                select distinct s.concern_id from casework.call_step s
                  join casework.concern c on c.scope_id = s.scope_id and c.id = s.concern_id
                  join casework.call k on k.scope_id = s.scope_id and k.id = s.call_id
                 where c.status in ('RECEIVED', 'IN_TRIAGE', 'DECIDED')
                   and (s.kind = 'DUE' and not exists (select 1 from casework.call_step n
                            where n.scope_id = s.scope_id and n.call_id = s.call_id
                              and (n.kind = 'SENT' or n.kind in ('DUE', 'NOT_DUE') and n.sort > s.sort))
                     or s.kind in ('SENT', 'RECEIVED') and k.whom in ('CHILDREN', 'ADULTS', 'DUTY')
                        and not exists (select 1 from casework.call_step n where n.scope_id = s.scope_id
                            and n.call_id = s.call_id and n.kind in ('ACKNOWLEDGED', 'DECIDED')))
                   and\s""" + Policy.office(by).sql("c")).query(UUID.class).list();
        var clocks = plans.clocks(by);
        var found = new ArrayList<FollowUp>();
        for (var id : ids)
            concerns.byId(Policy.office(by), Objects.requireNonNull(id))
                    .ifPresent(concern -> bare(concern).forEach(call -> call
                            .due(clocks, concern.subject())
                            .ifPresent(due -> found.add(new FollowUp(concern, List.of(), call, due)))));
        found.sort(Comparator.comparing((FollowUp f) -> f.due().by()).thenComparing(f -> f.call().id()));
        return found;
    }

    private Call find(Actor by, Concern concern, UUID id) {
        return calls(by, concern).stream().filter(c -> c.id().equals(id) && concern.inUse()).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such call about it"));
    }

    private void add(Actor by, Concern concern, UUID call, int sort, Call.Kind kind, Instant at, @Nullable String code,
            @Nullable String note) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into casework.call_step (scope_id, id, concern_id, call_id, kind, at, code, note, made_by, made_at, sort)
                values (:scope, :id, :concern, :call, :kind, :at, :code, :note, :by, :now, :sort)""")
                .param("scope", by.scope()).param("id", id).param("concern", concern.id()).param("call", call)
                .param("kind", kind.name()).param("at", Timestamp.from(at)).param("code", code, Types.VARCHAR)
                .param("note",
                        note == null || note.isBlank()
                                ? null
                                : seals.key(by.scope(), concern.id()).seal(note, "casework.call_step.note", id),
                        Types.BINARY)
                .param("by", by.staff()).param("now", Timestamp.from(clock.instant())).param("sort", sort).update();
    }

    private List<Call> calls(Actor by, Concern concern) {
        var key = seals.key(by.scope(), concern.id());
        var steps = db.sql(STEPS + " where concern_id = :concern order by call_id, sort")
                .param("concern", concern.id())
                .query((row, n) -> {
                    var note = row.getBytes("note");
                    var id = row.getObject("id", UUID.class);
                    return step(row, note == null ? null : key.open(note, "casework.call_step.note", id));
                }).list().stream().collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return db.sql(
                "select id, whom, made_at, details, logged_by, logged_at from casework.call where concern_id = :id")
                .param("id", concern.id())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return call(row, concern, JSON.readValue(
                            key.open(row.getBytes("details"), "casework.call.details", id), Call.Details.class),
                            steps.getOrDefault(id, List.of()));
                }).list();
    }

    /** The calls without their words, for what is owed: codes and times need no key. */
    private List<Call> bare(Concern concern) {
        var steps = new HashMap<UUID, List<Call.Step>>();
        db.sql(STEPS + " where concern_id = :concern order by call_id, sort").param("concern", concern.id())
                .query((row, n) -> step(row, null)).list()
                .forEach(s -> steps.computeIfAbsent(s.getKey(), call -> new ArrayList<>()).add(s.getValue()));
        return db.sql("select id, whom, made_at, logged_by, logged_at from casework.call where concern_id = :id")
                .param("id", concern.id())
                .query((row, n) -> call(row, concern, new Call.Details("", "", "", ""),
                        Objects.requireNonNullElse(steps.get(row.getObject("id", UUID.class)), List.of())))
                .list();
    }

    private static Map.Entry<UUID, Call.Step> step(ResultSet row, @Nullable String note) throws SQLException {
        return Map.entry(row.getObject("call_id", UUID.class),
                new Call.Step(row.getObject("id", UUID.class), Call.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant(), row.getString("code"), note,
                        row.getObject("made_by", UUID.class), row.getTimestamp("made_at").toInstant()));
    }

    private static Call call(ResultSet row, Concern concern, Call.Details details, List<Call.Step> steps)
            throws SQLException {
        return new Call(row.getObject("id", UUID.class), concern.id(), Call.Whom.valueOf(row.getString("whom")),
                row.getTimestamp("made_at").toInstant(), details, row.getObject("logged_by", UUID.class),
                row.getTimestamp("logged_at").toInstant(), steps);
    }
}
