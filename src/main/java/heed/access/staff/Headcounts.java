package heed.access.staff;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
     * How many people worked for a council, by service, at a moment.
     *
     * @param at      the moment; who joined at it counts, who left at it does not
     * @param council only of this body; null for all of the scope
     * @return by the service's id; those of no service under {@link Actor#NOBODY}
     */
    public Map<UUID, Long> at(Actor by, Instant at, @Nullable UUID council) {
        return transactions.inScope(by.scope(), () -> {
            var counts = new HashMap<UUID, Long>();
            db.sql("""
                    select coalesce(service_id, cast(:none as uuid)) service, count(*) many from access.staff
                    where joined_at <= :at and (left_at is null or left_at > :at)
                      and (cast(:council as uuid) is null or council_id = cast(:council as uuid))
                    group by 1""")
                    .param("none", Actor.NOBODY).param("at", Timestamp.from(at)).param("council", council)
                    .query(row -> {
                        counts.put(row.getObject("service", UUID.class), row.getLong("many"));
                    });
            return Map.copyOf(counts);
        });
    }
}
