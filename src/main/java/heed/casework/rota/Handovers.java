package heed.casework.rota;

import heed.access.Permission;
import heed.access.policy.Policy;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Status;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What one shift leaves to the next. What is said of a concern belongs to that concern: it is under its key and seen only by
 * those who may see the concern, and a handover of which somebody may see nothing does not exist for them.
 */
@Service
public class Handovers {
    private static final Duration SHOWN_FOR = Duration.ofDays(28);
    private static final int MOST = 50;

    private final JdbcClient db;
    private final Concerns concerns;
    private final Staff staff;
    private final Seals seals;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Handovers(JdbcClient db, Concerns concerns, Staff staff, Seals seals, Transactions transactions, Trail trail,
            Clock clock) {
        this.db = db;
        this.concerns = concerns;
        this.staff = staff;
        this.seals = seals;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Something said of a concern. */
    public record Line(String ref, String words) {
    }

    /**
     * A handover, as far as the reader may see it.
     *
     * @param id        its id
     * @param author    who wrote it
     * @param at        when
     * @param words     what is said to everybody; empty for nothing
     * @param lines     what is said of concerns that the reader may see
     * @param read      whether the reader marked it as read, or wrote it
     */
    public record Handover(UUID id, String author, Instant at, String words, List<Line> lines, boolean read) {
    }

    private record Row(UUID id, UUID by, Instant at, byte @Nullable [] words) {
    }

    /** Those of the last four weeks, latest first. */
    public List<Handover> recent(Actor by) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var rows = db.sql("""
                    select id, written_by, written_at, words from casework.handover
                    where scope_id = :scope and written_at > :since order by written_at desc, id limit :most""")
                    .param("scope", by.scope()).param("since", Timestamp.from(clock.instant().minus(SHOWN_FOR)))
                    .param("most", MOST)
                    .query((row, n) -> new Row(row.getObject("id", UUID.class),
                            row.getObject("written_by", UUID.class), row.getTimestamp("written_at").toInstant(),
                            row.getBytes("words")))
                    .list();
            return opened(by, rows);
        });
    }

    /** Those that the reader has not marked as read yet, latest first; for the top of the queue. */
    public List<Handover> unread(Actor by) {
        return recent(by).stream().filter(h -> !h.read()).toList();
    }

    private List<Handover> opened(Actor by, List<Row> rows) {
        var lines = lines(by, rows.stream().map(Row::id).toList());
        // The general part is for officers. Whoever only receives allegations sees what is said of what they may see.
        boolean officer = by.may(Permission.SEE_CONCERNS);
        var shown = rows.stream().filter(r -> officer && r.words() != null || lines.containsKey(r.id())).toList();
        var ids = shown.stream().map(Row::id).toList();
        var keys = seals.keys(by.scope(), ids);
        var names = staff.names(by, shown.stream().map(Row::by).distinct().toList());
        Set<UUID> read = new HashSet<>(db.sql("""
                select handover_id from casework.handover_reading
                where staff_id = :me and handover_id = any(:ids)""")
                .param("me", by.staff()).param("ids", ids.toArray(UUID[]::new)).query(UUID.class).list());
        trail.add(by, Trace.list("handover.view", ids));
        return shown.stream().map(row -> {
            var key = keys.get(row.id());
            var words = officer && row.words() != null && key != null
                    ? key.open(row.words(), "casework.handover.words", row.id())
                    : "";
            return new Handover(row.id(), names.getOrDefault(row.by(), "Someone who has left"), row.at(), words,
                    lines.getOrDefault(row.id(), List.of()), read.contains(row.id()) || by.is(row.by()));
        }).toList();
    }

    private Map<UUID, List<Line>> lines(Actor by, List<UUID> handovers) {
        record Sealed(UUID id, UUID handover, UUID concern, String ref, byte[] words) {
        }
        var found = db.sql("""
                select l.id, l.handover_id, c.id as concern, c.ref, l.words from casework.handover_line l
                join casework.concern c on c.scope_id = l.scope_id and c.id = l.concern_id
                where l.handover_id = any(:ids) and c.status <> :gone and\s""" + Policy.office(by).sql("c")
                + " order by l.handover_id, c.danger desc, c.received_at, l.id")
                .param("ids", handovers.toArray(UUID[]::new)).param("gone", Status.IN_ERROR.name())
                .query((row, n) -> new Sealed(row.getObject("id", UUID.class),
                        row.getObject("handover_id", UUID.class), row.getObject("concern", UUID.class),
                        row.getString("ref"), row.getBytes("words")))
                .list();
        if (found.isEmpty())
            return Map.of();
        var keys = seals.keys(by.scope(), found.stream().map(Sealed::concern).distinct().toList());
        trail.add(by, Trace.list("concern.handover", found.stream().map(Sealed::concern).distinct().toList()));
        var lines = new HashMap<UUID, List<Line>>();
        for (var one : found) {
            var key = keys.get(one.concern());
            if (key != null)
                lines.computeIfAbsent(one.handover(), id -> new ArrayList<>()).add(new Line(one.ref(),
                        key.open(one.words(), "casework.handover_line.words", one.id())));
        }
        return lines;
    }

    /** References of what the writer has in hand, to say something of. */
    List<ConcernRef> inHand(Actor by) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var mine = concerns.list(Policy.office(by), List.of(Status.IN_TRIAGE), null, 200).stream()
                    .filter(c -> c.takenBy() != null && by.is(c.takenBy())).toList();
            trail.add(by, Trace.list("concern.list", mine.stream().map(Concern::id).toList()).because("HANDOVER"));
            return mine.stream().map(Concern::ref).toList();
        });
    }

    /** Whether there is such a concern that the writer may see. */
    boolean knows(Actor by, ConcernRef ref) {
        return find(by, ref).isPresent();
    }

    private Optional<Concern> find(Actor by, ConcernRef ref) {
        return transactions.inScope(by.scope(), () -> {
            var found = concerns.find(Policy.office(by), ref).filter(Concern::inUse);
            found.ifPresent(c -> trail.add(by, Trace.of("concern.find", c.id())));
            return found;
        });
    }

    /**
     * Leaves a handover; the same submission again leaves nothing.
     *
     * @param words what everybody may read; empty for nothing
     * @param lines what is said of concerns
     * @throws heed.platform.Refused as not found where the writer may not see one of the concerns; as not allowed now where
     *                               nothing is said
     */
    public void write(Actor by, UUID submission, String words, Map<ConcernRef, String> lines) {
        by.must(Permission.WORK_CONCERNS);
        if (words.isBlank() && lines.isEmpty())
            throw Refusal.NOT_ALLOWED_NOW.because("a handover that says nothing");
        transactions.inScope(by.scope(), () -> {
            var about = new LinkedHashMap<Concern, String>();
            lines.forEach((ref, line) -> about.put(
                    find(by, ref).orElseThrow(() -> Refusal.NOT_FOUND.because("no such concern for them")), line));
            if (db.sql("select exists (select 1 from casework.handover where submission = :submission)")
                    .param("submission", submission).query(Boolean.class).single())
                return;
            var id = UUID.randomUUID();
            var key = seals.newKey(by.scope(), id);
            if (db.sql("""
                    insert into casework.handover (scope_id, id, submission, written_by, written_at, words)
                    values (:scope, :id, :submission, :by, :now, :words) on conflict do nothing""")
                    .param("scope", by.scope()).param("id", id).param("submission", submission)
                    .param("by", by.staff()).param("now", Timestamp.from(clock.instant()))
                    .param("words", words.isBlank() ? null : key.seal(words, "casework.handover.words", id),
                            java.sql.Types.BINARY)
                    .update() == 0)
                return;
            about.forEach((concern, line) -> {
                var lineId = UUID.randomUUID();
                db.sql("""
                        insert into casework.handover_line (scope_id, id, handover_id, concern_id, words)
                        values (:scope, :id, :handover, :concern, :words)""")
                        .param("scope", by.scope()).param("id", lineId).param("handover", id)
                        .param("concern", concern.id())
                        .param("words", seals.key(by.scope(), concern.id()).seal(line, "casework.handover_line.words",
                                lineId))
                        .update();
            });
            trail.add(by, new Trace("handover.write", id, List.of(),
                    about.keySet().stream().map(Concern::id).collect(Collectors.toList()), null));
        });
    }

    /** Marks one as read. @throws heed.platform.Refused as not found where the reader may see nothing of it */
    public void read(Actor by, UUID id) {
        transactions.inScope(by.scope(), () -> {
            if (recent(by).stream().noneMatch(h -> h.id().equals(id)))
                throw Refusal.NOT_FOUND.because("no such handover for them");
            db.sql("""
                    insert into casework.handover_reading (scope_id, handover_id, staff_id, read_at)
                    values (:scope, :id, :me, :now) on conflict do nothing""")
                    .param("scope", by.scope()).param("id", id).param("me", by.staff())
                    .param("now", Timestamp.from(clock.instant())).update();
            trail.add(by, Trace.of("handover.read", id));
        });
    }
}
