package heed.casework.known;

import heed.access.policy.Rule;
import heed.casework.concern.Concern;
import heed.platform.Actor;
import heed.platform.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The store of what was said of namings. A link is found only where the rule lets through the concerns of both namings, they
 * are in use, and neither naming was withdrawn. Every method needs the caller's scope transaction; the caller writes the
 * audit log.
 */
@Repository
class KnownLinks {
    private static final String WITHIN = """
             from casework.known_link l
             join casework.concern_person p on p.scope_id = l.scope_id and p.id = l.one_id and p.withdrawn_at is null
             join casework.concern_person q on q.scope_id = l.scope_id and q.id = l.other_id and q.withdrawn_at is null
             join casework.concern c on c.scope_id = p.scope_id and c.id = p.concern_id
             join casework.concern d on d.scope_id = q.scope_id and d.id = q.concern_id
            where l.scope_id = :scope and c.status in ('RECEIVED', 'IN_TRIAGE', 'DECIDED')
              and d.status in ('RECEIVED', 'IN_TRIAGE', 'DECIDED') and\s""";
    private static final String COLUMNS = """
            select l.id, l.concern_id, l.one_id, l.other_id, l.kind, l.made_by, l.made_at, l.why, l.ended_by, l.ended_at,
                   l.end_why""";

    private final JdbcClient db;
    private final Seals seals;

    KnownLinks(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** A row as kept. */
    private record Row(UUID id, UUID concern, UUID one, UUID other, KnownLink.Saying saying, UUID by, Instant at,
            byte @Nullable [] why, @Nullable UUID endedBy, @Nullable Instant endedAt, byte @Nullable [] endWhy) {
    }

    /** One at a time in a scope: two officers who say opposite things at one moment come one after the other. */
    void oneByOne(Actor by) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('known:' || cast(:scope as text), 0))")
                .param("scope", by.scope().toString()).query((row, n) -> 1).single();
    }

    /** Every link within the rule that touches these namings, or the people they are of, reasons not opened. */
    Groups around(Actor by, Rule rule, Collection<UUID> namings) {
        return new Groups(rows(by, rule, namings).stream().map(row -> link(row, null, null)).toList());
    }

    /** The same, reasons opened. */
    Groups opened(Actor by, Rule rule, Collection<UUID> namings) {
        var rows = rows(by, rule, namings);
        var keys = seals.keys(by.scope(), rows.stream().map(Row::concern).distinct().toList());
        return new Groups(rows.stream().map(row -> {
            var key = keys.get(row.concern());
            return link(row,
                    row.why() == null || key == null ? null : key.open(row.why(), "casework.known_link.why", row.id()),
                    row.endWhy() == null || key == null
                            ? null
                            : key.open(row.endWhy(), "casework.known_link.end_why", row.id()));
        }).toList());
    }

    /** A link by id, within the rule. */
    Optional<KnownLink> find(Actor by, Rule rule, UUID id) {
        return db.sql(COLUMNS + WITHIN + rule.sql("c") + " and " + rule.sql("d") + " and l.id = :id")
                .param("scope", by.scope()).param("id", id).query(KnownLinks::row).optional()
                .map(row -> link(row, null, null));
    }

    /** Keeps what somebody said. */
    UUID add(Actor by, Concern concern, UUID one, UUID other, KnownLink.Saying saying, String why, Instant at) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into casework.known_link (scope_id, id, concern_id, one_id, other_id, kind, made_by, made_at, why)
                values (:scope, :id, :concern, least(cast(:one as uuid), cast(:other as uuid)),
                    greatest(cast(:one as uuid), cast(:other as uuid)), :kind, :by, :at, :why)""")
                .param("scope", by.scope()).param("id", id).param("concern", concern.id())
                .param("one", one).param("other", other).param("kind", saying.name())
                .param("by", by.staff()).param("at", Timestamp.from(at))
                .param("why", why.isBlank()
                        ? null
                        : seals.key(by.scope(), concern.id()).seal(why, "casework.known_link.why", id), Types.BINARY)
                .update();
        return id;
    }

    /** Ends one. @return whether it stood until now */
    boolean end(Actor by, UUID id, String why, Instant at) {
        var concern = db.sql("select concern_id from casework.known_link where id = :id and ended_at is null")
                .param("id", id).query(UUID.class).optional();
        return concern.isPresent() && db.sql("""
                update casework.known_link set ended_by = :by, ended_at = :at, end_why = :why
                 where id = :id and ended_at is null""")
                .param("by", by.staff()).param("at", Timestamp.from(at)).param("id", id)
                .param("why", why.isBlank()
                        ? null
                        : seals.key(by.scope(), concern.get()).seal(why, "casework.known_link.end_why", id),
                        Types.BINARY)
                .update() == 1;
    }

    private List<Row> rows(Actor by, Rule rule, Collection<UUID> namings) {
        Map<UUID, Row> found = new LinkedHashMap<>();
        Set<UUID> asked = new HashSet<>();
        Set<UUID> next = new HashSet<>(namings);
        while (!next.isEmpty()) {
            var rows = db
                    .sql(COLUMNS + WITHIN + rule.sql("c") + " and " + rule.sql("d")
                            + """
                     and l.id in (select k.id from casework.known_link k where k.scope_id = :scope and k.one_id = any(:next)
                                  union
                                  select k.id from casework.known_link k where k.scope_id = :scope and k.other_id = any(:next))""")
                    .param("scope", by.scope()).param("next", next.toArray(UUID[]::new)).query(KnownLinks::row).list();
            asked.addAll(next);
            next.clear();
            for (var row : rows) {
                found.put(row.id(), row);
                if (row.saying() == KnownLink.Saying.SAME && row.endedAt() == null) {
                    next.add(row.one());
                    next.add(row.other());
                }
            }
            next.removeAll(asked);
        }
        return List.copyOf(found.values());
    }

    private static KnownLink link(Row row, @Nullable String why, @Nullable String endWhy) {
        return new KnownLink(row.id(), row.one(), row.other(), row.saying(), row.by(), row.at(), why,
                row.endedBy() == null || row.endedAt() == null
                        ? null
                        : new KnownLink.Ending(row.endedBy(), row.endedAt(), endWhy));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Row(row.getObject("id", UUID.class), row.getObject("concern_id", UUID.class),
                row.getObject("one_id", UUID.class), row.getObject("other_id", UUID.class),
                KnownLink.Saying.valueOf(row.getString("kind")), row.getObject("made_by", UUID.class),
                row.getTimestamp("made_at").toInstant(), row.getBytes("why"), row.getObject("ended_by", UUID.class),
                ended == null ? null : ended.toInstant(), row.getBytes("end_why"));
    }
}
