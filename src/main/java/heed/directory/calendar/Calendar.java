package heed.directory.calendar;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.calendar.DayChange;
import heed.platform.calendar.WorkingDays;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which days people work in a recording scope. Nothing here is about a person, so reading is not in the audit log. */
@Component
public class Calendar {
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Calendar(JdbcClient db, Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A day that was added here.
     *
     * @param id     its id
     * @param change the day and what it is
     */
    public record Added(UUID id, DayChange change) {
    }

    /** Which days people work: the rules, what ships, and what was added here. */
    public WorkingDays workingDays(Actor by) {
        return WorkingDays.with(added(by).stream().map(Added::change).toList());
    }

    /** What was added here and not taken away, by day. */
    public List<Added> added(Actor by) {
        return transactions.inScope(by.scope(), () -> db.sql("""
                select id, day, name, works from directory.bank_holiday
                where scope_id = :scope and removed_at is null order by day""")
                .param("scope", by.scope())
                .query((row, n) -> new Added(row.getObject("id", UUID.class), new DayChange(
                        row.getDate("day").toLocalDate(), row.getString("name"), row.getBoolean("works"))))
                .list());
    }

    /**
     * Adds a day: an extra bank holiday, or one that people work although the rules say otherwise.
     *
     * @throws heed.platform.Refused as not found without {@link Permission#EDIT_CALENDAR}; as not allowed now where the day
     *                               is there already
     */
    public void add(Actor by, DayChange change) {
        by.must(Permission.EDIT_CALENDAR);
        transactions.inScope(by.scope(), () -> {
            var id = UUID.randomUUID();
            int added = db.sql("""
                    insert into directory.bank_holiday (scope_id, id, day, name, works, added_by, added_at)
                    values (:scope, :id, :day, :name, :works, :by, :now) on conflict do nothing""")
                    .param("scope", by.scope()).param("id", id).param("day", Date.valueOf(change.day()))
                    .param("name", change.name()).param("works", change.works()).param("by", by.staff())
                    .param("now", Timestamp.from(clock.instant())).update();
            if (added == 0)
                throw Refusal.NOT_ALLOWED_NOW.because("the day is there already");
            trail.add(by, Trace.of("bank-holiday.add", id).fields("day", "name", "works"));
        });
    }

    /**
     * Takes a day away that was added here. It stays on record.
     *
     * @throws heed.platform.Refused as not found without {@link Permission#EDIT_CALENDAR} or where there is none
     */
    public void remove(Actor by, UUID id) {
        by.must(Permission.EDIT_CALENDAR);
        transactions.inScope(by.scope(), () -> {
            if (db.sql("""
                    update directory.bank_holiday set removed_by = :by, removed_at = :now
                    where scope_id = :scope and id = :id and removed_at is null""")
                    .param("by", by.staff()).param("now", Timestamp.from(clock.instant())).param("scope", by.scope())
                    .param("id", id).update() == 0)
                throw Refusal.NOT_FOUND.because("no such day");
            trail.add(by, Trace.of("bank-holiday.remove", id));
        });
    }
}
