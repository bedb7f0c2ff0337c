package heed.directory.organisation;

import heed.platform.Actor;
import heed.platform.web.Numbers;
import heed.platform.web.RingNumber;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers to ring, as the coordinator keeps them. */
@Component
class RingNumbers implements Numbers {
    private final JdbcClient db;

    RingNumbers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<RingNumber> numbers(Actor by) {
        // The same number kept by two scopes is shown once.
        return db.sql("""
                select n.name, n.number, n.note from directory.ring_number n
                join directory.recording_scope s using (scope_id)
                order by n.scope_id <> :mine, s.created_at, n.scope_id, n.sort""").param("mine", by.scope())
                .query((row, n) -> new RingNumber(row.getString("name"), row.getString("number"),
                        row.getString("note")))
                .list().stream().distinct().toList();
    }
}
