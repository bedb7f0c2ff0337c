package heed.access.staff;

import heed.access.Accounts;
import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.seal.InstallationKey;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Staff lists from elsewhere: checked first, shown, and applied whole or not at all. Between the two the list waits
 * encrypted, for whoever sent it only, a day at most.
 */
@Service
public class StaffImports {
    static final Duration KEPT = Duration.ofDays(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Seals seals;
    private final InstallationKey installation;
    private final Staff staff;
    private final People people;
    private final Accounts accounts;
    private final Workplaces workplaces;
    private final Clock clock;

    StaffImports(JdbcClient db, Transactions transactions, Trail trail, Seals seals, InstallationKey installation,
            Staff staff, People people, Accounts accounts, Workplaces workplaces, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.seals = seals;
        this.installation = installation;
        this.staff = staff;
        this.people = people;
        this.accounts = accounts;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    /**
     * What was found in a file.
     *
     * @param id     under which it waits; null where anything is wrong, and then nothing is kept
     * @param faults what is wrong
     */
    public record Checked(@Nullable UUID id, List<StaffFault> faults) {
    }

    /**
     * A list that waits, or one that was applied.
     *
     * @param plan    what it would do; null once applied
     * @param places  names of bodies and services by id
     * @param names   names of people here or left by id
     * @param seen    stands for all that the plan shows: another value means that something changed
     * @param outcome what it did; null until applied
     */
    record Waiting(@Nullable StaffPlan plan, Map<UUID, String> places, Map<UUID, String> names, String seen,
            @Nullable Outcome outcome) {
        /** Keeps personal data out of logs. */
        @Override
        public String toString() {
            return "Waiting[]";
        }
    }

    /**
     * What a list did.
     *
     * @param added    who is new or back, and has no link to choose a password yet
     * @param changed  how many others were changed
     * @param returned how many of those in {@code added} are back
     * @param left     how many were marked as having left
     */
    record Outcome(List<UUID> added, int changed, int returned, int left) {
    }

    /** Reads and checks a file. Where nothing is wrong it is kept for {@link #confirm}; nobody is changed. */
    public Checked check(Actor by, byte[] file) {
        by.must(Permission.MANAGE_ACCOUNTS);
        var read = StaffFile.read(file);
        return transactions.inScope(by.scope(), () -> {
            sweep(Actor.system(by.scope()));
            trail.add(by, Trace.of("staff.import.check"));
            if (!read.faults().isEmpty())
                return new Checked(null, read.faults());
            var plan = plan(by, read.rows());
            if (!plan.faults().isEmpty())
                return new Checked(null, plan.faults());
            var id = UUID.randomUUID();
            db.sql("""
                    insert into access.staff_import (scope_id, id, made_by, made_at, people)
                    values (:scope, :id, :by, :now, :people)""")
                    .param("scope", by.scope()).param("id", id).param("by", by.staff())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("people", seals.newKey(by.scope(), id)
                            .seal(JSON.writeValueAsString(read.rows()), Columns.IMPORTED, id))
                    .update();
            return new Checked(id, List.of());
        });
    }

    /**
     * What a waiting list would do now, or what an applied one did.
     *
     * @throws Refused as not found where there is none of theirs, or it is more than a day old
     */
    Waiting show(Actor by, UUID id) {
        by.must(Permission.MANAGE_ACCOUNTS);
        return transactions.inScope(by.scope(), () -> shown(by, id, ""));
    }

    /**
     * Applies a waiting list, whole or not at all.
     *
     * @param seen    the value of {@link Waiting#seen} that was shown
     * @param leavers who is to be marked as having left, of those missing in the list
     * @throws Refused as not found where there is none of theirs; as moved on where anything it shows has changed since,
     *                 or it was applied already
     */
    void confirm(Actor by, UUID id, String seen, Set<UUID> leavers) {
        by.must(Permission.MANAGE_ACCOUNTS);
        transactions.inScope(by.scope(), () -> {
            var waiting = shown(by, id, " for update");
            var plan = waiting.plan();
            if (plan == null || !plan.faults().isEmpty() || !waiting.seen().equals(seen))
                throw Refusal.MOVED_ON.because("the people changed");
            var missing = plan.missing().stream().map(StaffMember::id).collect(Collectors.toSet());
            if (!missing.containsAll(leavers) || leavers.contains(by.staff()))
                throw Refusal.MOVED_ON.because("a leaver who is not missing");
            var added = apply(by, plan);
            leavers.stream().sorted().forEach(leaver -> people.leave(by, leaver));
            int returned = count(plan, StaffPlan.Kind.RETURNED);
            db.sql("""
                    update access.staff_import set people = null, applied_at = :now, added = :added, changed = :changed,
                      returned = :returned, left_count = :left where id = :id""")
                    .param("now", Timestamp.from(clock.instant())).param("added", added.toArray(UUID[]::new))
                    .param("changed", plan.steps().size() - added.size()).param("returned", returned)
                    .param("left", leavers.size()).param("id", id).update();
            seals.destroy(by.scope(), id);
            trail.add(by, new Trace("staff.import", id, List.of(), added,
                    "added %d, back %d, changed %d, left %d".formatted(added.size() - returned, returned,
                            plan.steps().size() - added.size(), leavers.size())));
        });
    }

    private List<UUID> apply(Actor by, StaffPlan plan) {
        var made = new HashMap<StaffRow, UUID>();
        var added = new ArrayList<UUID>();
        for (var step : plan.steps()) {
            var boss = step.manager();
            var manager = boss == null ? null : boss.staff() != null ? boss.staff() : made.get(boss.row());
            var row = step.row();
            var as = new NewStaff(step.council(), step.service(), manager, row.name(), row.mail(), row.post());
            var was = step.was();
            if (was == null) {
                var id = people.join(by, as);
                made.put(row, id);
                added.add(id);
            } else if (step.kind() == StaffPlan.Kind.RETURNED)
                added.add(people.comeBack(by, was.id(), as));
            else
                staff.change(by, was.id(), was.version(), as);
        }
        return List.copyOf(added);
    }

    /** Gives a list up before its day is over. */
    void discard(Actor by, UUID id) {
        by.must(Permission.MANAGE_ACCOUNTS);
        transactions.inScope(by.scope(), () -> {
            int gone = db.sql("delete from access.staff_import where id = :id and made_by = :by and applied_at is null")
                    .param("id", id).param("by", by.staff()).update();
            if (gone == 0)
                throw Refusal.NOT_FOUND.because("no such import of theirs");
            seals.destroy(by.scope(), id);
            trail.add(by, Trace.of("staff.import.discard", id));
        });
    }

    /**
     * Makes a link for everyone an applied list added who has not chosen a password through an earlier one.
     *
     * @return a file of names, mail addresses and the ends of links; kept nowhere
     */
    List<Link> links(Actor by, UUID id) {
        by.must(Permission.MANAGE_ACCOUNTS);
        return transactions.inScope(by.scope(), () -> {
            var outcome = shown(by, id, "").outcome();
            if (outcome == null)
                throw Refusal.NOT_ALLOWED_NOW.because("not applied yet");
            var waiting = withoutPassword(by, outcome.added());
            return staff.everyone(by).stream().filter(p -> waiting.contains(p.id()))
                    .map(p -> new Link(p.name(), p.mail(), accounts.invite(by, p.id()))).toList();
        });
    }

    /**
     * Somebody's link.
     *
     * @param name   whose
     * @param mail   their address
     * @param secret the end of the link
     */
    record Link(String name, String mail, String secret) {
        /** Keeps all of it out of logs. */
        @Override
        public String toString() {
            return "Link[]";
        }
    }

    /** Everyone here, as a file that {@link #check} reads. */
    byte[] export(Actor by) {
        by.must(Permission.MANAGE_ACCOUNTS);
        return transactions.inScope(by.scope(), () -> {
            var councils = workplaces.councils(by);
            var places = places(by);
            var everyone = staff.everyone(by);
            var mails = everyone.stream().collect(Collectors.toMap(StaffMember::id, StaffMember::mail));
            var lines = new ArrayList<List<String>>();
            var several = councils.size() > 1;
            lines.add(Arrays.stream(StaffColumn.values()).filter(c -> several || c.always()).map(StaffColumn::word)
                    .toList());
            everyone.stream().filter(p -> p.leftAt() == null).forEach(p -> {
                var line = new ArrayList<>(List.of(p.name(), p.mail(),
                        p.service() == null ? "" : places.getOrDefault(p.service(), ""),
                        p.manager() == null ? "" : mails.getOrDefault(p.manager(), ""), p.post()));
                if (several)
                    line.add(places.getOrDefault(p.council(), ""));
                lines.add(List.copyOf(line));
            });
            trail.add(by, Trace.of("staff.export").fields("name", "mail", "service", "manager", "post"));
            return StaffFile.written(lines);
        });
    }

    /** Removes what waited too long, with its key; in a transaction of the scope. */
    void sweep(Actor system) {
        var old = db
                .sql("delete from access.staff_import where made_at < :before returning id, people is not null as kept")
                .param("before", Timestamp.from(before()))
                .query((row, n) -> row.getBoolean("kept") ? row.getObject("id", UUID.class) : null).list();
        for (var id : old)
            if (id != null)
                seals.destroy(system.scope(), id);
        if (!old.isEmpty())
            trail.add(system, Trace.of("staff.import.sweep"));
    }

    /** Everyone's scopes, for the sweep: no account is without one. */
    List<UUID> scopes(Actor system) {
        return transactions.outsideScopes(
                () -> db.sql("select distinct scope_id from access.account").query(UUID.class).list());
    }

    private Instant before() {
        return clock.instant().minus(KEPT);
    }

    private Waiting shown(Actor by, UUID id, String lock) {
        return db.sql("""
                select people, applied_at, added, changed, returned, left_count from access.staff_import
                where id = :id and made_by = :by and made_at >= :before""" + lock)
                .param("id", id).param("by", by.staff()).param("before", Timestamp.from(before()))
                .query((row, n) -> row.getTimestamp("applied_at") == null
                        ? new Stored(row.getBytes("people"), null)
                        : new Stored(null, new Outcome(List.of((UUID[]) row.getArray("added").getArray()),
                                row.getInt("changed"), row.getInt("returned"), row.getInt("left_count"))))
                .optional().map(stored -> opened(by, id, stored))
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such import of theirs"));
    }

    private record Stored(byte @Nullable [] sealed, @Nullable Outcome outcome) {
    }

    private Waiting opened(Actor by, UUID id, Stored stored) {
        var sealed = stored.sealed();
        var outcome = stored.outcome();
        if (sealed == null) {
            var added = outcome == null ? List.<UUID>of() : outcome.added();
            return new Waiting(null, Map.of(), staff.names(by, withoutPassword(by, added)), "", outcome);
        }
        var rows = List.of(JSON.readValue(seals.key(by.scope(), id).open(sealed, Columns.IMPORTED, id),
                StaffRow[].class));
        var plan = plan(by, rows);
        var names = new HashSet<UUID>();
        for (var step : plan.steps()) {
            if (step.was() != null && step.was().manager() instanceof UUID before)
                names.add(before);
            if (step.manager() != null && step.manager().staff() instanceof UUID after)
                names.add(after);
        }
        return new Waiting(plan, places(by), staff.names(by, names), stamp(id, plan), null);
    }

    private Set<UUID> withoutPassword(Actor by, List<UUID> ids) {
        return Set.copyOf(db.sql("""
                select staff_id from access.account
                where staff_id = any(:ids) and scope_id = :scope and password is null and closed_at is null""")
                .param("ids", ids.toArray(UUID[]::new)).param("scope", by.scope()).query(UUID.class).list());
    }

    private StaffPlan plan(Actor by, List<StaffRow> rows) {
        var everyone = staff.everyone(by);
        return StaffPlan.of(rows, everyone, workplaces.councils(by), workplaces.services(by),
                accounts.holders(by, rows.stream().map(StaffRow::mail).filter(m -> !m.isEmpty()).toList()));
    }

    /** Keyed, so that it tells nothing of whom it stands for. */
    private String stamp(UUID id, StaffPlan plan) {
        var all = new StringBuilder(id.toString());
        for (var step : plan.steps()) {
            all.append('\n').append(step.kind()).append(' ').append(step.row().line()).append(' ')
                    .append(step.council()).append(' ').append(step.service());
            if (step.manager() != null)
                all.append(' ').append(step.manager().staff()).append(' ')
                        .append(step.manager().row() == null ? 0 : step.manager().row().line());
            if (step.was() != null)
                all.append(' ').append(step.was().id()).append(' ').append(step.was().version());
        }
        plan.missing().forEach(p -> all.append('\n').append(p.id()).append(' ').append(p.version()));
        plan.faults().forEach(f -> all.append('\n').append(f.line()).append(' ').append(f.column()));
        return installation.tokenHex(Columns.IMPORTED, all.toString());
    }

    private static int count(StaffPlan plan, StaffPlan.Kind kind) {
        return (int) plan.steps().stream().filter(s -> s.kind() == kind).count();
    }

    private Map<UUID, String> places(Actor by) {
        var names = new HashMap<UUID, String>();
        workplaces.councils(by).forEach(place -> names.put(place.id(), place.name()));
        workplaces.services(by).forEach(place -> names.put(place.id(), place.name()));
        return Map.copyOf(names);
    }
}
