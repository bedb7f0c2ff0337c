package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingColumns;
import heed.assurance.exercise.Verdict;
import heed.platform.Actor;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of ratings that a board has of returns it received, and of the decisions they rest on. Rows are only added; of a
 * rating it is noted later that the organisation has it too. Words are encrypted under the key of the copy.
 */
@Repository
class BoardRatings {
    private static final String WORDS = "assurance.received_rating.words";
    private static final String DECISION = "assurance.panel_decision.words";
    private static final String AGREEMENT = "assurance.board_agreement.words";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Seals seals;

    BoardRatings(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Every rating of some copies but those in them, by copy, oldest first. */
    Map<UUID, List<Rating>> of(Actor board, List<UUID> received) {
        return byCopy(board, received, "select * from assurance.received_rating where scope_id = :scope "
                + "and received_id in (:received) order by given_at, id",
                (row, copy, key) -> RatingColumns.read(row, key, WORDS));
    }

    private interface Reader<T> {
        T read(ResultSet row, UUID copy, RecordKey key) throws SQLException;
    }

    /** What stands in rows of some copies, by copy; one whose key was disposed of is left out. */
    private <T> Map<UUID, List<T>> byCopy(Actor board, List<UUID> received, String sql, Reader<T> reader) {
        if (received.isEmpty())
            return Map.of();
        var keys = seals.keys(board.scope(), received);
        Map<UUID, List<T>> all = new HashMap<>();
        db.sql(sql).param("scope", board.scope()).param("received", received).query(row -> {
            var copy = row.getObject("received_id", UUID.class);
            var key = keys.get(copy);
            if (key != null)
                all.computeIfAbsent(copy, c -> new ArrayList<>()).add(reader.read(row, copy, key));
        });
        return all;
    }

    void add(Actor board, UUID received, Rating rating) {
        RatingColumns.bound(db.sql("""
                insert into assurance.received_rating (scope_id, received_id, %s) values (:scope, :received, %s)"""
                .formatted(RatingColumns.NAMES, RatingColumns.VALUES)), rating, seals.key(board.scope(), received),
                WORDS).param("scope", board.scope()).param("received", received).update();
    }

    /** Copies with ratings that their organisations do not have yet. */
    List<UUID> waiting(Actor board) {
        return db.sql("""
                select distinct received_id from assurance.received_rating
                where scope_id = :scope and delivered_at is null""").param("scope", board.scope())
                .query((row, n) -> row.getObject("received_id", UUID.class)).list();
    }

    /** Ratings of a copy that its organisation does not have yet. */
    List<Rating> waiting(Actor board, UUID received) {
        var key = seals.key(board.scope(), received);
        return db.sql("""
                select * from assurance.received_rating
                where scope_id = :scope and received_id = :received and delivered_at is null order by given_at, id""")
                .param("scope", board.scope()).param("received", received)
                .query((row, n) -> RatingColumns.read(row, key, WORDS)).list();
    }

    void delivered(Actor board, List<UUID> ratings, Instant at) {
        db.sql("update assurance.received_rating set delivered_at = :at where scope_id = :scope and id in (:ids)")
                .param("at", Timestamp.from(at)).param("scope", board.scope()).param("ids", ratings).update();
    }

    private record Decided(String why, String group, String number) {
    }

    /**
     * Every decision of a panel on some copies, by copy, oldest first.
     *
     * @param owners whose return each copy is
     */
    Map<UUID, List<PanelDecision>> decisions(Actor board, Map<UUID, UUID> owners) {
        return byCopy(board, List.copyOf(owners.keySet()), "select * from assurance.panel_decision "
                + "where scope_id = :scope and received_id in (:received) order by made_at, id", (row, copy, key) -> {
                    var id = row.getObject("id", UUID.class);
                    var words = JSON.readValue(key.open(row.getBytes("words"), DECISION, id), Decided.class);
                    return new PanelDecision(id, copy, Objects.requireNonNull(owners.get(copy)),
                            row.getString("item_code"), Audience.valueOf(row.getString("audience")),
                            verdict(row.getString("verdict")), words.why(),
                            new Minute(words.group(), words.number(), row.getObject("minute_day", LocalDate.class)),
                            Set.of((UUID[]) row.getArray("deciding").getArray()),
                            Set.of((String[]) row.getArray("refs").getArray()));
                });
    }

    /** A verdict from the code it is stored under; the reason for "not applicable" is not in the code. */
    static Verdict verdict(String stored) {
        return switch (stored) {
            case "not_rated" -> new Verdict.NotRated();
            case "not_applicable" -> new Verdict.NotApplicable("");
            case "not_recoverable" -> new Verdict.NotRecoverable();
            default -> new Verdict.Level(stored, null);
        };
    }

    void decide(Actor board, PanelDecision d, Instant at) {
        var words = new Decided(d.why().strip(), d.minute().group().strip(), d.minute().number().strip());
        db.sql("""
                insert into assurance.panel_decision (scope_id, id, received_id, item_code, audience, verdict, words,
                  minute_day, deciding, refs, made_by, made_at)
                values (:scope, :id, :received, :item, :audience, :verdict, :words, :day, :deciding, :refs, :by, :at)""")
                .param("scope", board.scope()).param("id", d.id()).param("received", d.ret()).param("item", d.item())
                .param("audience", d.audience().name()).param("verdict", d.verdict().stored())
                .param("words",
                        seals.key(board.scope(), d.ret()).seal(JSON.writeValueAsString(words), DECISION, d.id()))
                .param("day", Date.valueOf(d.minute().day())).param("deciding", d.deciding().toArray(UUID[]::new))
                .param("refs", d.refs().toArray(String[]::new)).param("by", board.staff())
                .param("at", Timestamp.from(at)).update();
    }

    private record Agreed(String group, String number, Map<String, String> why) {
    }

    void agree(Actor board, BoardAgreement agreement, Instant at) {
        var id = UUID.randomUUID();
        Map<String, String> why = new java.util.TreeMap<>();
        for (var line : agreement.lines())
            if (!line.why().isBlank())
                why.put(line.item() + " " + line.audience(), line.why().strip());
        var minute = agreement.minute();
        db.sql("""
                insert into assurance.board_agreement (scope_id, id, received_id, words, minute_day, made_by, made_at)
                values (:scope, :id, :received, :words, :day, :by, :at)""").param("scope", board.scope())
                .param("id", id).param("received", agreement.ret())
                .param("words", seals.key(board.scope(), agreement.ret()).seal(
                        JSON.writeValueAsString(new Agreed(minute.group().strip(), minute.number().strip(), why)),
                        AGREEMENT, id))
                .param("day", Date.valueOf(minute.day())).param("by", board.staff()).param("at", Timestamp.from(at))
                .update();
    }

    /** The reasons that the board gave, by question and audience: of every minute, the latest last. */
    Map<String, String> reasons(Actor board, UUID received) {
        var key = seals.key(board.scope(), received);
        Map<String, String> all = new java.util.HashMap<>();
        db.sql("""
                select id, words from assurance.board_agreement where scope_id = :scope and received_id = :received
                order by made_at, id""").param("scope", board.scope()).param("received", received).query(row -> {
            all.putAll(JSON.readValue(
                    key.open(row.getBytes("words"), AGREEMENT, row.getObject("id", UUID.class)), Agreed.class).why());
        });
        return Map.copyOf(all);
    }
}
