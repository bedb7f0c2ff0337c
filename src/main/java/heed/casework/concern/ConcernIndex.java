package heed.casework.concern;

import heed.access.policy.Rule;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Makes what concerns are found by from what they hold: after a correction, and for those that have none yet. */
@Service
public class ConcernIndex {
    private static final int AT_ONCE = 100;
    private static final String SEARCHED = "('RECEIVED', 'IN_TRIAGE', 'DECIDED')";

    private final JdbcClient db;
    private final Concerns concerns;
    private final Correspondence letters;
    private final ConcernWords words;
    private final Transactions transactions;

    ConcernIndex(JdbcClient db, Concerns concerns, Correspondence letters, ConcernWords words,
            Transactions transactions) {
        this.db = db;
        this.concerns = concerns;
        this.letters = letters;
        this.words = words;
        this.transactions = transactions;
    }

    /** Makes it anew for one concern, in the caller's transaction; nothing where the concern is out of use. */
    public void rebuild(Actor by, Concern concern) {
        if (concern.inUse())
            words.write(by, concern.id(), concerns.telling(by, concern),
                    letters.addenda(by, concern).stream().map(Correspondence.Addendum::words).toList());
        else
            words.forget(by, concern.id());
    }

    /**
     * Makes it for concerns that have none, or one of an older edition, and drops it where a concern was disposed of. Each
     * hundred is a transaction of its own, so that it goes on where it was stopped. Shows nothing to anybody.
     *
     * @return how many concerns were done
     */
    public int catchUp(Actor by) {
        transactions.inScope(by.scope(), () -> db.sql("""
                delete from casework.concern_words w where w.scope_id = :scope and not exists (
                  select from platform.record_key k where k.scope_id = w.scope_id and k.record_id = w.concern_id)""")
                .param("scope", by.scope()).update());
        int done = 0;
        for (int batch = batch(by); batch > 0; batch = batch(by))
            done += batch;
        return done;
    }

    private int batch(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var ids = db.sql("""
                    select c.id from casework.concern c
                    join platform.record_key k on k.scope_id = c.scope_id and k.record_id = c.id
                    left join casework.concern_words w on w.scope_id = c.scope_id and w.concern_id = c.id
                    where c.scope_id = :scope and c.status in\s""" + SEARCHED + """
                     and (w.edition is null or w.edition < :edition)
                    limit :most for update of c skip locked""")
                    .param("scope", by.scope()).param("edition", ConcernWords.EDITION).param("most", AT_ONCE)
                    .query((row, n) -> row.getObject("id", UUID.class)).list();
            // A job of the whole scope: nobody sees what it opens.
            concerns.byIds(new Rule.InScope(by.scope()), ids).forEach(concern -> rebuild(by, concern));
            return ids.size();
        });
    }

    /** Those of these states can be found. */
    public static List<Status> searched() {
        return List.of(Status.RECEIVED, Status.IN_TRIAGE, Status.DECIDED);
    }
}
