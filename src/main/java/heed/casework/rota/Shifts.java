package heed.casework.rota;

import heed.platform.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of shifts. Needs the caller's scope transaction; the caller writes the audit log. */
@Repository
class Shifts {
    private static final String COLUMNS = "select id, officer_id, cover_id, starts_at, ends_at from casework.shift ";

    private final JdbcClient db;

    Shifts(JdbcClient db) {
        this.db = db;
    }

    /** Shifts that run at some moment of a time and were not removed, by start. */
    List<Shift> between(Actor by, Instant from, Instant until) {
        return db.sql(COLUMNS + """
                where scope_id = :scope and removed_at is null and starts_at < :until and ends_at > :from
                order by starts_at, ends_at, id""")
                .param("scope", by.scope()).param("from", Timestamp.from(from)).param("until", Timestamp.from(until))
                .query(Shifts::shift).list();
    }

    /** Whether there ever was a shift. */
    boolean begun(Actor by) {
        return db.sql("select exists (select 1 from casework.shift where scope_id = :scope)")
                .param("scope", by.scope()).query(Boolean.class).single();
    }

    Optional<Shift> get(Actor by, UUID id) {
        return db.sql(COLUMNS + "where scope_id = :scope and id = :id and removed_at is null")
                .param("scope", by.scope()).param("id", id).query(Shifts::shift).optional();
    }

    void add(Actor by, Shift shift, @Nullable UUID replaces, Instant at) {
        db.sql("""
                insert into casework.shift (scope_id, id, officer_id, cover_id, starts_at, ends_at, replaces, made_by,
                  made_at)
                values (:scope, :id, :officer, :cover, :starts, :ends, :replaces, :by, :now)""")
                .param("scope", by.scope()).param("id", shift.id()).param("officer", shift.officer())
                .param("cover", shift.cover()).param("starts", Timestamp.from(shift.starts()))
                .param("ends", Timestamp.from(shift.ends())).param("replaces", replaces).param("by", by.staff())
                .param("now", Timestamp.from(at)).update();
    }

    /** Whether it was removed: false where there was none left to remove. */
    boolean remove(Actor by, UUID id, Instant at) {
        return db.sql("""
                update casework.shift set removed_by = :by, removed_at = :now
                where scope_id = :scope and id = :id and removed_at is null""")
                .param("by", by.staff()).param("now", Timestamp.from(at)).param("scope", by.scope()).param("id", id)
                .update() == 1;
    }

    private static Shift shift(ResultSet row, int number) throws SQLException {
        return new Shift(row.getObject("id", UUID.class), row.getObject("officer_id", UUID.class),
                row.getObject("cover_id", UUID.class), row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }
}
