package heed.casework.emergency;

import heed.casework.ConcernRef;
import heed.casework.clock.Clocks;
import heed.casework.clock.ResponsePlans;
import heed.casework.concern.Concern;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of emergency openings. Who may read one is for {@link Emergency} to say. */
@Repository
class EmergencyOpenings {
    private static final String COLUMNS = """
            select e.id, e.concern_id, c.ref, e.staff_id, e.opened_at, e.until, e.why, e.reviewed_by, e.reviewed_at,
                   e.finding, e.finding_words
              from casework.emergency_opening e join casework.concern c on c.id = e.concern_id""";

    private final JdbcClient db;
    private final Seals seals;
    private final ResponsePlans plans;

    EmergencyOpenings(JdbcClient db, Seals seals, ResponsePlans plans) {
        this.db = db;
        this.seals = seals;
        this.plans = plans;
    }

    UUID add(Actor by, Concern concern, Instant at, Instant until, String why) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into casework.emergency_opening (scope_id, id, concern_id, staff_id, opened_at, until, why)
                values (:scope, :id, :concern, :staff, :at, :until, :why)""")
                .param("scope", by.scope()).param("id", id).param("concern", concern.id()).param("staff", by.staff())
                .param("at", Timestamp.from(at)).param("until", Timestamp.from(until))
                .param("why", seals.key(by.scope(), concern.id()).seal(why, "casework.emergency_opening.why", id))
                .update();
        return id;
    }

    /** Somebody's own, latest first. */
    List<EmergencyOpening> of(Actor by, UUID staff) {
        var clocks = plans.clocks(by);
        return db.sql(COLUMNS + " where e.staff_id = :staff order by e.opened_at desc, e.id").param("staff", staff)
                .query((row, n) -> opening(by, clocks, row)).list();
    }

    /** Everybody's, those that wait for a review first, then latest first. */
    List<EmergencyOpening> all(Actor by, int most) {
        var clocks = plans.clocks(by);
        return db.sql(COLUMNS + " order by e.finding is not null, e.opened_at desc, e.id limit " + most)
                .query((row, n) -> opening(by, clocks, row)).list();
    }

    /** How many of others wait for a review, but those of concerns kept from the actor. */
    long waiting(Actor by) {
        return db.sql("""
                select count(*) from casework.emergency_opening e
                where e.finding is null and e.staff_id <> :me
                  and e.concern_id <> all(array(select x.record_id from access.exclusion x where x.staff_id = :me))""")
                .param("me", by.staff()).query(Long.class).single();
    }

    Optional<EmergencyOpening> byId(Actor by, UUID id) {
        var clocks = plans.clocks(by);
        return db.sql(COLUMNS + " where e.id = :id for update of e").param("id", id)
                .query((row, n) -> opening(by, clocks, row)).optional();
    }

    /** Keeps what a second person found. @throws heed.platform.Refused as moved on, where somebody found something before */
    void review(Actor by, EmergencyOpening opening, EmergencyOpening.Review review) {
        int rows = db.sql("""
                update casework.emergency_opening
                   set reviewed_by = :by, reviewed_at = :at, finding = :finding, finding_words = :words
                 where id = :id and finding is null""")
                .param("by", review.by()).param("at", Timestamp.from(review.at()))
                .param("finding", review.finding().name())
                .param("words",
                        key(by, opening.concern()).seal(review.words(), "casework.emergency_opening.finding_words",
                                opening.id()))
                .param("id", opening.id()).update();
        if (rows == 0)
            throw Refusal.MOVED_ON.because("somebody else reviewed it");
    }

    private EmergencyOpening opening(Actor by, Clocks clocks, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var concern = row.getObject("concern_id", UUID.class);
        var key = key(by, concern);
        var finding = row.getString("finding");
        var openedAt = row.getTimestamp("opened_at").toInstant();
        return new EmergencyOpening(id, concern, new ConcernRef(row.getString("ref")),
                row.getObject("staff_id", UUID.class), openedAt, row.getTimestamp("until").toInstant(),
                key.open(row.getBytes("why"), "casework.emergency_opening.why", id), reviewBy(clocks, openedAt),
                finding == null
                        ? null
                        : new EmergencyOpening.Review(row.getObject("reviewed_by", UUID.class),
                                row.getTimestamp("reviewed_at").toInstant(), EmergencyOpening.Finding.valueOf(finding),
                                key.open(row.getBytes("finding_words"), "casework.emergency_opening.finding_words",
                                        id)));
    }

    /** The end of the second working day after it. */
    static Instant reviewBy(Clocks clocks, Instant openedAt) {
        return clocks.endOfWorkingDay(openedAt, 2);
    }

    private RecordKey key(Actor by, UUID concern) {
        return seals.key(by.scope(), concern);
    }
}
