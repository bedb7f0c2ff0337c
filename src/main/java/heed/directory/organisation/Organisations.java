package heed.directory.organisation;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recording scopes, the councils, companies and providers in them, and their services. Every method joins the caller's
 * transaction in {@code by.scope()}, or opens one. None of this is about a person, so reading it is not in the audit log;
 * every change is.
 */
@Component
public class Organisations {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,39}");

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Seals seals;
    private final Clock clock;

    Organisations(JdbcClient db, Transactions transactions, Trail trail, Seals seals, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Opens a recording scope and makes its keys.
     *
     * @param system the system itself, acting in the new scope: {@code Actor.system(UUID.randomUUID())}
     * @throws Refused as not found for anyone else
     */
    public RecordingScope openScope(Actor system, String name) {
        mustBeSystem(system);
        return transactions.inScope(system.scope(), () -> {
            db.sql("insert into directory.recording_scope (scope_id, name, created_at) values (:scope, :name, :now)")
                    .param("scope", system.scope()).param("name", name.strip())
                    .param("now", Timestamp.from(clock.instant())).update();
            seals.openScope(system.scope());
            trail.add(system, Trace.of("scope.open", system.scope()).fields("name"));
            return new RecordingScope(system.scope(), name.strip());
        });
    }

    /** All recording scopes of the installation, oldest first: a job's rounds, and whether set-up was done. */
    public List<RecordingScope> scopes() {
        return db.sql("select scope_id, name from directory.recording_scope order by created_at, scope_id")
                .query((row, n) -> new RecordingScope(row.getObject("scope_id", UUID.class), row.getString("name")))
                .list();
    }

    /**
     * Adds a body to the scope.
     *
     * @return its id
     * @throws Refused as not found without {@link Permission#EDIT_SETTINGS} (the system itself needs none)
     */
    public UUID addCouncil(Actor by, String name, Council.Kind kind) {
        return transactions.inScope(by.scope(), () -> {
            mustEdit(by);
            var id = UUID.randomUUID();
            db.sql("insert into directory.council (scope_id, id, name, kind) values (:scope, :id, :name, :kind)")
                    .param("scope", by.scope()).param("id", id).param("name", name.strip()).param("kind", kind.name())
                    .update();
            trail.add(by, Trace.of("council.add", id).fields("name", "kind"));
            return id;
        });
    }

    /**
     * One body.
     *
     * @throws Refused as not found where there is none
     */
    public Council council(Actor by, UUID id) {
        return councils(by).stream().filter(c -> c.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such council"));
    }

    /** All bodies of the scope: councils first, then companies, then providers, each by name. */
    public List<Council> councils(Actor by) {
        return transactions.inScope(by.scope(), () -> db.sql("""
                select id, name, kind from directory.council
                order by array_position(array['COUNCIL', 'COMPANY', 'PROVIDER'], kind), name, id""")
                .query((row, n) -> new Council(row.getObject("id", UUID.class), row.getString("name"),
                        Council.Kind.valueOf(row.getString("kind"))))
                .list());
    }

    /**
     * Adds a service.
     *
     * @param code      short code: capitals, digits, hyphens and underscores
     * @param headcount how many people work in it; null where not known
     * @return its id
     * @throws Refused                  as not found without {@link Permission#EDIT_SETTINGS} (the system itself needs
     *                                  none) or where there is no such council; as not allowed now where the council has
     *                                  that code already
     * @throws IllegalArgumentException if the code is not one, or the headcount is below 0
     */
    public UUID addService(Actor by, UUID council, String code, String name, @Nullable Integer headcount) {
        if (!CODE.matcher(code).matches())
            throw new IllegalArgumentException("a service's code is capitals, digits, hyphens and underscores");
        mustCount(headcount);
        return transactions.inScope(by.scope(), () -> {
            mustEdit(by);
            council(by, council);
            var id = UUID.randomUUID();
            int added = db.sql("""
                    insert into directory.service (scope_id, id, council_id, code, name, headcount)
                    values (:scope, :id, :council, :code, :name, :headcount) on conflict do nothing""")
                    .param("scope", by.scope()).param("id", id).param("council", council).param("code", code)
                    .param("name", name.strip()).param("headcount", headcount).update();
            if (added == 0)
                throw Refusal.NOT_ALLOWED_NOW.because("a code taken");
            trail.add(by, Trace.of("service.add", id).fields("code", "name", "headcount"));
            return id;
        });
    }

    /**
     * Changes a service's name and headcount; its code stays, because figures count by it.
     *
     * @throws Refused                  as not found without {@link Permission#EDIT_SETTINGS} or where there is no such
     *                                  service; as moved on where somebody changed it since {@code seen}
     * @throws IllegalArgumentException if the headcount is below 0
     */
    public void changeService(Actor by, Service seen, String name, @Nullable Integer headcount) {
        mustCount(headcount);
        transactions.inScope(by.scope(), () -> {
            by.must(Permission.EDIT_SETTINGS);
            service(by, seen.id());
            int changed = db.sql("""
                    update directory.service set name = :name, headcount = :headcount
                    where id = :id and name = :seen_name and headcount is not distinct from :seen_headcount::integer""")
                    .param("name", name.strip()).param("headcount", headcount).param("id", seen.id())
                    .param("seen_name", seen.name()).param("seen_headcount", seen.headcount()).update();
            if (changed == 0)
                throw Refusal.MOVED_ON.because("the service changed");
            trail.add(by, Trace.of("service.change", seen.id()).fields("name", "headcount"));
        });
    }

    /**
     * One service.
     *
     * @throws Refused as not found where there is none
     */
    public Service service(Actor by, UUID id) {
        return services(by).stream().filter(s -> s.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such service"));
    }

    /** All services of the scope, by name. */
    public List<Service> services(Actor by) {
        return transactions.inScope(by.scope(), () -> db
                .sql("select id, council_id, code, name, headcount from directory.service order by name, id")
                .query(Organisations::service).list());
    }

    /** Names of councils and services by id. Ids that are not of the scope are left out. */
    public Map<UUID, String> names(Actor by, Collection<UUID> ids) {
        if (ids.isEmpty())
            return Map.of();
        return transactions.inScope(by.scope(), () -> {
            var names = new HashMap<UUID, String>();
            db.sql("""
                    select id, name from directory.council where id = any(:ids)
                    union all
                    select id, name from directory.service where id = any(:ids)""")
                    .param("ids", Set.copyOf(ids).toArray(UUID[]::new))
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
            return Map.copyOf(names);
        });
    }

    private static void mustEdit(Actor by) {
        if (!by.equals(Actor.system(by.scope())))
            by.must(Permission.EDIT_SETTINGS);
    }

    private static void mustBeSystem(Actor by) {
        if (!by.equals(Actor.system(by.scope())))
            throw Refusal.NOT_FOUND.because("only the system does this");
    }

    private static void mustCount(@Nullable Integer headcount) {
        if (headcount != null && headcount < 0)
            throw new IllegalArgumentException("a headcount is 0 or more");
    }

    private static Service service(ResultSet row, int number) throws SQLException {
        return new Service(row.getObject("id", UUID.class), row.getObject("council_id", UUID.class),
                row.getString("code"),
                row.getString("name"), row.getObject("headcount", Integer.class));
    }
}
