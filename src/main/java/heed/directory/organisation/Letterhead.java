package heed.directory.organisation;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.web.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose name stands at the top of a page: the person's own body, or before signing in the first scope's. */
@Component
class Letterhead implements Organisation {
    private final JdbcClient db;
    private final Transactions transactions;

    Letterhead(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public String nameFor(Actor by) {
        if (!by.council().equals(Actor.NOBODY))
            return transactions.inScope(by.scope(), () -> db.sql("select name from directory.council where id = :id")
                    .param("id", by.council()).query(String.class).optional().orElseGet(this::first));
        return first();
    }

    private String first() {
        return db.sql("select name from directory.recording_scope order by created_at, scope_id limit 1")
                .query(String.class)
                .optional().orElse("Heed");
    }
}
