package heed.directory.organisation;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.RingNumber;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes the numbers to ring that a scope shows to everyone. */
@Component
public class NumbersToRing {
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;

    NumbersToRing(JdbcClient db, Transactions transactions, Trail trail) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** The scope's own numbers, in the order they are shown. */
    public List<RingNumber> of(Actor by) {
        return transactions.inScope(by.scope(), () -> db
                .sql("select name, number, note from directory.ring_number where scope_id = :scope order by sort")
                .param("scope", by.scope())
                .query((row, n) -> new RingNumber(row.getString("name"), row.getString("number"),
                        row.getString("note")))
                .list());
    }

    /**
     * Replaces the scope's numbers.
     *
     * @param seen the numbers the change was made from
     * @param to   the numbers from now on, in the order to show them
     * @throws Refused as not found without {@link Permission#EDIT_NUMBERS} (the system itself needs none); as moved on where
     *                 somebody changed them since
     */
    public void replace(Actor by, List<RingNumber> seen, List<RingNumber> to) {
        transactions.inScope(by.scope(), () -> {
            if (!by.equals(Actor.system(by.scope())))
                by.must(Permission.EDIT_NUMBERS);
            // Held to the end of the transaction: two people saving at once must not both find what they saw.
            db.sql("select pg_advisory_xact_lock(hashtextextended('directory.ring_number ' || :scope, 0))")
                    .param("scope", by.scope().toString()).query(row -> {
                    });
            if (!of(by).equals(seen))
                throw Refusal.MOVED_ON.because("the numbers changed");
            db.sql("delete from directory.ring_number where scope_id = :scope").param("scope", by.scope()).update();
            for (int i = 0; i < to.size(); i++)
                db.sql("""
                        insert into directory.ring_number (scope_id, sort, name, number, note)
                        values (:scope, :sort, :name, :number, :note)""")
                        .param("scope", by.scope()).param("sort", i).param("name", to.get(i).name())
                        .param("number", to.get(i).number()).param("note", to.get(i).when()).update();
            trail.add(by, Trace.of("numbers.change").fields("name", "number", "note"));
        });
    }

    /** Whether something looks like a telephone number: digits, spaces, brackets and a plus in front. */
    public static boolean plausible(String number) {
        return number.matches("\\+?[0-9 ()-]{3,24}") && number.replaceAll("[^0-9]", "").length() >= 3;
    }
}
