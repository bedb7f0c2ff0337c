package heed.access.staff;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.names.NameFinder;
import heed.platform.names.NameMatch;
import heed.platform.names.PersonName;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import heed.platform.seal.SearchTokens;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everyone who works for a body of a recording scope. Names, addresses and posts are encrypted under the scope's key.
 * Every method joins the caller's transaction in {@code by.scope()}, or opens one; every reading of a name is in the
 * audit log.
 */
@Component
public class Staff {
    private static final String COLUMNS = "id, council_id, service_id, manager_id, name, mail, post, joined_at, left_at, version";
    private static final Comparator<StaffMember> BY_NAME = Comparator
            .comparing(StaffMember::name, String.CASE_INSENSITIVE_ORDER).thenComparing(StaffMember::id);
    private static final Comparator<StaffMatch> LIKELIEST = Comparator.comparing(StaffMatch::strength)
            .thenComparing(StaffMatch::staff);

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Seals seals;
    private final SearchTokens tokens;
    private final ScopeNames scopeNames;
    private final Clock clock;

    Staff(JdbcClient db, Transactions transactions, Trail trail, Seals seals, SearchTokens tokens, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.seals = seals;
        this.tokens = tokens;
        this.scopeNames = new ScopeNames(db, seals);
        this.clock = clock;
    }

    /**
     * Adds somebody.
     *
     * @return their id
     * @throws Refused as not found without {@link Permission#MANAGE_ACCOUNTS} (the system itself needs none) or where the
     *                 manager is not of this scope
     */
    public UUID add(Actor by, NewStaff newStaff) {
        return transactions.inScope(by.scope(), () -> {
            if (!by.equals(Actor.system(by.scope())))
                by.must(Permission.MANAGE_ACCOUNTS);
            var manager = newStaff.manager();
            if (manager != null)
                mustBeHere(manager);
            var id = UUID.randomUUID();
            var key = seals.scopeKey(by.scope());
            db.sql("""
                    insert into access.staff (scope_id, id, council_id, service_id, manager_id, name, mail, post, name_tokens, joined_at)
                    values (:scope, :id, :council, :service, :manager, :name, :mail, :post, :tokens, :now)""")
                    .param("scope", by.scope()).param("id", id).param("council", newStaff.council())
                    .param("service", newStaff.service()).param("manager", manager)
                    .param("name", key.seal(newStaff.name(), Columns.NAME, id))
                    .param("mail", key.seal(newStaff.mail(), Columns.MAIL, id))
                    .param("post", key.seal(newStaff.post(), Columns.POST, id))
                    .param("tokens", boxed(tokens.names(by.scope(), newStaff.name()))).param("now", now())
                    .update();
            trail.add(by, Trace.of("staff.add", id).fields("council", "service", "manager", "name", "mail", "post"));
            return id;
        });
    }

