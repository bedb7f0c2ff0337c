package heed.assurance.importing;

import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Reading;
import heed.assurance.paper.Source;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.seal.Seals;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of papers brought in. A paper is found within what somebody may see: those of the body they work for, by
 * {@link #THEIRS}; whoever calls has asked for the permission. What was read and said is encrypted under the paper's key.
 */
@Repository
class BroughtPapers {
    /** Which papers are there for somebody with the permission: those of their own body. */
    private static final String THEIRS = "scope_id = :scope and council_id = :council";
    private static final String WITH_KEY = """
            exists (select from platform.record_key k where k.scope_id = p.scope_id and k.record_id = p.id)""";
    private static final String LATEST_FIRST = " order by brought_at desc, id desc";
    private static final String READING = "assurance.paper.reading";
    private static final String CORRECTION = "assurance.paper_correction.correction";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Seals seals;

    BroughtPapers(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Keeps a paper that was brought, with a key of its own. */
    void add(Actor by, UUID id, PaperKind kind, Instant at) {
        seals.newKey(by.scope(), id);
        db.sql("""
                insert into assurance.paper (scope_id, id, council_id, kind, state, brought_by, brought_at)
                values (:scope, :id, :council, :kind, :state, :by, :at)""")
                .param("scope", by.scope()).param("id", id).param("council", by.council()).param("kind", kind.name())
                .param("state", PaperMove.BRING.to().name()).param("by", by.staff()).param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Papers of the body they work for, latest first; one whose key was destroyed is not there.
     *
     * @param after where the page before ended; null for the first
     * @param most  how many at most
     */
    List<Paper> theirs(Actor by, @Nullable PaperCursor after, int most) {
        var sql = "select * from assurance.paper p where " + THEIRS + " and " + WITH_KEY;
        var params = new HashMap<String, Object>();
        if (after != null) {
            params.put("at", Timestamp.from(after.at()));
            params.put("id", after.id());
            sql += " and (brought_at, id) < (:at, :id)";
        }
        return db.sql(sql + LATEST_FIRST + " limit :most").params(params).param("scope", by.scope())
                .param("council", by.council()).param("most", most).query(BroughtPapers::paper).list();
    }

    /** Those of them that nobody accepted yet, latest first. @param most how many at most */
    List<Paper> unaccepted(Actor by, int most) {
        return db.sql("select * from assurance.paper p where " + THEIRS + " and state <> 'ACCEPTED' and " + WITH_KEY
                + LATEST_FIRST + " limit :most").param("scope", by.scope()).param("council", by.council())
                .param("most", most).query(BroughtPapers::paper).list();
    }

    /** Those of them that were accepted, of these kinds, latest first: every one, for what they say counts. */
    List<Paper> accepted(Actor by, Collection<PaperKind> kinds) {
        return db.sql("select * from assurance.paper p where " + THEIRS
                + " and state = 'ACCEPTED' and kind in (:kinds) and " + WITH_KEY + LATEST_FIRST)
                .param("scope", by.scope()).param("council", by.council())
                .param("kinds", kinds.stream().map(Enum::name).toList()).query(BroughtPapers::paper).list();
    }

    /** How many there are. @param all all of them; else only those that nobody accepted yet */
    int count(Actor by, boolean all) {
        return db
                .sql("select count(*) from assurance.paper p where " + THEIRS
                        + " and (:all or state <> 'ACCEPTED') and "
                        + WITH_KEY)
                .param("scope", by.scope()).param("council", by.council()).param("all", all)
                .query(Integer.class).single();
    }

    /** @throws heed.platform.Refused as not found, where it is not there or not theirs */
    Paper get(Actor by, UUID id) {
        return find(by, id, "").orElseThrow(() -> Refusal.NOT_FOUND.because("no such paper of theirs"));
    }

    /** The same, held until the transaction ends, so that two changes come one after the other. */
    Paper hold(Actor by, UUID id) {
        return find(by, id, " for update").orElseThrow(() -> Refusal.NOT_FOUND.because("no such paper of theirs"));
    }

    private Optional<Paper> find(Actor by, UUID id, String lock) {
        return db.sql("select * from assurance.paper p where " + THEIRS + " and id = :id and " + WITH_KEY + lock)
                .param("scope", by.scope()).param("council", by.council()).param("id", id)
                .query(BroughtPapers::paper).optional();
    }

    /** Papers of a whole scope that wait to be read, longest waiting first: for the job alone. */
    List<UUID> waiting(Actor by, int most) {
        return db.sql("""
                select id from assurance.paper p where scope_id = :scope and state = 'WAITING' and %s
                order by brought_at, id limit :most""".formatted(WITH_KEY)).param("scope", by.scope())
                .param("most", most).query((row, n) -> row.getObject("id", UUID.class)).list();
    }

    /** Takes a waiting paper to read it, so that no two do; a reader that was lost is given up after five minutes. */
    Optional<Paper> claim(Actor by, UUID id, Instant now) {
        return db.sql("""
                update assurance.paper set reading_since = :now
                where scope_id = :scope and id = :id and state = 'WAITING'
                  and (reading_since is null or reading_since < :lost)
                returning *""")
                .param("now", Timestamp.from(now)).param("scope", by.scope()).param("id", id)
                .param("lost", Timestamp.from(now.minus(Duration.ofMinutes(5))))
                .query(BroughtPapers::paper).optional();
    }

    /** Lets go of a paper that could not be read yet, for instance because its file waits for the virus check. */
    void release(Actor by, UUID id) {
        db.sql("update assurance.paper set reading_since = null where scope_id = :scope and id = :id")
                .param("scope", by.scope()).param("id", id).update();
    }

    /** Keeps what was read, where nobody else moved the paper meanwhile. */
    boolean read(Actor by, Paper claimed, Reading reading, int unread, Instant at) {
        return db.sql("""
                update assurance.paper set state = 'READ', fault = null, reading = :reading, lines = :lines,
                    pieces = :pieces, unread = :unread, read_at = :at, reading_since = null, version = version + 1
                where scope_id = :scope and id = :id and state = 'WAITING' and version = :version""")
                .param("reading", seals.key(by.scope(), claimed.id()).seal(JSON.writeValueAsBytes(reading), READING,
                        claimed.id()))
                .param("lines", reading.lines().size()).param("pieces", reading.pieces().size())
                .param("unread", unread).param("at", Timestamp.from(at)).param("scope", by.scope())
                .param("id", claimed.id()).param("version", claimed.version()).update() == 1;
    }

    /** Keeps why nothing could be read. */
    boolean failed(Actor by, Paper claimed, Source.Fault fault, Instant at) {
        return db.sql("""
                update assurance.paper set state = 'UNREADABLE', fault = :fault, read_at = :at, reading_since = null,
                    version = version + 1
                where scope_id = :scope and id = :id and state = 'WAITING' and version = :version""")
                .param("fault", fault.name()).param("at", Timestamp.from(at)).param("scope", by.scope())
                .param("id", claimed.id()).param("version", claimed.version()).update() == 1;
    }

    /** Has a paper that is held read once more, as this kind. */
    void again(Actor by, Paper held, PaperKind kind) {
        PaperMove.mustBeReadable(held.state());
        db.sql("""
                update assurance.paper set state = 'WAITING', fault = null, kind = :kind, reading_since = null,
                    version = version + 1 where scope_id = :scope and id = :id""")
                .param("kind", kind.name()).param("scope", by.scope()).param("id", held.id()).update();
    }

    /** Accepts a paper that is held. */
    void accept(Actor by, Paper held, @Nullable UUID ledTo, Instant at) {
        PaperMove.ACCEPT.mustStartFrom(held.state());
        db.sql("""
                update assurance.paper set state = 'ACCEPTED', accepted_by = :by, accepted_at = :at, led_to = :made,
                    version = version + 1 where scope_id = :scope and id = :id""")
                .param("by", by.staff()).param("at", Timestamp.from(at)).param("made", ledTo)
                .param("scope", by.scope()).param("id", held.id()).update();
    }

    /**
     * Takes back that a paper which is held was accepted, and everything that was made of it.
     *
     * @return whether it could be: not where something was done since with what was made
     */
    boolean takeBack(Actor by, Paper held) {
        PaperMove.TAKE_BACK.mustStartFrom(held.state());
        var gone = db.sql("select assurance.take_back_paper(:scope, :id)").param("scope", by.scope())
                .param("id", held.id()).query((row, n) -> Optional.ofNullable(row.getArray(1))
                        .map(BroughtPapers::ids))
                .single();
        if (gone.isEmpty())
            return false;
        gone.get().forEach(record -> seals.destroy(by.scope(), record));
        db.sql("""
                update assurance.paper set state = 'READ', accepted_by = null, accepted_at = null, led_to = null,
                    version = version + 1 where scope_id = :scope and id = :id""")
                .param("scope", by.scope()).param("id", held.id()).update();
        return true;
    }

    private static List<UUID> ids(Array array) {
        try {
            return List.of((UUID[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException("ids could not be read", e);
        }
    }

    /** Removes a paper that is held, with its key: nothing of it can be read again. */
    void discard(Actor by, Paper held) {
        PaperMove.mayBeGivenUp(held.state());
        db.sql("delete from assurance.paper where scope_id = :scope and id = :id").param("scope", by.scope())
                .param("id", held.id()).update();
        seals.destroy(by.scope(), held.id());
    }

    /** What was read, with what people said about it. @throws heed.platform.Refused as moved on, where it is not read */
    Corrected corrected(Actor by, Paper paper) {
        var key = seals.key(by.scope(), paper.id());
        var sealed = db.sql("select reading from assurance.paper where scope_id = :scope and id = :id")
                .param("scope", by.scope()).param("id", paper.id())
                .query((row, n) -> Optional.ofNullable(row.getBytes("reading"))).single()
                .orElseThrow(() -> Refusal.MOVED_ON.because("the paper is not read"));
        var reading = JSON.readValue(key.openBytes(sealed, READING, paper.id()), Reading.class);
        var made = db.sql("""
                select id, n, made_by, made_at, correction from assurance.paper_correction
                where scope_id = :scope and paper_id = :id order by n""")
                .param("scope", by.scope()).param("id", paper.id())
                .query((row, n) -> new MadeCorrection(row.getInt("n"), row.getObject("made_by", UUID.class),
                        row.getTimestamp("made_at").toInstant(),
                        JSON.readValue(key.openBytes(row.getBytes("correction"), CORRECTION,
                                row.getObject("id", UUID.class)), Correction.class)))
                .list();
        return Corrected.of(reading, made);
    }

    /** Adds a correction to a paper that is held. */
    void add(Actor by, Paper held, Correction correction, Instant at) {
        PaperMove.CORRECT.mustStartFrom(held.state());
        var id = UUID.randomUUID();
        db.sql("""
                insert into assurance.paper_correction (scope_id, id, paper_id, n, made_by, made_at, correction)
                values (:scope, :id, :paper, (select coalesce(max(n), 0) + 1 from assurance.paper_correction
                    where scope_id = :scope and paper_id = :paper), :by, :at, :correction)""")
                .param("scope", by.scope()).param("id", id).param("paper", held.id()).param("by", by.staff())
                .param("at", Timestamp.from(at))
                .param("correction", seals.key(by.scope(), held.id()).seal(JSON.writeValueAsBytes(correction),
                        CORRECTION, id))
                .update();
    }

    /** Keeps the counts that lists show. */
    void counted(Actor by, UUID paper, int pieces, int unread) {
        db.sql("update assurance.paper set pieces = :pieces, unread = :unread where scope_id = :scope and id = :id")
                .param("pieces", pieces).param("unread", unread).param("scope", by.scope()).param("id", paper).update();
    }

    private static Paper paper(ResultSet row, int number) throws SQLException {
        var fault = row.getString("fault");
        return new Paper(row.getObject("id", UUID.class), row.getObject("council_id", UUID.class),
                PaperKind.valueOf(row.getString("kind")), PaperState.valueOf(row.getString("state")),
                fault == null ? null : Source.Fault.valueOf(fault), row.getInt("pieces"), row.getInt("unread"),
                row.getInt("version"), row.getObject("brought_by", UUID.class),
                row.getTimestamp("brought_at").toInstant(), instant(row, "reading_since"), instant(row, "read_at"),
                row.getObject("accepted_by", UUID.class), instant(row, "accepted_at"),
                row.getObject("led_to", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
