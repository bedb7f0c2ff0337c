package heed.casework.concern;

import heed.platform.Actor;
import heed.platform.seal.Seals;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was written after a concern was sent: additions, a recipient's summary, and what an officer wrote back. Nothing
 * here is ever changed. Callers have read the concern through the actor's eyes first.
 */
@Repository
public class Correspondence {
    private final JdbcClient db;
    private final Seals seals;
    private final ConcernWords words;

    Correspondence(JdbcClient db, Seals seals, ConcernWords words) {
        this.db = db;
        this.seals = seals;
        this.words = words;
    }

    /** Who an addition is from. */
    public enum Kind {
        /** Whoever told us. */
        BY_REPORTER,
        /** An officer who may see the concern. */
        BY_OFFICER,
        /** An allegations recipient, for the lead who protects the person at risk. */
        SUMMARY
    }

    /** Something added after sending. */
    public record Addendum(UUID id, Kind kind, String words, UUID by, Instant at) {
    }

    /** Something an officer wrote to whoever told us; {@code readAt} is when they first read it. */
    public record Feedback(UUID id, String words, UUID by, Instant at, @Nullable Instant readAt) {
    }

    /** Adds to a concern; the same submission again adds nothing. Returns whether it was new. */
    public boolean add(Actor by, Concern concern, UUID submission, Kind kind, String words, Instant at) {
        concern.mustBeInUse();
        var id = UUID.randomUUID();
        boolean fresh = db.sql("""
                insert into casework.addendum (scope_id, id, concern_id, submission, kind, words, added_by, added_at)
                values (:scope, :id, :concern, :submission, :kind, :words, :by, :at)
                on conflict (scope_id, concern_id, submission) do nothing""")
                .param("scope", by.scope())
                .param("id", id)
                .param("concern", concern.id())
                .param("submission", submission)
                .param("kind", kind.name())
                .param("words", seals.key(by.scope(), concern.id()).seal(words, "casework.addendum.words", id))
                .param("by", by.staff())
                .param("at", Timestamp.from(at))
                .update() == 1;
        if (fresh)
            this.words.more(by, concern.id(), words);
        return fresh;
    }

    /** The words of everything added to each of these concerns, oldest first, in two queries however many. */
    public Map<UUID, List<String>> added(Actor by, List<Concern> concerns) {
        var keys = seals.keys(by.scope(), concerns.stream().filter(Concern::inUse).map(Concern::id).toList());
        record Row(UUID id, UUID concern, byte[] words) {
        }
        return db.sql("""
                select id, concern_id, words from casework.addendum where concern_id = any(:ids)
                order by concern_id, added_at, id""").param("ids", keys.keySet().toArray(UUID[]::new))
                .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getObject("concern_id", UUID.class),
                        row.getBytes("words")))
                .list().stream().collect(Collectors.groupingBy(Row::concern, Collectors.mapping(
                        row -> Objects.requireNonNull(keys.get(row.concern())).open(row.words(),
                                "casework.addendum.words", row.id()),
                        Collectors.toList())));
    }

    /** Everything added, oldest first; nothing where it was recorded in error. */
    public List<Addendum> addenda(Actor by, Concern concern) {
        if (!concern.inUse())
            return List.of();
        var key = seals.key(by.scope(), concern.id());
        return db.sql(
                "select id, kind, words, added_by, added_at from casework.addendum where concern_id = :id order by added_at, id")
                .param("id", concern.id())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Addendum(id, Kind.valueOf(row.getString("kind")),
                            key.open(row.getBytes("words"), "casework.addendum.words", id),
                            row.getObject("added_by", UUID.class),
                            row.getTimestamp("added_at").toInstant());
                })
                .list();
    }

    /** Writes back to whoever told us. */
    public void writeBack(Actor by, Concern concern, String words, Instant at) {
        concern.mustBeInUse();
        var id = UUID.randomUUID();
        db.sql("""
                insert into casework.feedback (scope_id, id, concern_id, words, written_by, written_at)
                values (:scope, :id, :concern, :words, :by, :at)""")
                .param("scope", by.scope())
                .param("id", id)
                .param("concern", concern.id())
                .param("words", seals.key(by.scope(), concern.id()).seal(words, "casework.feedback.words", id))
                .param("by", by.staff())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Everything written back, oldest first; nothing where it was recorded in error. */
    public List<Feedback> feedback(Actor by, Concern concern) {
        if (!concern.inUse())
            return List.of();
        var key = seals.key(by.scope(), concern.id());
        return db.sql(
                "select id, words, written_by, written_at, read_at from casework.feedback where concern_id = :id order by written_at, id")
                .param("id", concern.id())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var read = row.getTimestamp("read_at");
                    return new Feedback(id, key.open(row.getBytes("words"), "casework.feedback.words", id),
                            row.getObject("written_by", UUID.class), row.getTimestamp("written_at").toInstant(),
                            read == null ? null : read.toInstant());
                })
                .list();
    }

    /** Marks what was written back as read, by the person it was written to. */
    public void read(Concern concern, Instant at) {
        db.sql("update casework.feedback set read_at = :at where concern_id = :id and read_at is null")
                .param("at", Timestamp.from(at))
                .param("id", concern.id())
                .update();
    }

    /** Of these concerns, those with something written back that was not read. */
    public List<UUID> unread(List<Concern> concerns) {
        return db.sql(
                "select distinct concern_id from casework.feedback where concern_id = any(:ids) and read_at is null")
                .param("ids", concerns.stream().map(Concern::id).toArray(UUID[]::new))
                .query((row, n) -> row.getObject("concern_id", UUID.class))
                .list();
    }
}
