package heed.platform.trail;

import heed.platform.db.Transactions;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test without Spring write the audit log. */
public final class TrailOn {
    private TrailOn() {
    }

    /** The audit log of this database. */
    public static Trail database(JdbcClient db, Transactions transactions, Clock clock) {
        return new Trail(db, transactions, clock);
    }
}
