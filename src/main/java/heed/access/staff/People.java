package heed.access.staff;

import heed.access.Accounts;
import heed.access.OpenSession;
import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Granted;
import heed.access.grant.Grants;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the people pages do: each act whole, in one transaction. */
@Service
class People {
    static final int PAGE = 50;

    private final Staff staff;
    private final Grants grants;
    private final Accounts accounts;
    private final Workplaces workplaces;
    private final Outbox outbox;
    private final Transactions transactions;
    private final JdbcClient db;

    People(Staff staff, Grants grants, Accounts accounts, Workplaces workplaces, Outbox outbox,
            Transactions transactions,
            JdbcClient db) {
        this.staff = staff;
        this.grants = grants;
        this.accounts = accounts;
        this.workplaces = workplaces;
        this.outbox = outbox;
        this.transactions = transactions;
        this.db = db;
    }

    /**
     * A page of people.
     *
     * @param listed who is on it
     * @param places names of councils and services, by id
     * @param roles  what each holds now, besides being staff
     */
    record Page(Staff.Listed listed, Map<UUID, String> places, Map<UUID, Set<Role>> roles) {
    }

    /**
     * One person.
     *
     * @param member  who
     * @param places  names of councils and services, by id
     * @param names   names of their manager and of whoever gave or ended a role
     * @param granted everything they were given
     * @param account whether they have an account that is open
     * @param manages how many people here have them as their manager
     */
    record Whole(StaffMember member, Map<UUID, String> places, Map<UUID, String> names, List<Granted> granted,
            boolean account,
            int manages) {
    }

    /** People whose names fit what was typed, a page of them. */
    Page page(Actor by, String typed, @Nullable UUID after) {
        return transactions.inScope(by.scope(), () -> {
            mustSee(by);
            var listed = staff.listed(by, typed, after, PAGE);
            var roles = new HashMap<UUID, Set<Role>>();
            for (var member : listed.people())
                roles.put(member.id(), grants.rolesOf(by, member.id()));
            return new Page(listed, places(by), roles);
        });
    }

