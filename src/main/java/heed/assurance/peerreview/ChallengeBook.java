package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The store of challenges and their turns: rows of the board's scope, each challenge with a key of its own. */
@Repository
class ChallengeBook {
    private static final String WORDS = "assurance.challenge_turn.words";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Seals seals;

    ChallengeBook(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /**
     * A challenge that this scope has a side in, or runs the cycle of: where it stands, and nothing of what was said.
     *
     * @param board         the board's recording scope
     * @param id            which
     * @param ref           what people read aloud
     * @param received      the board's copy that it is about
     * @param participation which invitation that answers
     * @param item          the question's code
     * @param kind          what it says
     * @param peer          who raised it
     * @param owner         whose return it is about
     * @param state         where it stands
     * @param at            when it was raised
     */
    record Listed(UUID board, UUID id, String ref, UUID received, UUID participation, String item, ChallengeKind kind,
            UUID peer, UUID owner, ChallengeState state, Instant at) {
    }

    /** Those that the actor's organisation has a side in, the latest first. */
    List<Listed> with(Actor by) {
        return db.sql("select * from assurance.challenges_with(:scope) order by raised_at desc, challenge_id")
                .param("scope", by.scope())
                .query((row, n) -> new Listed(row.getObject("board_scope", UUID.class),
                        row.getObject("challenge_id", UUID.class), row.getString("ref"),
                        row.getObject("received_id", UUID.class), row.getObject("participation_id", UUID.class),
                        row.getString("item_code"), ChallengeKind.valueOf(row.getString("kind")),
                        row.getObject("peer_scope", UUID.class), row.getObject("owner_scope", UUID.class),
                        ChallengeState.valueOf(row.getString("state")), row.getTimestamp("raised_at").toInstant()))
                .list();
    }

    private record Said(String words, @Nullable String group, @Nullable String number) {
    }

    /** Every challenge of some copies, in the order they were raised. */
    List<Challenge> of(Actor board, List<UUID> received) {
        return received.isEmpty() ? List.of() : read(board, "received_id in (:id)", received);
    }

    /** One. @throws heed.platform.Refused as not found */
    Challenge get(Actor board, UUID id) {
        return read(board, "id in (:id)", List.of(id)).stream().findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such challenge"));
    }

    /** One, held so that turns come one after another. */
    Challenge hold(Actor board, UUID id) {
        db.sql("select id from assurance.challenge where scope_id = :scope and id = :id for update")
                .param("scope", board.scope()).param("id", id).query(UUID.class).optional();
        return get(board, id);
    }

    private List<Challenge> read(Actor board, String which, List<UUID> id) {
        var rows = db.sql("select * from assurance.challenge where scope_id = :scope and " + which
                + " order by raised_at, id").param("scope", board.scope()).param("id", id)
                .query((row, n) -> challenge(row, List.of())).list();
        if (rows.isEmpty())
            return List.of();
        var ids = rows.stream().map(Challenge::id).toList();
        var turns = turns(board, ids);
        return rows.stream().map(c -> new Challenge(c.id(), c.ref(), c.ret(), c.item(), c.audience(), c.kind(),
                c.peer(), c.owner(), c.state(), c.outcome(), turns.getOrDefault(c.id(), List.of()), c.version()))
                .toList();
    }

    private Map<UUID, List<Turn>> turns(Actor board, List<UUID> ids) {
        var keys = seals.keys(board.scope(), ids);
        Map<UUID, List<Turn>> turns = new HashMap<>();
        db.sql("""
                select * from assurance.challenge_turn where scope_id = :scope and challenge_id in (:ids)
                order by challenge_id, place""").param("scope", board.scope()).param("ids", ids).query(row -> {
            var challenge = row.getObject("challenge_id", UUID.class);
            var key = keys.get(challenge);
            if (key != null)
                turns.computeIfAbsent(challenge, c -> new ArrayList<>()).add(turn(row, key));
        });
        return turns;
    }

    private static Turn turn(ResultSet row, RecordKey key) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var said = JSON.readValue(key.open(row.getBytes("words"), WORDS, id), Said.class);
        var day = row.getObject("minute_day", LocalDate.class);
        return new Turn(id, ChallengeMove.valueOf(row.getString("move")),
                new Speaker(Party.valueOf(row.getString("party")), row.getObject("organisation", UUID.class),
                        row.getObject("staff_id", UUID.class), row.getBoolean("for_them")),
                row.getTimestamp("taken_at").toInstant(), said.words(),
                day == null ? null : new Minute(or(said.group()), or(said.number()), day));
    }

