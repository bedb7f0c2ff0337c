package heed.platform.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the audit log for a verifier, as lines of JSON: what it is and of when; each head, followed by its entries in their
 * places; then every entry that is in no batch, or in one that is not there. Ids, codes and names of fields, as they are
 * kept; no name of a person, and no value. As much is in memory as a few batches hold.
 */
public final class TrailExport {
    private static final int HEADS_AT_ONCE = 500;
    private static final int ENTRIES_AT_ONCE = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Writer out;
    private long entries;

    /** Where an entry is said to be, and what its hash is said to be; without the entry where that is gone. */
    private record Leaf(@Nullable Long batch, @Nullable Integer position, UUID id, @Nullable String hash,
            @Nullable Entry entry) {
    }

    /**
     * @param db within one transaction of one moment (repeatable read), in which a scope can be set
     */
    public TrailExport(JdbcClient db, Writer out) {
        this.db = db;
        this.out = out;
    }

    /**
     * Writes all of it.
     *
     * @param taken when
     * @return how many entries it holds
     */
    public long write(Instant taken) throws IOException {
        line("export", Map.of("format", "heed-trail-1", "taken", Head.micros(taken)));
        var heads = new Heads(db);
        long last = 0;
        for (var some = heads.after(last, HEADS_AT_ONCE); !some.isEmpty(); some = heads.after(last, HEADS_AT_ONCE)) {
            var few = few(some);
            batches(few);
            last = few.getLast().number();
        }
        for (var scope : db.sql("select trail_scopes from platform.trail_scopes()")
                .query((row, n) -> row.getObject(1, UUID.class)).list())
            loose(scope);
        line("end", Map.of("entries", entries));
        out.flush();
        return entries;
    }

    /** The first of them, as many as fit in memory with their entries. */
    private static List<Head> few(List<Head> some) {
        long size = 0;
        for (int i = 0; i < some.size(); i++) {
            size += some.get(i).size();
            if (size > ENTRIES_AT_ONCE)
                return some.subList(0, Math.max(1, i));
        }
        return some;
    }

    private void batches(List<Head> heads) throws IOException {
        var leaves = new HashMap<Long, List<Leaf>>();
        for (var scope : heads.stream().filter(head -> head.size() > 0).map(Head::scope).distinct().toList()) {
            var numbers = heads.stream().filter(head -> head.scope().equals(scope)).map(Head::number)
                    .toArray(Long[]::new);
            in(scope);
            db.sql("select l.batch, l.position, l.entry_id, encode(l.hash, 'hex') as hash, " + Entry.COLUMNS + """
                     from platform.trail_leaf l
                    left join platform.trail t on t.scope_id = l.scope_id and t.id = l.entry_id
                    where l.scope_id = :scope and l.batch = any(:numbers) order by l.batch, l.position""")
                    .param("scope", scope).param("numbers", numbers)
                    .query((row, n) -> leaf(row)).list()
                    .forEach(leaf -> leaves.computeIfAbsent(leaf.batch() == null ? 0 : leaf.batch(),
                            number -> new ArrayList<>()).add(leaf));
        }
        for (var head : heads) {
            out.write("{\"head\":" + head.json() + "}\n");
            for (var leaf : leaves.getOrDefault(head.number(), List.of()))
                write(leaf);
        }
    }

    /** Entries of a scope that no head of it vouches for. */
    private void loose(UUID scope) throws IOException {
        in(scope);
        try (var all = db.sql("select l.batch, l.position, coalesce(l.entry_id, t.id) as entry_id, "
                + "encode(l.hash, 'hex') as hash, " + Entry.COLUMNS + """
                         from platform.trail t
                        full join platform.trail_leaf l on t.scope_id = l.scope_id and t.id = l.entry_id
                        where not exists (
                          select from platform.trail_batch b where b.number = l.batch and b.scope_id = l.scope_id)
                        order by coalesce(t.at, '-infinity'), 3""")
                .withFetchSize(HEADS_AT_ONCE).query((row, n) -> leaf(row)).stream()) {
            all.forEach(leaf -> {
                try {
                    write(leaf);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private void in(UUID scope) {
        db.sql("select set_config('heed.scope', ?, true)").param(scope.toString()).query(String.class)
                .single();
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf((Long) row.getObject("batch"), (Integer) row.getObject("position"),
                row.getObject("entry_id", UUID.class), row.getString("hash"),
                row.getObject("id", UUID.class) == null ? null : Entry.of(row));
    }

    private void write(Leaf leaf) throws IOException {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("batch", leaf.batch());
        told.put("position", leaf.position());
        told.put("hash", leaf.hash());
        var entry = leaf.entry();
        told.put("id", leaf.id().toString());
        if (entry == null) {
            line("gone", told);
            return;
        }
        told.put("scope", entry.scope().toString());
        told.put("at", Head.micros(entry.at()));
        told.put("actor", entry.actor().toString());
        told.put("act", entry.act());
        told.put("record", entry.record() == null ? null : entry.record().toString());
        told.put("fields", entry.fields());
        told.put("found", entry.found().stream().map(UUID::toString).toList());
        told.put("reason", entry.reason());
        told.put("outcome", entry.outcome());
        told.put("from", entry.cameFrom());
        line("entry", told);
        entries++;
    }

    private void line(String what, Map<String, ?> told) throws IOException {
        out.write(JSON.writeValueAsString(Map.of(what, told)));
        out.write('\n');
    }
}