    /** One person with their roles. */
    Whole person(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> {
            mustSee(by);
            var member = staff.get(by, id);
            var granted = grants.of(by, id);
            var others = new ArrayList<@Nullable UUID>();
            others.add(member.manager());
            granted.forEach(g -> {
                others.add(g.grantedBy());
                others.add(g.endedBy());
            });
            var names = staff.names(by, others.stream().filter(Objects::nonNull).distinct().toList());
            int manages = db.sql("select count(*) from access.staff where manager_id = :id and left_at is null")
                    .param("id", id).query(Integer.class).single();
            return new Whole(member, places(by), names, granted, hasAccount(by, id), manages);
        });
    }

    /** People here whose name is exactly or nearly the one typed, for picking a manager. */
    List<StaffMember> named(Actor by, String typed) {
        return transactions.inScope(by.scope(), () -> {
            by.must(Permission.MANAGE_ACCOUNTS);
            return staff.listed(by, typed, null, 10).people();
        });
    }

    /**
     * Adds somebody with an account, or lets somebody who left be here again where the mail address is theirs; returns
     * their id and the secret of their invitation.
     */
    Invited add(Actor by, NewStaff newStaff) {
        return transactions.inScope(by.scope(), () -> {
            by.must(Permission.MANAGE_ACCOUNTS);
            var holder = accounts.holders(by, List.of(newStaff.mail())).get(newStaff.mail());
            var returner = holder == null || !holder.closed() ? null : holder.staff();
            var id = returner == null ? join(by, newStaff) : comeBack(by, returner, newStaff);
            return new Invited(id, newStaff.name(), accounts.invite(by, id));
        });
    }

    /** Adds somebody with an account, in the open transaction. */
    UUID join(Actor by, NewStaff newStaff) {
        var id = staff.add(by, newStaff);
        accounts.open(by, id, by.scope(), newStaff.mail(), false);
        return id;
    }

    /** Lets somebody be here again, with none of their old roles or secrets, in the open transaction. */
    UUID comeBack(Actor by, UUID id, NewStaff as) {
        staff.comeBack(by, id, as);
        grants.endAfterAbsence(by, id);
        if (accounts.holders(by, List.of(as.mail())).get(as.mail()) instanceof Accounts.Holder holder) {
            if (!holder.closed())
                accounts.close(by, id);
            accounts.reopen(by, id);
        } else
            accounts.open(by, id, by.scope(), as.mail(), false);
        return id;
    }

    /**
     * Somebody with a link to choose a password.
     *
     * @param staff  who
     * @param name   their name
     * @param secret the end of the link; shown once, kept nowhere
     */
    record Invited(UUID staff, String name, String secret) {
        /** Keeps both out of logs. */
        @Override
        public String toString() {
            return "Invited[" + staff + "]";
        }
    }

    /** Changes somebody's details. */
    void change(Actor by, UUID id, int seenVersion, NewStaff to) {
        staff.change(by, id, seenVersion, to);
    }

    /** Makes a new link to choose a password, and tells its owner by mail that this happened. */
    Invited invite(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> {
            mayReset(by, id);
            var name = staff.names(by, List.of(id)).getOrDefault(id, "");
            var secret = accounts.invite(by, id);
            outbox.add(by, id, AccountMail.SIGN_IN_RESET, null, false);
            return new Invited(id, name, secret);
        });
    }

    /** Forgets somebody's code app, and tells its owner by mail that this happened. */
    void resetCode(Actor by, UUID id) {
        transactions.inScope(by.scope(), () -> {
            mayReset(by, id);
            accounts.resetCode(by, id);
            outbox.add(by, id, AccountMail.SIGN_IN_RESET, null, false);
        });
    }

    /** Where somebody is signed in; nowhere where they have no account. */
    List<OpenSession> sessions(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> hasAccount(by, id) ? accounts.sessions(by, id) : List.of());
    }

    /** Signs somebody out everywhere, and tells them by mail. */
    void endSessions(Actor by, UUID id) {
        accounts.endSessions(by, id);
    }

    /** Marks a leaver: their roles stop counting and their account closes. */
    void leave(Actor by, UUID id) {
        transactions.inScope(by.scope(), () -> {
            staff.leave(by, id);
            if (hasAccount(by, id))
                accounts.close(by, id);
        });
    }

    /** Gives a role. */
    void give(Actor by, UUID id, Role role, Instant from, @Nullable Instant until) {
        grants.grant(by, id, role, from, until);
    }

    /** Ends a role. */
    void end(Actor by, UUID id, UUID grant) {
        transactions.inScope(by.scope(), () -> {
            if (grants.of(by, id).stream().noneMatch(g -> g.id().equals(grant)))
                throw Refusal.NOT_FOUND.because("no such grant of this person");
            grants.end(by, grant);
        });
    }

    /** Bodies of the scope. */
    List<Workplaces.Workplace> councils(Actor by) {
        return workplaces.councils(by);
    }

    /** Services of the scope. */
    List<Workplaces.Workplace> services(Actor by) {
        return workplaces.services(by);
    }

    /**
     * Requires that this person may open the people pages.
     *
     * @throws Refused as not found otherwise
     */
    static void mustSee(Actor by) {
        if (!by.may(Permission.GRANT_READERS))
            by.must(Permission.MANAGE_ACCOUNTS);
    }

    private void mayReset(Actor by, UUID id) {
        by.must(Permission.MANAGE_ACCOUNTS);
        staff.get(by, id);
        if (by.is(id))
            throw Refusal.NOT_ALLOWED_NOW.because("one's own sign-in");
        if (!hasAccount(by, id))
            throw Refusal.NOT_ALLOWED_NOW.because("no open account");
    }

    private boolean hasAccount(Actor by, UUID id) {
        return db.sql(
                "select count(*) from access.account where staff_id = :id and scope_id = :scope and closed_at is null")
                .param("id", id).param("scope", by.scope()).query(Integer.class).single() > 0;
    }

    private Map<UUID, String> places(Actor by) {
        var names = new HashMap<UUID, String>();
        workplaces.councils(by).forEach(place -> names.put(place.id(), place.name()));
        workplaces.services(by).forEach(place -> names.put(place.id(), place.name()));
        return Map.copyOf(names);
    }
}