    private static String or(@Nullable String words) {
        return words == null ? "" : words;
    }

    private static Challenge challenge(ResultSet row, List<Turn> turns) throws SQLException {
        var outcome = row.getString("outcome");
        return new Challenge(row.getObject("id", UUID.class), row.getString("ref"),
                row.getObject("received_id", UUID.class), row.getString("item_code"),
                Audience.valueOf(row.getString("audience")), ChallengeKind.valueOf(row.getString("kind")),
                row.getObject("peer_scope", UUID.class), row.getObject("owner_scope", UUID.class),
                ChallengeState.valueOf(row.getString("state")),
                outcome == null ? null : ChallengeOutcome.valueOf(outcome), turns, row.getInt("version"));
    }

    /** Where the challenges of a cycle stand, by the copy they are about. */
    Map<UUID, List<ChallengeState>> states(Actor board, UUID cycle) {
        Map<UUID, List<ChallengeState>> all = new HashMap<>();
        db.sql("select received_id, state from assurance.challenge where scope_id = :scope and cycle_id = :cycle")
                .param("scope", board.scope()).param("cycle", cycle).query(row -> {
                    all.computeIfAbsent(row.getObject("received_id", UUID.class), r -> new ArrayList<>())
                            .add(ChallengeState.valueOf(row.getString("state")));
                });
        return all;
    }

    /** Whether there is one of this reference. */
    boolean taken(Actor board, String ref) {
        return db.sql("select exists (select from assurance.challenge where scope_id = :scope and ref = :ref)")
                .param("scope", board.scope()).param("ref", ref).query(Boolean.class).single();
    }

    /** Writes a new one with its first turn, and makes its key. */
    void raise(Actor board, UUID cycle, Challenge.Moved raised) {
        var c = raised.made();
        var outcome = c.outcome();
        db.sql("""
                insert into assurance.challenge (scope_id, id, ref, cycle_id, received_id, item_code, audience, kind,
                  peer_scope, owner_scope, state, outcome, version, raised_at)
                values (:scope, :id, :ref, :cycle, :received, :item, :audience, :kind, :peer, :owner, :state, :outcome,
                  :version, :at)""")
                .param("scope", board.scope()).param("id", c.id()).param("ref", c.ref()).param("cycle", cycle)
                .param("received", c.ret()).param("item", c.item()).param("audience", c.audience().name())
                .param("kind", c.kind().name()).param("peer", c.peer()).param("owner", c.owner())
                .param("state", c.state().name()).param("outcome", outcome == null ? null : outcome.name())
                .param("version", c.version()).param("at", Timestamp.from(raised.turn().at())).update();
        turn(board, c, raised.turn(), seals.newKey(board.scope(), c.id()));
    }

    /** Writes a turn. @throws heed.platform.Refused as moved on where somebody else was first */
    void save(Actor board, Challenge.Moved moved) {
        var c = moved.made();
        var outcome = c.outcome();
        if (db.sql("""
                update assurance.challenge set state = :state, outcome = :outcome, version = :version
                where scope_id = :scope and id = :id and version = :version - 1""").param("state", c.state().name())
                .param("outcome", outcome == null ? null : outcome.name()).param("version", c.version())
                .param("scope", board.scope()).param("id", c.id()).update() == 0)
            throw Refusal.MOVED_ON.because("another turn was first");
        turn(board, c, moved.turn(), seals.key(board.scope(), c.id()));
    }

    private void turn(Actor board, Challenge c, Turn turn, RecordKey key) {
        var minute = turn.minute();
        var said = new Said(turn.words(), minute == null ? null : minute.group(),
                minute == null ? null : minute.number());
        db.sql("""
                insert into assurance.challenge_turn (scope_id, id, challenge_id, place, move, party, organisation,
                  staff_id, for_them, words, minute_day, taken_at)
                values (:scope, :id, :challenge, :place, :move, :party, :organisation, :staff, :for_them, :words, :day,
                  :at)""")
                .param("scope", board.scope()).param("id", turn.id()).param("challenge", c.id())
                .param("place", c.turns().size()).param("move", turn.move().name())
                .param("party", turn.by().party().name()).param("organisation", turn.by().organisation())
                .param("staff", turn.by().staff()).param("for_them", turn.by().forThem())
                .param("words", key.seal(JSON.writeValueAsString(said), WORDS, turn.id()))
                .param("day", minute == null ? null : Date.valueOf(minute.day()))
                .param("at", Timestamp.from(turn.at())).update();
    }
}
