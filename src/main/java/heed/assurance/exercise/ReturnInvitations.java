package heed.assurance.exercise;

import heed.assurance.evidence.Window;
import heed.platform.Actor;
import heed.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations to cycles that this scope took up, and what is told to the board of where the return stands. */
@Repository
class ReturnInvitations {
    private final JdbcClient db;
    private final Clock clock;

    ReturnInvitations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param id      the participation
     * @param board   the recording scope of the board
     * @param cycle   the board's cycle
     * @param edition the edition to answer
     * @param council who is asked
     * @param profile which part of it
     * @param window  what evidence has to be about
     * @param due     by when the return is wanted
     */
    record Invited(UUID id, UUID board, UUID cycle, UUID edition, UUID council, String profile, Window window,
            LocalDate due) {
    }

    /** Every one, the first due first. */
    List<Invited> all(Actor by) {
        return read(by, null);
    }

    /** One. @throws heed.platform.Refused as not found */
    Invited get(Actor by, UUID id) {
        return read(by, id).stream().findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("not invited"));
    }

    private List<Invited> read(Actor by, @org.jspecify.annotations.Nullable UUID id) {
        return db.sql("""
                select * from assurance.participation where scope_id = :scope and (:id::uuid is null or id = :id)
                order by returns_by, id""").param("scope", by.scope()).param("id", id)
                .query((row, n) -> new Invited(row.getObject("id", UUID.class), row.getObject("board_scope", UUID.class),
                        row.getObject("cycle_id", UUID.class), row.getObject("edition_id", UUID.class),
                        row.getObject("council_id", UUID.class), row.getString("profile"),
                        new Window(row.getObject("window_from", LocalDate.class),
                                row.getObject("window_until", LocalDate.class)),
                        row.getObject("returns_by", LocalDate.class)))
                .list();
    }

    /** Says where a return stands, as the board may know: its state, and how many of its questions are answered. */
    void tell(Actor by, Return made, int done, int items) {
        db.sql("""
                update assurance.participation set return_state = :state, return_state_at = :now, items = :items,
                  items_done = :done
                where scope_id = :scope and id = :id""").param("state", made.state().name())
                .param("now", Timestamp.from(clock.instant())).param("items", items).param("done", done)
                .param("scope", by.scope()).param("id", made.participation()).update();
    }
}
