package heed.access.signin;

import heed.access.OpenSession;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where people are signed in. What is ended here ends at its next request. */
@Service
class OpenSessions {
    /** How exactly it is kept when a session was last used. */
    static final Duration GRAIN = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;
    private final Duration idle;

    OpenSessions(JdbcClient db, Transactions transactions, Trail trail, Clock clock,
            @Value("${spring.session.timeout}") Duration idle) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.idle = idle;
    }

    /** Notes that somebody signed in, and lets go of what is over. */
    UUID open(SignedIn who, String browser, String from) {
        var id = UUID.randomUUID();
        transactions.inScope(who.scope(), () -> {
            db.sql("delete from access.open_session where staff_id = :staff and began_at <= :over")
                    .param("staff", who.staff())
                    .param("over", Timestamp.from(clock.instant().minus(Sessions.LONGEST))).update();
            db.sql("""
                    insert into access.open_session (scope_id, id, staff_id, began_at, used_at, browser, address)
                    values (:scope, :id, :staff, :at, :at, :browser, :from)""")
                    .param("scope", who.scope()).param("id", id).param("staff", who.staff())
                    .param("at", Timestamp.from(clock.instant())).param("browser", browser).param("from", from)
                    .update();
        });
        return id;
    }

    /** Notes that a session is used, in the open transaction. */
    void used(UUID id) {
        db.sql("update access.open_session set used_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant())).param("id", id).update();
    }

    /** Lets a session go that ended. */
    void over(UUID scope, UUID id) {
        transactions.inScope(scope, () -> {
            db.sql("delete from access.open_session where id = :id").param("id", id).update();
        });
    }

    /** The actor's own, the latest first. */
    List<OpenSession> own(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var found = of(by.staff());
            trail.add(by, Trace.of("session.view", by.staff()));
            return found;
        });
    }

    /** Ends one of the actor's own. @throws heed.platform.Refused as not found, where it is not theirs */
    void end(Actor by, UUID id) {
        transactions.inScope(by.scope(), () -> {
            if (db.sql("delete from access.open_session where id = :id and staff_id = :staff").param("id", id)
                    .param("staff", by.staff()).update() == 0)
                throw Refusal.NOT_FOUND.because("no such session of theirs");
            trail.add(by, Trace.of("session.end", by.staff()));
        });
    }

    /** Ends all the actor's own but this one. */
    void endOthers(Actor by, UUID current) {
        transactions.inScope(by.scope(), () -> {
            db.sql("delete from access.open_session where staff_id = :staff and id <> :current")
                    .param("staff", by.staff()).param("current", current).update();
            trail.add(by, Trace.of("session.end-others", by.staff()));
        });
    }

    /** Somebody's, the latest first, in the open transaction; who asks was checked. */
    List<OpenSession> of(UUID staff) {
        return db
                .sql("""
                select id, browser, address, began_at, used_at from access.open_session
                where staff_id = :staff and began_at > :began and used_at > :used order by used_at desc, began_at desc""")
                .param("staff", staff).param("began", Timestamp.from(clock.instant().minus(Sessions.LONGEST)))
                .param("used", Timestamp.from(clock.instant().minus(idle).minus(GRAIN)))
                .query((row, n) -> new OpenSession(row.getObject("id", UUID.class), row.getString("browser"),
                        row.getString("address"), row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("used_at").toInstant()))
                .list();
    }
}
