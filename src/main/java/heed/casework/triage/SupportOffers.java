package heed.casework.triage;

import heed.casework.concern.Concern;
import heed.platform.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of support offered to whoever told us. Callers have read the concern through the actor's eyes first. */
@Repository
class SupportOffers {
    private final JdbcClient db;

    SupportOffers(JdbcClient db) {
        this.db = db;
    }

    /** Whether an offer was taken. */
    enum Taken {
        YES("Taken"), NO("Not taken"), NOT_YET("Not decided yet");

        private final String words;

        Taken(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** One offer. */
    record Offer(String code, Taken taken, UUID by, Instant at) {
    }

    void offer(Actor by, Concern concern, String code, Taken taken, Instant at) {
        db.sql("""
                insert into casework.support (scope_id, concern_id, code, taken, offered_by, offered_at)
                values (:scope, :concern, :code, :taken, :by, :at)
                on conflict (scope_id, concern_id, code) do update set taken = excluded.taken""")
                .param("scope", by.scope())
                .param("concern", concern.id())
                .param("code", code)
                .param("taken", taken.name())
                .param("by", by.staff())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Offer> of(Concern concern) {
        return db.sql(
                "select code, taken, offered_by, offered_at from casework.support where concern_id = :id order by offered_at, code")
                .param("id", concern.id())
                .query((row, n) -> new Offer(row.getString("code"), Taken.valueOf(row.getString("taken")),
                        row.getObject("offered_by", UUID.class), row.getTimestamp("offered_at").toInstant()))
                .list();
    }
}
