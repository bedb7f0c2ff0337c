package heed.assurance.cycle;

import heed.access.Permission;
import heed.assurance.framework.Edition;
import heed.assurance.framework.Frameworks;
import heed.directory.organisation.Organisations;
import heed.directory.organisation.RecordingScope;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cycles as the board runs them: planned, opened, moved on; whom it invites, and where they are. */
@Component
public class Cycles {
    private static final String NOTE = "assurance.cycle_move.note";

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Seals seals;
    private final Frameworks frameworks;
    private final Organisations organisations;
    private final Clock clock;

    Cycles(JdbcClient db, Transactions transactions, Trail trail, Seals seals, Frameworks frameworks,
            Organisations organisations, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.seals = seals;
        this.frameworks = frameworks;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** A move that was made. {@code note} is null where it had none. */
    record Made(CycleMove move, UUID by, Instant at, @Nullable String note) {
    }

    /**
     * Somebody invited, and where they are.
     *
     * @param id         the invitation's
     * @param scope      whose
     * @param name       of the scope
     * @param accepted   when they took part; null where they have not yet
     * @param state      where the return stands, a code
     * @param since      since when
     * @param items      how many items the return has
     * @param done       how many are done
     * @param handedIn   whether it is with the board
     * @param remindedAt when the board last asked for news; null where it did not
     */
    public record Standing(UUID id, UUID scope, String name, String profile, @Nullable Instant accepted, String state,
            @Nullable Instant since, int items, int done, boolean handedIn, @Nullable Instant remindedAt) {
    }

    /** A cycle with all about it. */
    record Whole(Cycle cycle, Edition edition, List<Standing> invited, List<Made> moves) {
    }

    /** Every cycle, the latest first. */
    List<Cycle> all(Actor by) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> read(by, null));
    }

    /**
     * One cycle with whom it invited.
     *
     * @throws heed.platform.Refused as not found where there is none
     */
    Whole get(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> {
            var cycle = cycle(by, id);
            var invited = standings(by, id);
            trail.add(by, Trace.list("cycle.view", id, invited.stream().map(Standing::id).toList()));
            return new Whole(cycle, frameworks.edition(by, cycle.edition()), invited, moves(by, id));
        });
    }

    /** One cycle, not shown but worked on. */
    Cycle cycle(Actor by, UUID id) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> read(by, id).stream().findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such cycle")));
    }

    /**
     * One cycle, in a transaction of the board's scope. Whether somebody may know of it is for the caller to have asked.
     *
     * @throws heed.platform.Refused as not found
     */
    public Cycle known(Actor board, UUID id) {
        return read(board, id).stream().findFirst().orElseThrow(() -> Refusal.NOT_FOUND.because("no such cycle"));
    }

    /** Who was invited and where they are, by name; as for {@link #known}. */
    public List<Standing> standing(Actor board, UUID id) {
        return standings(board, id);
    }

    private List<Cycle> read(Actor by, @Nullable UUID id) {
        return db.sql("""
                select c.*, f.title, f.year from assurance.cycle c
                join assurance.framework f on f.scope_id = c.scope_id and f.id = c.edition_id
                where c.scope_id = :scope and (:id::uuid is null or c.id = :id::uuid)
                order by c.opens_on desc, c.id""")
                .param("scope", by.scope()).param("id", id).query((row, n) -> cycle(row)).list();
    }

    private static Cycle cycle(ResultSet row) throws SQLException {
        return new Cycle(row.getObject("id", UUID.class), row.getObject("edition_id", UUID.class),
                row.getString("title") + " " + row.getInt("year"), CycleState.valueOf(row.getString("state")),
                new Cycle.Dates(day(row, "window_from"), day(row, "window_until"), day(row, "opens_on"),
                        day(row, "returns_by"), dayOrNull(row, "peer_by"), dayOrNull(row, "moderation_on"),
                        dayOrNull(row, "publish_by")),
                row.getInt("version"));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getDate(column).toLocalDate();
    }

    private static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        var day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private List<Made> moves(Actor by, UUID cycle) {
        var key = seals.key(by.scope(), cycle);
        return db.sql("""
                select id, move, moved_by, moved_at, note from assurance.cycle_move
                where scope_id = :scope and cycle_id = :cycle order by led_to""")
                .param("scope", by.scope()).param("cycle", cycle)
                .query((row, n) -> {
                    var note = row.getBytes("note");
                    return new Made(CycleMove.valueOf(row.getString("move")), row.getObject("moved_by", UUID.class),
                            row.getTimestamp("moved_at").toInstant(),
                            note == null ? null : key.open(note, NOTE, row.getObject("id", UUID.class)));
                }).list();
    }

    private List<Standing> standings(Actor by, UUID cycle) {
        var names = organisations.scopes().stream().collect(Collectors.toMap(RecordingScope::id, RecordingScope::name));
        return db.sql("""
                select i.id, i.invited_scope, i.profile, i.reminded_at, s.accepted_at, s.return_state, s.return_state_at,
                  coalesce(s.items, 0) items, coalesce(s.items_done, 0) items_done, coalesce(s.handed_in, false) handed_in
                from assurance.invitation i
                left join assurance.standing_of(:scope, :cycle) s on s.invitation_id = i.id
                where i.scope_id = :scope and i.cycle_id = :cycle and i.withdrawn_at is null""")
                .param("scope", by.scope()).param("cycle", cycle).query((row, n) -> {
                    var scope = row.getObject("invited_scope", UUID.class);
                    var state = row.getString("return_state");
                    return new Standing(row.getObject("id", UUID.class), scope,
                            names.getOrDefault(scope, "An organisation that has left"), row.getString("profile"),
                            moment(row, "accepted_at"), state == null ? "" : state, moment(row, "return_state_at"),
                            row.getInt("items"), row.getInt("items_done"), row.getBoolean("handed_in"),
                            moment(row, "reminded_at"));
                }).list().stream().sorted(java.util.Comparator.comparing(Standing::name)).toList();
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /**
     * Plans a cycle.
     *
     * @param edition a published edition of this scope's own
     * @return its id
     * @throws heed.platform.Refused as not found where there is no such edition
     */
    public UUID plan(Actor by, UUID edition, Cycle.Dates dates) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> {
            if (!frameworks.get(by, frameworks.edition(by, edition).id()).ours())
                throw Refusal.NOT_FOUND.because("an edition of another board");
            var id = UUID.randomUUID();
            seals.newKey(by.scope(), id);
            dated(db.sql("""
                    insert into assurance.cycle (scope_id, id, edition_id, state, window_from, window_until, opens_on,
                      returns_by, peer_by, moderation_on, publish_by, version, made_by, made_at)
                    values (:scope, :id, :edition, 'PLANNED', :window_from, :window_until, :opens, :returns, :peer,
                      :moderation, :publish, 0, :by, :now)"""), dates)
                    .param("scope", by.scope()).param("id", id).param("edition", edition).param("by", by.staff())
                    .param("now", Timestamp.from(clock.instant())).update();
            wrote(by, id, CycleMove.PLAN, 0, "");
            trail.add(by, Trace.of("cycle.plan", id).fields("edition", "dates"));
            return id;
        });
    }

    private static JdbcClient.StatementSpec dated(JdbcClient.StatementSpec sql, Cycle.Dates dates) {
        return sql.param("window_from", Date.valueOf(dates.windowFrom()))
                .param("window_until", Date.valueOf(dates.windowUntil())).param("opens", Date.valueOf(dates.opensOn()))
                .param("returns", Date.valueOf(dates.returnsBy())).param("peer", date(dates.peerBy()))
                .param("moderation", date(dates.moderationOn())).param("publish", date(dates.publishBy()));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    /**
     * Changes a cycle's dates.
     *
     * @param seen the version that was read
     * @throws heed.platform.Refused as moved on where somebody changed it meanwhile; as not allowed now once returns are
     *                               closed, and for the evidence's days once somebody took part: their return holds to
     *                               the days that they read
     */
    void changeDates(Actor by, UUID id, Cycle.Dates dates, int seen) {
        by.must(Permission.RUN_CYCLES);
        transactions.inScope(by.scope(), () -> {
            var was = cycle(by, id);
            if (!was.state().datesMayChange())
                throw Refusal.NOT_ALLOWED_NOW.because("returns are closed");
            boolean window = !was.dates().windowFrom().equals(dates.windowFrom())
                    || !was.dates().windowUntil().equals(dates.windowUntil());
            if (was.version() == seen && window && standings(by, id).stream().anyMatch(s -> s.accepted() != null))
                throw Refusal.NOT_ALLOWED_NOW.because("somebody began with these days of evidence");
            if (dated(db.sql("""
                    update assurance.cycle set window_from = :window_from, window_until = :window_until,
                      opens_on = :opens, returns_by = :returns, peer_by = :peer, moderation_on = :moderation,
                      publish_by = :publish, version = version + 1
                    where scope_id = :scope and id = :id and version = :seen"""), dates)
                    .param("scope", by.scope()).param("id", id).param("seen", seen).update() == 0)
                throw Refusal.MOVED_ON.because("the cycle changed");
            trail.add(by, Trace.of("cycle.dates", id).fields("dates"));
        });
    }

    /**
     * Moves a cycle on.
     *
     * @param note what the move needs said; empty for none
     * @param seen the version that was read
     * @throws heed.platform.Refused as moved on where somebody changed it meanwhile; as not allowed now where the move
     *                               does not start there, has no note and needs one, or nobody is invited yet
     */
    public void move(Actor by, UUID id, CycleMove move, String note, int seen) {
        by.must(Permission.RUN_CYCLES);
        transactions.inScope(by.scope(), () -> {
            var was = cycle(by, id);
            if (was.version() != seen)
                throw Refusal.MOVED_ON.because("the cycle changed");
            if (move.from() != was.state())
                throw Refusal.NOT_ALLOWED_NOW.because("the move does not start there");
            if (move.note() && note.isBlank())
                throw Refusal.NOT_ALLOWED_NOW.because("a move without its note");
            if (move == CycleMove.OPEN_IT && standings(by, id).isEmpty())
                throw Refusal.NOT_ALLOWED_NOW.because("nobody is invited");
            if (db.sql("""
                    update assurance.cycle set state = :to, version = version + 1
                    where scope_id = :scope and id = :id and version = :seen""")
                    .param("to", move.to().name()).param("scope", by.scope()).param("id", id).param("seen", seen)
                    .update() == 0)
                throw Refusal.MOVED_ON.because("the cycle changed");
            wrote(by, id, move, seen + 1, note);
            trail.add(by, Trace.of("cycle.move", id).because(move.name()));
        });
    }

    private void wrote(Actor by, UUID cycle, CycleMove move, int ledTo, String note) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into assurance.cycle_move (scope_id, id, cycle_id, move, moved_by, moved_at, led_to, note)
                values (:scope, :id, :cycle, :move, :by, :now, :led_to, :note)""")
                .param("scope", by.scope()).param("id", id).param("cycle", cycle).param("move", move.name())
                .param("led_to", ledTo).param("by", by.staff()).param("now", Timestamp.from(clock.instant()))
                .param("note", note.isBlank()
                        ? null
                        : seals.key(by.scope(), cycle).seal(note.strip(), NOTE, id))
                .update();
    }

    /** Who can be invited to a cycle: every organisation of this installation that is not yet, this one among them. */
    List<RecordingScope> possible(Actor by, UUID cycle) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> {
            cycle(by, cycle);
            var there = standings(by, cycle).stream().map(Standing::scope)
                    .collect(Collectors.toCollection(HashSet::new));
            return organisations.scopes().stream().filter(s -> !there.contains(s.id()))
                    .sorted(java.util.Comparator.comparing(RecordingScope::name)).toList();
        });
    }

    /**
     * Invites organisations to answer a profile. Whoever is invited already stays as they are.
     *
     * @throws heed.platform.Refused as not found where the edition has no such profile, or an organisation is not there;
     *                               as not allowed now once returns are closed
     */
    public void invite(Actor by, UUID cycleId, List<UUID> scopes, String profile) {
        by.must(Permission.RUN_CYCLES);
        transactions.inScope(by.scope(), () -> {
            var cycle = cycle(by, cycleId);
            if (!cycle.state().datesMayChange())
                throw Refusal.NOT_ALLOWED_NOW.because("returns are closed");
            if (!frameworks.edition(by, cycle.edition()).profileCodes().contains(profile))
                throw Refusal.NOT_FOUND.because("no such profile");
            var possible = possible(by, cycleId).stream().map(RecordingScope::id).toList();
            for (var scope : scopes) {
                if (!possible.contains(scope))
                    throw Refusal.NOT_FOUND.because("nobody to invite");
                var id = UUID.randomUUID();
                db.sql("""
                        insert into assurance.invitation (scope_id, id, cycle_id, invited_scope, profile, invited_by,
                          invited_at) values (:scope, :id, :cycle, :invited, :profile, :by, :now) on conflict do nothing""")
                        .param("scope", by.scope()).param("id", id).param("cycle", cycleId).param("invited", scope)
                        .param("profile", profile).param("by", by.staff())
                        .param("now", Timestamp.from(clock.instant())).update();
                trail.add(by, Trace.of("cycle.invite", id).fields("profile"));
            }
        });
    }

    /**
     * Takes an invitation back.
     *
     * @throws heed.platform.Refused as not found where there is none; as not allowed now where they took part already
     */
    void withdraw(Actor by, UUID cycle, UUID invitation) {
        by.must(Permission.RUN_CYCLES);
        transactions.inScope(by.scope(), () -> {
            var standing = standing(by, cycle, invitation);
            if (standing.accepted() != null)
                throw Refusal.NOT_ALLOWED_NOW.because("they have begun");
            db.sql("update assurance.invitation set withdrawn_at = :now where scope_id = :scope and id = :id")
                    .param("now", Timestamp.from(clock.instant())).param("scope", by.scope()).param("id", invitation)
                    .update();
            trail.add(by, Trace.of("cycle.uninvite", invitation));
        });
    }

    /**
     * Whom a reminder reached.
     *
     * @param asked how many are asked by it; their own coordinators get the mail
     * @param last  when those who have not handed in were last asked; null where all have
     */
    record Reminded(int asked, @Nullable Instant last) {
    }

    /** Asks everybody for news who has not handed a return in, and was not asked on this day before. */
    Reminded remind(Actor by, UUID cycleId) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> {
            if (cycle(by, cycleId).state() != CycleState.OPEN)
                throw Refusal.NOT_ALLOWED_NOW.because("the cycle is not open");
            var now = clock.instant();
            var today = now.atZone(LondonTime.ZONE).toLocalDate().atStartOfDay(LondonTime.ZONE).toInstant();
            var late = standings(by, cycleId).stream().filter(s -> !s.handedIn()).map(Standing::id).toList();
            // In one statement: of two who press at once, one asks.
            var asked = late.isEmpty()
                    ? List.<UUID>of()
                    : db.sql("""
                            update assurance.invitation set reminded_at = :now
                            where scope_id = :scope and id in (:ids) and (reminded_at is null or reminded_at < :today)
                            returning id""")
                            .param("now", Timestamp.from(now)).param("scope", by.scope()).param("ids", late)
                            .param("today", Timestamp.from(today))
                            .query((row, n) -> row.getObject("id", UUID.class)).list();
            trail.add(by, Trace.list("cycle.remind", cycleId, asked));
            var last = standings(by, cycleId).stream().filter(s -> !s.handedIn()).map(Standing::remindedAt)
                    .filter(Objects::nonNull).max(Comparator.naturalOrder());
            return new Reminded(asked.size(), last.orElse(null));
        });
    }

    private Standing standing(Actor by, UUID cycle, UUID invitation) {
        return standings(by, cycle).stream().filter(s -> s.id().equals(invitation)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such invitation"));
    }
}
