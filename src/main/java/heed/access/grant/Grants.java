package heed.access.grant;

import heed.access.Permission;
import heed.access.Role;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who holds which role, from when until when. A grant is never deleted: ending it sets its end. Everyone is
 * {@link Role#STAFF} without a grant. Every method joins the caller's transaction in {@code by.scope()}, or opens one.
 */
@Component
public class Grants {
    private static final String COLUMNS = "id, staff_id, role, valid_from, valid_until, granted_by, granted_at, ended_by, ended_at";

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Grants(JdbcClient db, Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The roles somebody holds now, {@link Role#STAFF} included; none once they have left or where they are not of this
     * scope. Not in the audit log: it is asked at every request to make the actor.
     */
    public Set<Role> rolesOf(Actor by, UUID staff) {
        return transactions.inScope(by.scope(), () -> {
            boolean here = db
                    .sql("select count(*) from access.staff where id = :staff and (left_at is null or left_at > :now)")
                    .param("staff", staff).param("now", now()).query(Integer.class).single() > 0;
            if (!here)
                return Set.of();
            var roles = EnumSet.of(Role.STAFF);
            db.sql("""
                    select distinct role from access.role_grant
                    where staff_id = :staff and valid_from <= :now and (valid_until is null or valid_until > :now)""")
                    .param("staff", staff).param("now", now()).query(String.class).list()
                    .forEach(role -> roles.add(Role.valueOf(role)));
            return Set.copyOf(roles);
        });
    }

    /**
     * Who holds a role now and has not left, ordered by id. For choosing whom a mail goes to and for counting, so not in
     * the audit log: nothing of a person is read.
     */
    public List<UUID> holders(Actor by, Role role) {
        return transactions.inScope(by.scope(), () -> db.sql("""
                select distinct g.staff_id from access.role_grant g
                join access.staff s on s.scope_id = g.scope_id and s.id = g.staff_id
                where g.role = :role and g.valid_from <= :now and (g.valid_until is null or g.valid_until > :now)
                  and (s.left_at is null or s.left_at > :now)
                order by g.staff_id""")
                .param("role", role.name()).param("now", now()).query(UUID.class).list());
    }

    /** Everything somebody was ever given, newest start first. */
    public List<Granted> of(Actor by, UUID staff) {
        return transactions.inScope(by.scope(), () -> {
            var found = db
                    .sql("select " + COLUMNS
                            + " from access.role_grant where staff_id = :staff order by valid_from desc, id")
                    .param("staff", staff).query(Grants::granted).list();
            trail.add(by, Trace.of("grant.view", staff));
            return found;
        });
    }

    /** Roles that this person may give to somebody: never to themselves, and only with each role's own permit. */
    public static List<Role> grantable(Actor by, UUID staff) {
        if (by.is(staff))
            return List.of();
        return EnumSet.complementOf(EnumSet.of(Role.STAFF)).stream().filter(role -> by.may(role.grantedWith()))
                .toList();
    }

    /**
     * Gives a role.
     *
     * @param from  from when it counts
     * @param until until when, not included; null for as long as nobody ends it
     * @return the grant's id
     * @throws Refused as not found without {@link Role#grantedWith} or where there is no such person; as not allowed now
     *                 to oneself, for {@link Role#STAFF}, to a leaver, for an end that is not after the start, or where
     *                 the person already holds the role at some moment of that time
     */
    public UUID grant(Actor by, UUID staff, Role role, Instant from, @Nullable Instant until) {
        return refusedInTrail(by, "grant.give", staff, role, () -> transactions.inScope(by.scope(), () -> {
            by.must(role.grantedWith());
            if (by.is(staff))
                throw Refusal.NOT_ALLOWED_NOW.because("a role to oneself");
            return write(by, staff, role, from, until);
        }));
    }

    /**
     * Gives a role from now on with nobody behind it: the first administrator and coordinator, and the invented people of
     * the demo. Only the system itself may; no request can, because no request carries such an actor.
     *
     * @throws Refused as not found for anyone else
     */
    public UUID grantAtStart(Actor system, UUID staff, Role role) {
        if (!system.equals(Actor.system(system.scope())))
            throw Refusal.NOT_FOUND.because("only the system grants at the start");
        return transactions.inScope(system.scope(), () -> write(system, staff, role, clock.instant(), null));
    }

    /**
     * Ends a role now; one that has not begun never counts.
     *
     * @throws Refused as not found without {@link Role#grantedWith} or where there is no such grant; as not allowed now
     *                 where it is over already, or where it is one's own and nobody else could give it back
     */
    public void end(Actor by, UUID grantId) {
        transactions.inScope(by.scope(), () -> {
            var granted = db.sql("select " + COLUMNS + " from access.role_grant where id = :id for update")
                    .param("id", grantId).query(Grants::granted).optional()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("no such grant"));
            refusedInTrail(by, "grant.end", granted.staff(), granted.role(), () -> {
                end(by, granted);
                return grantId;
            });
        });
    }

    /**
     * Ends whatever somebody who comes back still held when they left, so that nothing of it counts again.
     *
     * @throws Refused as not found without {@link Permission#MANAGE_ACCOUNTS}
     */
    public void endAfterAbsence(Actor by, UUID staff) {
        transactions.inScope(by.scope(), () -> {
            by.must(Permission.MANAGE_ACCOUNTS);
            db.sql("""
                    update access.role_grant set valid_until = greatest(valid_from, :now), ended_by = :by, ended_at = :now
                    where staff_id = :staff and valid_until is distinct from valid_from
                      and (valid_until is null or valid_until > :now)
                    returning role""")
                    .param("now", now()).param("by", by.staff()).param("staff", staff).query(String.class).list()
                    .forEach(role -> trail.add(by, Trace.of("grant.end", staff).fields("role").because(role)));
        });
    }

    private void end(Actor by, Granted granted) {
        by.must(granted.role().grantedWith());
        var now = clock.instant();
        if (!granted.notOver(now))
            throw Refusal.NOT_ALLOWED_NOW.because("over already");
        if (by.is(granted.staff()) && !someoneElseGives(by, granted.role()))
            throw Refusal.NOT_ALLOWED_NOW.because("one's own, and nobody else could give it back");
        db.sql("""
                update access.role_grant set valid_until = :until, ended_by = :by, ended_at = :now where id = :id""")
                .param("until", Timestamp.from(now.isBefore(granted.from()) ? granted.from() : now))
                .param("by", by.staff()).param("now", Timestamp.from(now)).param("id", granted.id()).update();
        trail.add(by, Trace.of("grant.end", granted.staff()).fields("role").because(granted.role().name()));
    }

    private boolean someoneElseGives(Actor by, Role role) {
        return Role.giving(role.grantedWith()).stream()
                .flatMap(giver -> holders(by, giver).stream())
                .anyMatch(holder -> !by.is(holder));
    }

    private UUID write(Actor by, UUID staff, Role role, Instant start, @Nullable Instant end) {
        // What the database would round, it could round up: a role would begin after the moment it was given.
        var from = start.truncatedTo(ChronoUnit.MICROS);
        var until = end == null ? null : end.truncatedTo(ChronoUnit.MICROS);
        if (role == Role.STAFF)
            throw Refusal.NOT_ALLOWED_NOW.because("everyone is staff without a grant");
        if (until != null && !until.isAfter(from))
            throw Refusal.NOT_ALLOWED_NOW.because("an end that is not after the start");
        // Locked, so that two grants of one role to one person at the same moment do not both find nothing.
        boolean left = db.sql("select left_at is not null from access.staff where id = :staff for update")
                .param("staff", staff).query(Boolean.class).optional()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such person"));
        if (left)
            throw Refusal.NOT_ALLOWED_NOW.because("a role to a leaver");
        boolean holds = db.sql("select " + COLUMNS + " from access.role_grant where staff_id = :staff and role = :role")
                .param("staff", staff).param("role", role.name()).query(Grants::granted).list().stream()
                .filter(g -> !Objects.equals(g.from(), g.until()))
                .anyMatch(g -> (until == null || g.from().isBefore(until))
                        && (g.until() == null || from.isBefore(g.until())));
        if (holds)
            throw Refusal.NOT_ALLOWED_NOW.because("holds it already");
        var id = UUID.randomUUID();
        db.sql("""
                insert into access.role_grant (scope_id, id, staff_id, role, valid_from, valid_until, granted_by, granted_at)
                values (:scope, :id, :staff, :role, :from, :until, :by, :now)""")
                .param("scope", by.scope()).param("id", id).param("staff", staff).param("role", role.name())
                .param("from", Timestamp.from(from)).param("until", until == null ? null : Timestamp.from(until))
                .param("by", by.staff()).param("now", now()).update();
        trail.add(by, Trace.of("grant.give", staff).fields("role", "valid_from", "valid_until").because(role.name()));
        return id;
    }

    private UUID refusedInTrail(Actor by, String act, UUID staff, Role role, Supplier<UUID> change) {
        try {
            return change.get();
        } catch (Refused refused) {
            trail.refused(by, Trace.of(act, staff).because(role.name()));
            throw refused;
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Granted granted(ResultSet row, int number) throws SQLException {
        return new Granted(row.getObject("id", UUID.class), row.getObject("staff_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("valid_from").toInstant(), instant(row.getTimestamp("valid_until")),
                row.getObject("granted_by", UUID.class), row.getTimestamp("granted_at").toInstant(),
                row.getObject("ended_by", UUID.class), instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }
}
