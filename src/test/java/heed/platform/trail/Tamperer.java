package heed.platform.trail;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's own superuser, who hides what they did as well as somebody can without the signing key; in {@link #fork}
 * with it.
 */
final class Tamperer {
    private final JdbcClient db;
    private final Heads heads;
    private final Random random;

    /** An entry of the chain, and where it is. */
    private record Victim(UUID scope, UUID id, long batch, int position) {
    }

    Tamperer(JdbcClient db, Random random) {
        this.db = db;
        this.heads = new Heads(db);
        this.random = random;
    }

    private Victim victim() {
        return db.sql("select scope_id, entry_id, batch, position from platform.trail_leaf order by batch, position "
                + "offset :place limit 1").param("place", random.nextInt(count("platform.trail_leaf")))
                .query((row, n) -> new Victim(row.getObject("scope_id", UUID.class),
                        row.getObject("entry_id", UUID.class), row.getLong("batch"), row.getInt("position")))
                .single();
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private void run(String sql, Victim at) {
        var changed = db.sql(sql).param("scope", at.scope()).param("id", at.id()).param("batch", at.batch())
                .param("position", at.position()).update();
        if (changed == 0)
            throw new AssertionError("nothing was tampered with: " + sql);
    }

    private boolean tidily() {
        return random.nextBoolean();
    }

    /** Changes a column, and perhaps the hash beside it. */
    void alter() {
        var at = victim();
        var columns = List.of("actor = gen_random_uuid()", "act = act || 'x'", "record_id = gen_random_uuid()",
                "fields = fields || 'other'::text", "found = found || gen_random_uuid()", "reason = reason || 'x'",
                "reason = case when reason is null then '' end",
                "outcome = case outcome when 'DONE' then 'REFUSED' else 'DONE' end", "came_from = '198.51.100.9'",
                "at = at + interval '1 microsecond'");
        var before = hash(at);
        run("update platform.trail set " + columns.get(random.nextInt(columns.size()))
                + " where scope_id = :scope and id = :id", at);
        if (hash(at).equals(before))
            run("update platform.trail set act = 'other.act' where scope_id = :scope and id = :id", at);
        if (tidily())
            rehash(at);
    }

    /** Removes an entry, and perhaps what tells that it was there. */
    void delete() {
        var at = victim();
        run("delete from platform.trail where scope_id = :scope and id = :id", at);
        if (tidily()) {
            run("delete from platform.trail_leaf where scope_id = :scope and entry_id = :id", at);
            db.sql("update platform.trail_leaf set position = position - 1 where batch = ? and position > ?")
                    .params(at.batch(), at.position()).update();
            if (tidily())
                run("update platform.trail_batch set size = size - 1, total = total - 1 where number = :batch", at);
        }
    }

    /** Puts in an entry that never was: loose with an old date, or into a batch. */
    void insert() {
        var at = victim();
        var id = UUID.randomUUID();
        db.sql("""
                insert into platform.trail (scope_id, id, at, actor, act, record_id, fields, found, reason, outcome, came_from)
                select scope_id, ?, at, actor, act, record_id, fields, found, reason, outcome, came_from
                from platform.trail where scope_id = ? and id = ?""").params(id, at.scope(), at.id()).update();
        if (tidily()) {
            var size = heads.numbered(at.batch()).orElseThrow().size();
            db.sql("insert into platform.trail_leaf values (?, ?, ?, ?, '')").params(at.scope(), id, at.batch(), size)
                    .update();
            var made = new Victim(at.scope(), id, at.batch(), size);
            rehash(made);
            if (tidily())
                db.sql("update platform.trail_batch set size = size + 1, root = ? where number = ?")
                        .params(root(at.batch()), at.batch()).update();
        }
    }

    /** Exchanges the places of two entries, or all but their ids and so who did which. */
    void reorder() {
        var at = victim();
        var other = victim();
        while (!other.scope().equals(at.scope()) || other.id().equals(at.id()))
            other = victim();
        if (tidily()) {
            place(at, -1, -1);
            place(other, at.batch(), at.position());
            place(at, other.batch(), other.position());
        } else {
            db.sql("""
                    update platform.trail t set actor = o.actor, at = o.at, act = o.act || ' '
                    from platform.trail o where t.scope_id = ? and o.scope_id = ? and t.id in (?, ?) and o.id in (?, ?)
                      and o.id <> t.id""")
                    .params(at.scope(), at.scope(), at.id(), other.id(), at.id(), other.id()).update();
            rehash(at);
            rehash(other);
        }
    }

    private void place(Victim of, long batch, int position) {
        db.sql("update platform.trail_leaf set batch = ?, position = ? where scope_id = ? and entry_id = ?")
                .params(batch, position, of.scope(), of.id()).update();
    }

    /** Cuts off the end: heads, entries and what connects them. */
    void truncate() {
        int all = count("platform.trail_batch");
        long from = all - random.nextInt(all / 2);
        db.sql("delete from platform.trail t using platform.trail_leaf l where l.scope_id = t.scope_id "
                + "and l.entry_id = t.id and l.batch >= ?").param(from).update();
        db.sql("delete from platform.trail_leaf where batch >= ?").param(from).update();
        db.sql("delete from platform.trail_batch where number >= ?").param(from).update();
        db.sql("delete from platform.trail t where not exists (select from platform.trail_leaf l "
                + "where l.scope_id = t.scope_id and l.entry_id = t.id)").update();
    }

    /** Hides an entry, or a whole batch, in another scope. */
    void swapScopes(UUID other) {
        var at = victim();
        while (at.scope().equals(other))
            at = victim();
        if (tidily()) {
            db.sql("update platform.trail t set scope_id = ? from platform.trail_leaf l where l.scope_id = t.scope_id "
                    + "and l.entry_id = t.id and l.batch = ?").params(other, at.batch()).update();
            db.sql("update platform.trail_leaf set scope_id = ? where batch = ?").params(other, at.batch()).update();
            db.sql("update platform.trail_batch set scope_id = ? where number = ?").params(other, at.batch()).update();
        } else {
            db.sql("update platform.trail set scope_id = ? where scope_id = ? and id = ?")
                    .params(other, at.scope(), at.id()).update();
            if (tidily())
                db.sql("update platform.trail_leaf set scope_id = ? where scope_id = ? and entry_id = ?")
                        .params(other, at.scope(), at.id()).update();
        }
    }

    /** Gives an entry an earlier date; or puts one in with an old date, for the next head to sign. */
    void backDate(Runnable nextHead) {
        var at = victim();
        var days = Duration.ofDays(1L + random.nextInt(40));
        if (tidily()) {
            db.sql("update platform.trail set at = at - ?::interval where scope_id = ? and id = ?")
                    .params(days.toString(), at.scope(), at.id()).update();
            rehash(at);
        } else {
            db.sql("""
                    insert into platform.trail (scope_id, id, at, actor, act, record_id, fields, found, reason, outcome, came_from)
                    select scope_id, ?, at - ?::interval, actor, act, record_id, fields, found, reason, outcome, came_from
                    from platform.trail where scope_id = ? and id = ?""")
                    .params(UUID.randomUUID(), days.toString(), at.scope(), at.id()).update();
            nextHead.run();
        }
    }

    /** With the true key: changes an entry and signs everything from there on anew. */
    void fork(SigningKey key) {
        long from = 1 + random.nextInt(count("platform.trail_batch"));
        while (heads.numbered(from).orElseThrow().size() == 0)
            from = 1 + random.nextInt(count("platform.trail_batch"));
        change(from);
        signAnew(from, key);
    }

    /** Changes an entry and signs everything with a key of their own. */
    void replaceKey(SigningKey own) {
        var at = victim();
        change(at.batch());
        signAnew(1, own);
    }

    private void change(long batch) {
        db.sql("""
                update platform.trail t set actor = gen_random_uuid() from platform.trail_leaf l
                where l.scope_id = t.scope_id and l.entry_id = t.id and l.batch = ? and l.position = 0""").param(batch)
                .update();
    }

    /** Puts an old head in again as the newest, with its entries under new ids. */
    void replay() {
        var at = victim();
        int all = count("platform.trail_batch");
        db.sql("""
                insert into platform.trail_batch
                select ?, kind, previous, scope_id, size, total, root, since, made_at, note, key, signature
                from platform.trail_batch where number = ?""").params(all + 1L, at.batch()).update();
        if (tidily())
            db.sql("update platform.trail_batch b set previous = ?, total = ? + b.size where number = ?")
                    .params(heads.numbered(all).orElseThrow().hash(), heads.numbered(all).orElseThrow().total(),
                            all + 1L)
                    .update();
        for (var entry : entries(at.batch())) {
            var id = UUID.randomUUID();
            db.sql("""
                    insert into platform.trail (scope_id, id, at, actor, act, record_id, fields, found, reason, outcome, came_from)
                    select scope_id, ?, at, actor, act, record_id, fields, found, reason, outcome, came_from
                    from platform.trail where scope_id = ? and id = ?""").params(id, entry.scope(), entry.id())
                    .update();
            db.sql("insert into platform.trail_leaf select scope_id, ?, ?, position, hash from platform.trail_leaf "
                    + "where scope_id = ? and entry_id = ?").params(id, all + 1L, entry.scope(), entry.id()).update();
        }
    }

    /** Changes what no batch holds yet. */
    int alterYoung() {
        return db.sql(
                "update platform.trail t set act = 'other.act' where not exists (select from platform.trail_leaf l "
                        + "where l.scope_id = t.scope_id and l.entry_id = t.id)")
                .update();
    }

    private void signAnew(long from, SigningKey key) {
        int all = count("platform.trail_batch");
        for (long number = from; number <= all; number++) {
            var was = heads.numbered(number).orElseThrow();
            var previous = number == 1 ? Head.NOTHING : heads.numbered(number - 1).orElseThrow().hash();
            var head = new Head(number, was.kind(), previous, was.scope(), was.size(), was.total(), root(number),
                    was.since(), was.at(), was.note(), "", "").signed(key);
            for (var entry : entries(number))
                rehash(new Victim(entry.scope(), entry.id(), number, 0));
            db.sql("update platform.trail_batch set previous = ?, root = ?, key = ?, signature = ? where number = ?")
                    .params(head.previous(), head.root(), head.key(), head.signature(), number).update();
        }
    }

    private List<Entry> entries(long batch) {
        return db.sql("select " + Entry.COLUMNS + " from platform.trail t join platform.trail_leaf l "
                + "on l.scope_id = t.scope_id and l.entry_id = t.id where l.batch = ? order by l.position").param(batch)
                .query((row, n) -> Entry.of(row)).list();
    }

    private String root(long batch) {
        return HexFormat.of().formatHex(Merkle.root(entries(batch).stream().map(e -> Merkle.leaf(e.bytes())).toList()));
    }

    private String hash(Victim at) {
        return HexFormat.of().formatHex(Merkle.leaf(db.sql("select " + Entry.COLUMNS
                + " from platform.trail t where t.scope_id = ? and t.id = ?").params(at.scope(), at.id())
                .query((row, n) -> Entry.of(row)).single().bytes()));
    }

    private void rehash(Victim at) {
        db.sql("update platform.trail_leaf set hash = decode(?, 'hex') where scope_id = ? and entry_id = ?")
                .params(hash(at), at.scope(), at.id()).update();
    }

    /** The moment of the last head. */
    OffsetDateTime end() {
        return heads.last().orElseThrow().at().atOffset(ZoneOffset.UTC);
    }
}
