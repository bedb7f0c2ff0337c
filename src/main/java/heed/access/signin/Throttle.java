package heed.access.signin;

import heed.platform.seal.InstallationKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing: after a few failures in a quarter of an hour nothing more is tried until one of them is older than
 * that. It counts by what was typed, so accounts that exist and ones that do not are treated alike; tries it turned away
 * are not counted, so nobody is kept out for longer than that; and a browser that somebody signed in with before is
 * counted apart, so a stranger who knows an address cannot keep its owner out.
 */
@Component
class Throttle {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_ACCOUNT = 5;
    /** A whole office may share one network address. */
    static final int PER_ADDRESS = 100;
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final InstallationKey key;
    private final Clock clock;

    /** What failures are counted by, and how many may be. */
    record Counted(byte[] subject, int most) {
    }

    Throttle(JdbcClient db, InstallationKey key, Clock clock) {
        this.db = db;
        this.key = key;
        this.clock = clock;
    }

    /** Counts by a mail address or an account, known or not. */
    Counted account(String what) {
        return new Counted(key.token("access.signin_failure.account", what), PER_ACCOUNT);
    }

    /** Counts by network address. */
    Counted address(String from) {
        return new Counted(key.token("access.signin_failure.address", from), PER_ADDRESS);
    }

    /** Whether nothing more is to be tried for now. */
    boolean full(List<Counted> all) {
        var since = Timestamp.from(clock.instant().minus(WINDOW));
        return all.stream().anyMatch(counted -> db
                .sql("select count(*) from access.signin_failure where subject = :subject and failed_at > :since")
                .param("subject", counted.subject()).param("since", since).query(Integer.class)
                .single() >= counted.most());
    }

    /** Counts one failure. */
    void failed(List<Counted> all) {
        for (var counted : all)
            db.sql("insert into access.signin_failure (id, subject, failed_at) values (:id, :subject, :now)")
                    .param("id", UUID.randomUUID()).param("subject", counted.subject())
                    .param("now", Timestamp.from(clock.instant())).update();
        db.sql("delete from access.signin_failure where failed_at < :old")
                .param("old", Timestamp.from(clock.instant().minus(KEPT))).update();
    }

    /** Forgets the failures before a success. */
    void succeeded(Counted counted) {
        db.sql("delete from access.signin_failure where subject = :subject").param("subject", counted.subject())
                .update();
    }
}
