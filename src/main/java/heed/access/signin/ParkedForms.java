package heed.access.signin;

import heed.access.signin.ParkedForm.Typed;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that arrived after their session ended: a session's end never eats work. Each is encrypted under a key of its own
 * and shown to nobody but whoever was signed in in that browser, after they signed in again.
 */
@Service
class ParkedForms {
    /** How long one is kept. */
    static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST = 20;
    private static final String TYPED = "access.parked_form.typed";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Seals seals;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    /** Without the last in forms kept by earlier releases. */
    private record Posted(String to, List<Typed> typed, @Nullable Boolean confirming) {
    }

    ParkedForms(JdbcClient db, Seals seals, Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.seals = seals;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Keeps a form for whoever was signed in.
     *
     * @param who  proved by the browser's own cookie
     * @param from the network address it came from
     * @return its id; empty where they have left since or too many wait for them already
     */
    Optional<UUID> park(WasSignedIn who, String from, String to, List<Typed> typed) {
        return park(who, from, to, typed, false);
    }

    /**
     * Keeps a form until whoever sent it has confirmed that it is them.
     *
     * @return its id; empty where too many wait for them already
     */
    Optional<UUID> parkUnconfirmed(Actor by, String to, List<Typed> typed) {
        return park(new WasSignedIn(by.staff(), by.scope()), by.from(), to, typed, true);
    }

    private Optional<UUID> park(WasSignedIn who, String from, String to, List<Typed> typed, boolean confirming) {
        return transactions.inScope(who.scope(), () -> {
            var council = db.sql("""
                    select s.council_id from access.account a
                    join access.staff s on s.scope_id = a.scope_id and s.id = a.staff_id
                    where a.staff_id = :staff and a.scope_id = :scope and a.closed_at is null
                      and (s.left_at is null or s.left_at > :now)
                      and (select count(*) from access.parked_form p where p.owner = :staff) < :most""")
                    .param("staff", who.staff()).param("scope", who.scope())
                    .param("now", Timestamp.from(clock.instant())).param("most", MOST)
                    .query(UUID.class).optional();
            return council.map(theirs -> {
                var id = UUID.randomUUID();
                db.sql("""
                        insert into access.parked_form (scope_id, id, owner, parked_at, typed)
                        values (:scope, :id, :owner, :at, :typed)""")
                        .param("scope", who.scope()).param("id", id).param("owner", who.staff())
                        .param("at", Timestamp.from(clock.instant()))
                        .param("typed", seals.newKey(who.scope(), id)
                                .seal(JSON.writeValueAsString(new Posted(to, typed, confirming)), TYPED, id))
                        .update();
                trail.add(new Actor(who.staff(), who.scope(), theirs, Set.of(), from),
                        Trace.of("form.park", id).because(confirming ? "not confirmed yet" : "the session had ended"));
                return id;
            });
        });
    }

    /** The latest that waits for somebody. */
    Optional<UUID> latest(SignedIn who) {
        return transactions.inScope(who.scope(), () -> db.sql("""
                select id from access.parked_form where owner = :owner and parked_at > :since
                order by parked_at desc limit 1""")
                .param("owner", who.staff()).param("since", Timestamp.from(clock.instant().minus(KEPT)))
                .query(UUID.class).optional());
    }

    /** One of the actor's own. @throws heed.platform.Refused as not found, where it is not theirs */
    ParkedForm get(Actor by, UUID id) {
        return transactions.inScope(by.scope(), () -> {
            var key = seals.keys(by.scope(), List.of(id)).get(id);
            var found = db.sql("select parked_at, typed from access.parked_form where id = :id and owner = :owner")
                    .param("id", id).param("owner", by.staff())
                    .query((row, n) -> {
                        if (key == null)
                            throw Refusal.NOT_FOUND.because("the form's key is gone");
                        var posted = JSON.readValue(key.open(row.getBytes("typed"), TYPED, id), Posted.class);
                        return new ParkedForm(id, row.getTimestamp("parked_at").toInstant(), posted.to(),
                                posted.typed(), Boolean.TRUE.equals(posted.confirming()));
                    })
                    .optional().orElseThrow(() -> Refusal.NOT_FOUND.because("no such form of theirs"));
            trail.add(by, Trace.of("form.view-parked", id));
            return found;
        });
    }

    /** Deletes one of the actor's own. @throws heed.platform.Refused as not found, where it is not theirs */
    void delete(Actor by, UUID id) {
        transactions.inScope(by.scope(), () -> {
            get(by, id);
            done(by, id);
        });
    }

    /** Lets one of the actor's own go, with its key; nothing happens where it is not theirs or gone already. */
    void done(Actor by, UUID id) {
        transactions.inScope(by.scope(), () -> {
            int gone = db.sql("delete from access.parked_form where id = :id and owner = :owner")
                    .param("id", id).param("owner", by.staff()).update();
            if (gone == 0)
                return;
            seals.destroy(by.scope(), id);
            trail.add(by, Trace.of("form.unpark", id));
        });
    }

    /** Removes those that nobody came back for in 30 days. */
    void sweep(UUID scope) {
        transactions.inScope(scope, () -> {
            var old = db.sql("delete from access.parked_form where parked_at < :before returning id")
                    .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                    .query((row, n) -> row.getObject("id", UUID.class)).list();
            old.forEach(id -> seals.destroy(scope, id));
            if (!old.isEmpty())
                trail.add(Actor.system(scope), Trace.of("form.sweep"));
        });
    }
}
