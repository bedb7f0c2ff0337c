package heed.access.staff;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many people work where. Nobody is named, so reading it is not in the audit log. */
@Component
public class Headcounts {
    private final JdbcClient db;
    private final Transactions transactions;

    Headcounts(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * People who work in one place.
     *
     * @param service null for those of no service
     */
    public record Headcount(UUID council, @Nullable UUID service, long many) {
    }

    /** How many people worked where at a moment; who joined at it counts, who left at it does not. */
    public List<Headcount> at(Actor by, Instant at) {
        return transactions.inScope(by.scope(), () -> db.sql("""
                select council_id, service_id, count(*) many from access.staff
                where joined_at <= :at and (left_at is null or left_at > :at)
                group by council_id, service_id""")
                .param("at", Timestamp.from(at))
                .query((row, n) -> new Headcount(row.getObject("council_id", UUID.class),
                        row.getObject("service_id", UUID.class), row.getLong("many")))
                .list());
    }
}
