package heed.assurance.peerreview;

import heed.assurance.cycle.CycleState;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The store of who reviews whom, and of what reviewers declare: rows of the board's scope. */
@Repository
class Pairings {
    private static final String WORDS = "assurance.declaration.words";
    private static final String RULING = "assurance.declaration.ruling_words";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Seals seals;

    Pairings(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /**
     * A review that this scope was asked for.
     *
     * @param board   the board's recording scope
     * @param pairing whom, and for how long
     * @param state   where the cycle stands
     * @param title   the edition's title and year
     */
    record Asked(UUID board, Pairing pairing, CycleState state, String title) {
    }

    /** Reviews that the actor's organisation was asked for. */
    List<Asked> asked(Actor by) {
        return db.sql("select * from assurance.reviews_asked(:scope) order by until_day desc, pairing_id")
                .param("scope", by.scope())
                .query((row, n) -> new Asked(row.getObject("board_scope", UUID.class),
                        new Pairing(row.getObject("pairing_id", UUID.class), row.getObject("cycle_id", UUID.class),
                                by.scope(), row.getObject("owner_scope", UUID.class),
                                row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class),
                                row.getObject("ended_on", LocalDate.class)),
                        CycleState.valueOf(row.getString("cycle_state")),
                        row.getString("edition_title") + " " + row.getInt("edition_year")))
                .list();
    }

    /** Every pairing of a cycle. */
    List<Pairing> of(Actor board, UUID cycle) {
        return db.sql("""
                select * from assurance.pairing where scope_id = :scope and cycle_id = :cycle
                order by made_at, id""").param("scope", board.scope()).param("cycle", cycle).query(Pairings::pairing)
                .list();
    }

    /** Every pairing of the board's, of any cycle: to avoid the same again. */
    List<Pairing> all(Actor board) {
        return db.sql("select * from assurance.pairing where scope_id = :scope").param("scope", board.scope())
                .query(Pairings::pairing).list();
    }

    private static Pairing pairing(ResultSet row, int n) throws SQLException {
        return new Pairing(row.getObject("id", UUID.class), row.getObject("cycle_id", UUID.class),
                row.getObject("reviewer_scope", UUID.class), row.getObject("owner_scope", UUID.class),
                row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }

    /** Adds one. @return false where the two are paired already */
    boolean add(Actor board, Pairing pairing, Instant at) {
        return db.sql("""
                insert into assurance.pairing (scope_id, id, cycle_id, reviewer_scope, owner_scope, from_day, until_day,
                  made_by, made_at)
                values (:scope, :id, :cycle, :reviewer, :owner, :from, :until, :by, :at) on conflict do nothing""")
                .param("scope", board.scope()).param("id", pairing.id()).param("cycle", pairing.cycle())
                .param("reviewer", pairing.reviewer()).param("owner", pairing.owner())
                .param("from", Date.valueOf(pairing.from())).param("until", Date.valueOf(pairing.until()))
                .param("by", board.staff()).param("at", Timestamp.from(at)).update() == 1;
    }

    /** Ends one. @throws heed.platform.Refused as moved on where it was ended already */
    void end(Actor board, UUID id, LocalDate on) {
        if (db.sql(
                "update assurance.pairing set ended_on = :on where scope_id = :scope and id = :id and ended_on is null")
                .param("on", Date.valueOf(on)).param("scope", board.scope()).param("id", id).update() == 0)
            throw Refusal.MOVED_ON.because("ended already");
    }

    /** Every declaration of a cycle, oldest first. */
    List<Declaration> declarations(Actor board, UUID cycle) {
        var keys = seals.keys(board.scope(),
                db.sql("select id from assurance.declaration where scope_id = :scope and cycle_id = :cycle")
                        .param("scope", board.scope()).param("cycle", cycle)
                        .query((row, n) -> row.getObject("id", UUID.class)).list());
        var all = new ArrayList<Declaration>();
        db.sql("""
                select * from assurance.declaration where scope_id = :scope and cycle_id = :cycle
                order by declared_at, id""").param("scope", board.scope()).param("cycle", cycle).query(row -> {
            var key = keys.get(row.getObject("id", UUID.class));
            if (key != null)
                all.add(declaration(key, row));
        });
        return List.copyOf(all);
    }

    /**
     * A declaration and the cycle that it is for.
     */
    record Declared(UUID cycle, Declaration declaration) {
    }

    /** One. @throws heed.platform.Refused as not found */
    Declared declaration(Actor board, UUID id) {
        return db.sql("select * from assurance.declaration where scope_id = :scope and id = :id")
                .param("scope", board.scope()).param("id", id)
                .query((row, n) -> new Declared(row.getObject("cycle_id", UUID.class),
                        declaration(seals.key(board.scope(), id), row)))
                .optional().orElseThrow(() -> Refusal.NOT_FOUND.because("no such declaration"));
    }

    private record Ruled(String group, String number, String why) {
    }

    private record Tie(Relationship.Kind kind, String words) {
    }

    private static Declaration declaration(RecordKey key, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var ties = JSON.readValue(key.open(row.getBytes("words"), WORDS, id), Tie[].class);
        return new Declaration(id, row.getObject("reviewer_scope", UUID.class),
                row.getObject("owner_scope", UUID.class), row.getObject("staff_id", UUID.class),
                List.of(ties).stream().map(t -> new Relationship(t.kind(), t.words())).toList(),
                row.getTimestamp("declared_at").toInstant(), ruling(key, row, id));
    }

    private static Declaration.@Nullable Ruling ruling(RecordKey key, ResultSet row, UUID id) throws SQLException {
        var says = row.getString("ruling");
        if (says == null)
            return null;
        var words = JSON.readValue(key.open(row.getBytes("ruling_words"), RULING, id), Ruled.class);
        return new Declaration.Ruling(Declaration.Ruling.Says.valueOf(says),
                new Minute(words.group(), words.number(), row.getObject("ruling_day", LocalDate.class)), words.why());
    }

    void declare(Actor board, UUID cycle, Declaration d) {
        var ties = d.relationships().stream().map(r -> new Tie(r.kind(), r.words())).toList();
        db.sql("""
                insert into assurance.declaration (scope_id, id, cycle_id, reviewer_scope, owner_scope, staff_id, words,
                  declared_at)
                values (:scope, :id, :cycle, :reviewer, :owner, :staff, :words, :at)""")
                .param("scope", board.scope()).param("id", d.id()).param("cycle", cycle)
                .param("reviewer", d.reviewer()).param("owner", d.owner()).param("staff", d.staff())
                .param("words", seals.newKey(board.scope(), d.id()).seal(JSON.writeValueAsString(ties), WORDS, d.id()))
                .param("at", Timestamp.from(d.at())).update();
    }

    /** Adds what a panel made of one. @throws heed.platform.Refused as moved on where it has decided already */
    void rule(Actor board, UUID id, Declaration.Ruling ruling, Instant at) {
        var minute = ruling.minute();
        if (db.sql("""
                update assurance.declaration set ruling = :says, ruling_words = :words, ruling_day = :day,
                  ruled_by = :by, ruled_at = :at where scope_id = :scope and id = :id and ruling is null""")
                .param("says", ruling.says().name())
                .param("words", seals.key(board.scope(), id).seal(
                        JSON.writeValueAsString(new Ruled(minute.group(), minute.number(), ruling.why())), RULING, id))
                .param("day", Date.valueOf(minute.day())).param("by", board.staff()).param("at", Timestamp.from(at))
                .param("scope", board.scope()).param("id", id).update() == 0)
            throw Refusal.MOVED_ON.because("the panel has decided already");
    }
}
