package heed.assurance.exercise;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings submitted copies to the board: opened in the council's scope, encrypted anew under a key of the board's. The two
 * scopes are two transactions, so a copy is brought at least once and kept once, by its id.
 */
@Component
class ReturnDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnDelivery.class);
    static final String RECEIVED = "assurance.received_return.copy";

    private final ReturnInvitations invitations;
    private final Seals seals;
    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ReturnDelivery(ReturnInvitations invitations, Seals seals, JdbcClient db, Transactions transactions, Trail trail,
            Clock clock) {
        this.invitations = invitations;
        this.seals = seals;
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A copy on its way. */
    private record Copy(UUID id, UUID board, UUID council, UUID cycle, UUID participation, int number, byte[] hash,
            String json) {
    }

    /** Brings everything of a scope that waits; what cannot be brought now waits for the next time. */
    void deliver(Actor system) {
        for (var copy : transactions.inScope(system.scope(), () -> waiting(system)))
            try {
                bring(system, copy);
            } catch (RuntimeException e) {
                // Only the class: a message could quote what was to be brought.
                LOG.warn("a submitted return was not brought to its board: {}", e.getClass().getName());
            }
    }

    private List<Copy> waiting(Actor system) {
        return db.sql("""
                select m.id, m.board_scope, m.return_id, m.content_hash, r.council_id, r.participation_id, r.number,
                  s.id as sign_id, s.copy
                from assurance.submission m
                join assurance.return r on r.scope_id = m.scope_id and r.id = m.return_id
                join assurance.sign_off s on s.scope_id = m.scope_id and s.return_id = m.return_id
                where m.scope_id = :scope and m.delivered_at is null and m.board_scope is not null
                order by m.submitted_at""").param("scope", system.scope())
                .query((row, n) -> {
                    var to = invitations.of(system, row.getObject("participation_id", UUID.class));
                    var key = seals.key(system.scope(), row.getObject("return_id", UUID.class));
                    return new Copy(row.getObject("id", UUID.class), row.getObject("board_scope", UUID.class),
                            row.getObject("council_id", UUID.class), to.cycle(), to.id(), row.getInt("number"),
                            row.getBytes("content_hash"),
                            key.open(row.getBytes("copy"), SigningOff.COPY, row.getObject("sign_id", UUID.class)));
                }).list();
    }

    private void bring(Actor system, Copy copy) {
        var board = Actor.system(copy.board());
        transactions.inScope(copy.board(), () -> {
            if (db.sql("select exists (select from assurance.received_return where scope_id = :scope and id = :id)")
                    .param("scope", copy.board()).param("id", copy.id()).query(Boolean.class).single())
                return;
            db.sql("""
                    insert into assurance.received_return (scope_id, id, from_scope, council_id, cycle_id,
                      participation_id, number, content_hash, copy, received_at)
                    values (:scope, :id, :from, :council, :cycle, :participation, :number, :hash, :copy, :at)""")
                    .param("scope", copy.board()).param("id", copy.id()).param("from", system.scope())
                    .param("council", copy.council()).param("cycle", copy.cycle())
                    .param("participation", copy.participation()).param("number", copy.number())
                    .param("hash", copy.hash())
                    .param("copy", seals.newKey(copy.board(), copy.id()).seal(copy.json(), RECEIVED, copy.id()))
                    .param("at", Timestamp.from(clock.instant())).update();
            trail.add(board, Trace.of("return.receive", copy.id()));
        });
        transactions.inScope(system.scope(), () -> {
            db.sql("update assurance.submission set delivered_at = :at where scope_id = :scope and id = :id")
                    .param("at", Timestamp.from(clock.instant())).param("scope", system.scope())
                    .param("id", copy.id()).update();
            trail.add(system, Trace.of("return.deliver", copy.id()));
        });
    }
}