    /**
     * One person, here or left.
     *
     * @throws Refused as not found where there is no such person in the scope
     */
    public StaffMember get(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> {
            var found = db.sql("select " + COLUMNS + " from access.staff where id = :id").param("id", id)
                    .query(opening(by)).optional().orElseThrow(() -> Refusal.NOT_FOUND.because("no such person"));
            trail.add(by, Trace.of("staff.view", id).fields("name", "mail", "post"));
            return found;
        });
    }

    /** Names of people, here or left, by id. Ids that are not of the scope are left out. */
    public Map<UUID, String> names(Actor by, Collection<UUID> ids) {
        if (ids.isEmpty())
            return Map.of();
        return transactions.inScope(by.scope(), () -> {
            var key = seals.scopeKey(by.scope());
            var names = new HashMap<UUID, String>();
            db.sql("select id, name from access.staff where id = any(:ids)")
                    .param("ids", Set.copyOf(ids).toArray(UUID[]::new)).query(row -> {
                        var id = row.getObject("id", UUID.class);
                        names.put(id, key.open(row.getBytes("name"), Columns.NAME, id));
                    });
            trail.add(by, Trace.list("staff.names", List.copyOf(names.keySet())).fields("name"));
            return Map.copyOf(names);
        });
    }

    /**
     * Changes somebody's name, post and place. Their address for mail stays: it is how they sign in.
     *
     * @param seenVersion the version the change was made from
     * @throws Refused as not found without {@link Permission#MANAGE_ACCOUNTS}, where there is no such person or the manager
     *                 is not of this scope; as not allowed now where somebody would manage themselves; as moved on where
     *                 somebody changed the person since
     */
    public void change(Actor by, UUID staff, int seenVersion, NewStaff to) {
        transactions.inScope(by.scope(), () -> {
            by.must(Permission.MANAGE_ACCOUNTS);
            mustBeHere(staff);
            var manager = to.manager();
            if (manager != null)
                mustBeHere(manager);
            if (staff.equals(manager))
                throw Refusal.NOT_ALLOWED_NOW.because("one's own manager");
            var key = seals.scopeKey(by.scope());
            int changed = db.sql("""
                    update access.staff set council_id = :council, service_id = :service, manager_id = :manager, name = :name,
                      post = :post, name_tokens = :tokens, version = version + 1
                    where id = :staff and version = :seen""")
                    .param("council", to.council()).param("service", to.service()).param("manager", manager)
                    .param("name", key.seal(to.name(), Columns.NAME, staff))
                    .param("post", key.seal(to.post(), Columns.POST, staff))
                    .param("tokens", boxed(tokens.names(by.scope(), to.name())))
                    .param("staff", staff).param("seen", seenVersion).update();
            if (changed == 0)
                throw Refusal.MOVED_ON.because("the person changed");
            trail.add(by, Trace.of("staff.change", staff).fields("council", "service", "manager", "name", "post"));
        });
    }

    /**
     * A page of those who have not left, by name, for the people pages.
     *
     * @param typed part of a name; empty for everyone
     * @param after the last person of the page before; null for the first page
     * @param most  how many at most
     */
    Listed listed(Actor by, String typed, @Nullable UUID after, int most) {
        return transactions.inScope(by.scope(), () -> {
            var names = scopeNames.of(by.scope()).names();
            var wanted = words(typed);
            var matching = names.entrySet().stream()
                    .filter(person -> wanted.isEmpty() || startsWords(words(person.getValue()), wanted)
                            || NameMatch.compare(typed, person.getValue()).isPresent())
                    .sorted(Map.Entry.<UUID, String>comparingByValue(String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey).toList();
            int from = after == null ? 0 : matching.indexOf(after) + 1;
            var ids = matching.subList(from, Math.min(from + most, matching.size()));
            var rows = new HashMap<UUID, StaffMember>();
            db.sql("select " + COLUMNS + " from access.staff where id = any(:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(opening(by)).list().forEach(row -> rows.put(row.id(), row));
            var people = ids.stream().map(rows::get).filter(Objects::nonNull).toList();
            trail.add(by, Trace.list(wanted.isEmpty() ? "staff.list" : "staff.search", ids).fields("name", "post"));
            return new Listed(people, matching.size(), from + ids.size() < matching.size());
        });
    }

    /**
     * A page of people.
     *
     * @param people those on it
     * @param all    how many there are on all pages
     * @param more   whether a page follows
     */
    record Listed(List<StaffMember> people, int all, boolean more) {
    }

    private static List<String> words(String name) {
        return Arrays.stream(Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private static boolean startsWords(List<String> name, List<String> wanted) {
        return wanted.stream().allMatch(part -> name.stream().anyMatch(word -> word.startsWith(part)));
    }

    /** Everyone who has not left, by name. */
    public List<StaffMember> all(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var found = db.sql("select " + COLUMNS + " from access.staff where left_at is null or left_at > :now")
                    .param("now", now()).query(opening(by)).list().stream().sorted(BY_NAME).toList();
            trail.add(by, Trace.list("staff.list", found.stream().map(StaffMember::id).toList()).fields("name", "mail",
                    "post"));
            return found;
        });
    }

    /**
     * Somebody's line: their manager and those they manage, here or left. Ids only, so not in the audit log.
     *
     * @return empty where there is no such person
     */
    public Set<UUID> line(Actor by, UUID staff) {
        return transactions.inScope(by.scope(), () -> Set.copyOf(db.sql("""
                select manager_id from access.staff where id = :staff and manager_id is not null
                union
                select id from access.staff where manager_id = :staff""")
                .param("staff", staff).query(UUID.class).list()));
    }

    /**
     * Who works here under a name like the one typed, likeliest first. Asked while a concern is being sent: the answer
     * steers where it goes and is not shown to whoever typed, so the audit log says that names were compared and not
     * whom they resembled; otherwise "who looked at me" would tell somebody that they were named.
     *
     * @param typedName one name as typed
     */
    public List<StaffMatch> matching(Actor by, String typedName) {
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("staff.match"));
            long[] wanted = tokens.names(by.scope(), typedName);
            if (wanted.length == 0)
                return List.of();
            var typed = PersonName.of(typedName);
            var names = scopeNames.of(by.scope()).read();
            // Joined back to the protected table, so that a defect in the function still shows nothing of another scope.
            return db.sql("""
                    select s.id from access.staff s
                    where s.id = any(array(select access.staff_named(:scope, :tokens)))
                      and (s.left_at is null or s.left_at > :now)""")
                    .param("scope", by.scope()).param("tokens", boxed(wanted)).param("now", now())
                    .query((row, n) -> row.getObject("id", UUID.class)).list().stream()
                    .flatMap(id -> Optional.ofNullable(names.of(id))
                            .flatMap(name -> NameMatch.compare(typed, name)).map(reason -> new StaffMatch(id, reason))
                            .stream())
                    .sorted(LIKELIEST).toList();
        });
    }

    /**
     * Who of those who work here is named in a text, likeliest first; as {@link #matching} otherwise.
     *
     * @param narrative free text
     */
    public List<StaffMatch> namedIn(Actor by, String narrative) {
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("staff.match"));
            return NameFinder.fullNamesIn(narrative, scopeNames.of(by.scope()).read()).stream()
                    .map(found -> new StaffMatch(found.who(), found.reason())).sorted(LIKELIEST).toList();
        });
    }

    /**
     * Marks somebody as having left, from now. Their roles stop counting at once; closing their account is
     * {@code Accounts.close}.
     *
     * @throws Refused as not found without {@link Permission#MANAGE_ACCOUNTS} or where there is no such person; as not
     *                 allowed now for oneself or where they have left already
     */
    public void leave(Actor by, UUID staff) {
        transactions.inScope(by.scope(), () -> {
            by.must(Permission.MANAGE_ACCOUNTS);
            mustBeHere(staff);
            if (by.is(staff))
                throw Refusal.NOT_ALLOWED_NOW.because("oneself as a leaver");
            int changed = db.sql(
                    "update access.staff set left_at = :now, version = version + 1 where id = :staff and left_at is null")
                    .param("now", now()).param("staff", staff).update();
            if (changed == 0)
                throw Refusal.NOT_ALLOWED_NOW.because("left already");
            trail.add(by, Trace.of("staff.leave", staff).fields("left_at"));
        });
    }

    /**
     * Lets somebody who left be here again, under these details; their address for mail stays. The roles they held are
     * for {@code Grants.endAfterAbsence}, their account for {@code Accounts.reopen}.
     *
     * @throws Refused as not found without {@link Permission#MANAGE_ACCOUNTS}, where there is no such person or the manager
     *                 is not of this scope; as not allowed now where they have not left
     */
    public void comeBack(Actor by, UUID staff, NewStaff as) {
        transactions.inScope(by.scope(), () -> {
            by.must(Permission.MANAGE_ACCOUNTS);
            mustBeHere(staff);
            int version = db.sql("""
                    update access.staff set left_at = null, version = version + 1 where id = :staff and left_at is not null
                    returning version""").param("staff", staff).query(Integer.class).optional()
                    .orElseThrow(() -> Refusal.NOT_ALLOWED_NOW.because("here already"));
            trail.add(by, Trace.of("staff.return", staff).fields("left_at"));
            change(by, staff, version, as);
        });
    }

    /** Somebody's work mobile number; empty where they have none or have left. */
    public Optional<String> mobile(Actor by, UUID staff) {
        return transactions.inScope(by.scope(), () -> {
            var found = db.sql("""
                    select mobile from access.staff
                    where id = :staff and mobile is not null and (left_at is null or left_at > :now)""")
                    .param("staff", staff).param("now", now())
                    .query((row, n) -> seals.scopeKey(by.scope()).open(row.getBytes("mobile"), Columns.MOBILE, staff))
                    .optional();
            trail.add(by, Trace.of("staff.view", staff).fields("mobile"));
            return found;
        });
    }

    /**
     * Sets somebody's work mobile number; one's own, or with {@link Permission#MANAGE_ACCOUNTS} anybody's.
     *
     * @param number as {@link Mobile#tidy} writes it; empty to take it away
     * @throws Refused as not found for somebody else's without the permit, or where there is no such person
     */
    public void setMobile(Actor by, UUID staff, String number) {
        transactions.inScope(by.scope(), () -> {
            if (!by.is(staff) && !by.equals(Actor.system(by.scope())))
                by.must(Permission.MANAGE_ACCOUNTS);
            mustBeHere(staff);
            db.sql("update access.staff set mobile = :mobile where id = :staff")
                    .param("mobile",
                            number.isEmpty()
                                    ? null
                                    : seals.scopeKey(by.scope()).seal(number, Columns.MOBILE, staff),
                            java.sql.Types.BINARY)
                    .param("staff", staff).update();
            trail.add(by, Trace.of("staff.change", staff).fields("mobile"));
        });
    }

    /** Everyone there is a record of, here or left, for comparing with a list from elsewhere. */
    List<StaffMember> everyone(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            by.must(Permission.MANAGE_ACCOUNTS);
            var found = db.sql("select " + COLUMNS + " from access.staff").query(opening(by)).list().stream()
                    .sorted(BY_NAME).toList();
            trail.add(by, Trace.list("staff.list", found.stream().map(StaffMember::id).toList()).fields("name", "mail",
                    "post"));
            return found;
        });
    }

    private void mustBeHere(UUID staff) {
        if (db.sql("select count(*) from access.staff where id = :id").param("id", staff).query(Integer.class)
                .single() == 0)
            throw Refusal.NOT_FOUND.because("no such person");
    }

    private RowMapper<StaffMember> opening(Actor by) {
        var key = seals.scopeKey(by.scope());
        return (row, n) -> opened(row, key);
    }

    private static StaffMember opened(ResultSet row, RecordKey key) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var left = row.getTimestamp("left_at");
        return new StaffMember(id, row.getObject("council_id", UUID.class), row.getObject("service_id", UUID.class),
                row.getObject("manager_id", UUID.class), key.open(row.getBytes("name"), Columns.NAME, id),
                key.open(row.getBytes("mail"), Columns.MAIL, id), key.open(row.getBytes("post"), Columns.POST, id),
                row.getTimestamp("joined_at").toInstant(), left == null ? null : left.toInstant(),
                row.getInt("version"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Long[] boxed(long[] tokens) {
        return Arrays.stream(tokens).boxed().toArray(Long[]::new);
    }
}
