package heed.platform.trail;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gathers what was written to the audit log into batches, signs their heads and writes those outside the database.
 * <p>
 * An entry is found because it is in no batch yet, never because it comes after the last one gathered: entries commit out
 * of order, and a mark that only moves forward would pass over one that commits late. Every few seconds entries dated up to
 * an hour before the last batch are looked through, and everything once a day; what only the daily look finds is gathered
 * apart, as late, because an entry that is put in with an old date looks just like that.
 * <p>
 * A batch holds entries of one scope, so that row-level security holds here too; the chain of heads is one for the
 * installation. Two nodes that gather at once take the same number, and the second to commit does nothing.
 */
public final class Gathering {
    /** How far before the last batch an entry may be dated and still be found at once. */
    static final Duration REACH = Duration.ofHours(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SLICE = 5_000;
    private static final int HEADS_AT_ONCE = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

    private final JdbcClient db;
    private final Transactions transactions;
    private final Clock clock;
    private final Heads heads;
    private final SigningKeys keys;
    private final HeadsFile file;
    private final Path restored;

    private @Nullable Instant swept;
    private volatile String trouble = "";

    /** Another node added a head while this one was about to. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** An entry's place in the order in which entries are looked through. */
    private record Place(Instant at, UUID id) {
    }

    /** In this data directory, where a restore leaves its mark. */
    public Gathering(JdbcClient db, Transactions transactions, Clock clock, SigningKeys keys, HeadsFile file,
            Path data) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.heads = new Heads(db);
        this.keys = keys;
        this.file = file;
        this.restored = restoredMark(data);
    }

    /** What a restore leaves in the data directory, so that the chain tells of it. */
    public static Path restoredMark(Path data) {
        return data.resolve("heed.restored");
    }

    /** One round: gathers what is there, and brings the file up to date. Whatever fails, recording goes on. */
    public synchronized void round() {
        try {
            var last = transactions.outsideScopes(() -> heads.last());
            var since = transactions
                    .outsideScopes(() -> heads.ofKinds(List.of(Head.Kind.BACKLOG, Head.Kind.BATCH), 1));
            var key = key(last);
            var branch = writtenUpTo(key);
            gather(key, since.isEmpty() ? null : since.getFirst(),
                    transactions.outsideScopes(() -> heads.last()).map(Head::kind)
                            .orElse(Head.Kind.BACKLOG) == Head.Kind.BACKLOG);
            if (branch != null)
                write(branch);
        } catch (Overtaken e) {
            LOG.debug("Another node gathers");
        } catch (IOException | IllegalStateException e) {
            failed("the signing key " + keys.file() + " cannot be used ("
                    + (e instanceof IllegalStateException ? e.getMessage() : e.getClass().getSimpleName()) + ")");
        }
    }

    private void gather(SigningKey key, @Nullable Head before, boolean beginning) {
        var now = now();
        if (before == null || beginning && swept == null) {
            walk(key, Head.Kind.BACKLOG, Instant.EPOCH);
            swept = now;
            return;
        }
        var from = (before.at().isBefore(now) ? before.at() : now).minus(REACH);
        walk(key, Head.Kind.BATCH, from);
        if (swept == null || now.isAfter(swept.plus(BETWEEN_SWEEPS))) {
            walk(key, Head.Kind.LATE, Instant.EPOCH);
            swept = now;
        }
    }

    private void walk(SigningKey key, Head.Kind kind, Instant from) {
        for (var scope : scopes()) {
            var place = new Place(from, BEFORE_ALL);
            while (place != null) {
                var start = place;
                place = transactions.inScope(scope, () -> slice(key, kind, scope, from, start)).orElse(null);
            }
        }
    }

    private List<UUID> scopes() {
        return transactions.outsideScopes(
                () -> db.sql("select trail_scopes from platform.trail_scopes()")
                        .query((row, n) -> row.getObject(1, UUID.class)).list());
    }

    /** Gathers what is in no batch among the next so many entries; returns where the next slice begins. */
    private Optional<Place> slice(SigningKey key, Head.Kind kind, UUID scope, Instant from, Place start) {
        var last = heads.last();
        var end = db.sql("""
                select at, id from platform.trail where scope_id = :scope and (at, id) > (:at, :id)
                order by at, id offset :slice limit 1""")
                .param("scope", scope).param("at", start.at().atOffset(ZoneOffset.UTC)).param("id", start.id())
                .param("slice", SLICE - 1)
                .query((row, n) -> new Place(row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("id", UUID.class)))
                .optional();
        var loose = loose(scope, start, end);
        if (!loose.isEmpty()) {
            var hashes = loose.stream().map(entry -> Merkle.leaf(entry.bytes())).toList();
            var head = linked(last, kind, scope, loose.size(), HexFormat.of().formatHex(Merkle.root(hashes)), from, "-")
                    .signed(key);
            if (!heads.add(head))
                throw new Overtaken();
            db.sql("""
                    insert into platform.trail_leaf (scope_id, entry_id, batch, position, hash)
                    select :scope, e.id, :batch, e.place - 1, decode(e.hash, 'hex')
                    from unnest(:ids, :hashes) with ordinality as e(id, hash, place)""")
                    .param("scope", scope).param("batch", head.number())
                    .param("ids", loose.stream().map(Entry::id).toArray(UUID[]::new))
                    .param("hashes", hashes.stream().map(HexFormat.of()::formatHex).toArray(String[]::new))
                    .update();
        }
        return end;
    }

    private List<Entry> loose(UUID scope, Place start, Optional<Place> end) {
        var within = db.sql("select " + Entry.COLUMNS + """
                 from platform.trail t
                where t.scope_id = :scope and (t.at, t.id) > (:at, :id)"""
                + (end.isPresent() ? " and (t.at, t.id) <= (:end, :endId)" : "") + """
                 and not exists (
                  select from platform.trail_leaf l where l.scope_id = t.scope_id and l.entry_id = t.id)
                order by t.at, t.id""" + (end.isPresent() ? "" : " limit " + SLICE))
                .param("scope", scope).param("at", start.at().atOffset(ZoneOffset.UTC)).param("id", start.id());
        if (end.isPresent())
            within = within.param("end", end.get().at().atOffset(ZoneOffset.UTC)).param("endId", end.get().id());
        return within.query((row, n) -> Entry.of(row)).list();
    }

    /** The key to sign with, after the chain says which it is wherever that is not the one it was. */
    private SigningKey key(Optional<Head> last) throws IOException {
        var present = keys.present();
        var next = keys.next();
        if (last.isEmpty()) {
            if (next.isEmpty())
                return present;
            keys.takeUp();
            return next.get();
        }
        var trusted = last.get().kind() == Head.Kind.KEY ? last.get().note() : last.get().key();
        if (next.isPresent() && trusted.equals(present.publicKey()))
            link(Head.Kind.KEY, next.get().publicKey(), present);
        if (next.isPresent() && (trusted.equals(present.publicKey()) || trusted.equals(next.get().publicKey()))) {
            keys.takeUp();
            LOG.info("The audit log is signed with a new key, fingerprint {}",
                    SigningKey.fingerprint(next.get().publicKey()));
            return next.get();
        }
        if (!trusted.equals(present.publicKey())) {
            LOG.warn(
                    "The key that signed the audit log is not at {}; another one signs from now on, and the chain says so",
                    keys.file());
            link(Head.Kind.KEY, present.publicKey(), present);
        }
        return present;
    }

    /**
     * Up to which head of the database's the file is; where the file tells of heads that the database lacks, a head that
     * says so is made first.
     *
     * @return null where the file cannot be read
     */
    private @Nullable Long writtenUpTo(SigningKey key) {
        try {
            var upTo = branch(key, file.tail());
            Files.deleteIfExists(restored);
            return upTo;
        } catch (IOException e) {
            failed("the heads file " + file.file() + " cannot be read (" + e.getClass().getSimpleName() + ")");
            return null;
        }
    }

    private long branch(SigningKey key, Optional<HeadsFile.Tail> tail) {
        if (tail.isEmpty() || same(tail.get())) {
            if (Files.exists(restored))
                link(Head.Kind.RESTORED, "backup", key);
            return tail.map(HeadsFile.Tail::number).orElse(0L);
        }
        var missing = tail.get().number() + " " + HexFormat.of()
                .formatHex(Head.sha256().digest(tail.get().line().getBytes(StandardCharsets.UTF_8)));
        var told = transactions.outsideScopes(() -> heads.ofKinds(List.of(Head.Kind.RESTORED), HEADS_AT_ONCE)).stream()
                .filter(head -> head.note().equals(missing)).findFirst();
        if (told.isPresent())
            return told.get().number() - 1;
        LOG.warn("The database lacks head {} of the audit log, which {} has; the chain says so from here on",
                tail.get().number(), file.file());
        return link(Head.Kind.RESTORED, missing, key).number() - 1;
    }

    private boolean same(HeadsFile.Tail tail) {
        return transactions.outsideScopes(() -> heads.numbered(tail.number()))
                .filter(head -> head.json().equals(tail.line())).isPresent();
    }

    private Head link(Head.Kind kind, String note, SigningKey key) {
        return transactions.outsideScopes(() -> {
            var root = HexFormat.of().formatHex(Merkle.root(List.of()));
            var head = linked(heads.last(), kind, Actor.INSTALLATION, 0, root, now(), note).signed(key);
            if (!heads.add(head))
                throw new Overtaken();
            return head;
        });
    }

    private Head linked(Optional<Head> last, Head.Kind kind, UUID scope, int size, String root, Instant since,
            String note) {
        var now = now();
        var at = last.map(Head::at).filter(before -> before.isAfter(now)).orElse(now);
        return new Head(last.map(Head::number).orElse(0L) + 1, kind, last.map(Head::hash).orElse(Head.NOTHING), scope,
                size, last.map(Head::total).orElse(0L) + size, root, since, at, note, "", "");
    }

    private void write(long after) {
        try {
            var from = after;
            while (true) {
                var start = from;
                var some = transactions.outsideScopes(() -> heads.after(start, HEADS_AT_ONCE));
                if (some.isEmpty())
                    break;
                file.add(some);
                from = some.getLast().number();
            }
            if (!trouble.isEmpty())
                LOG.info("The heads of the audit log are written to {} again", file.file());
            trouble = "";
        } catch (IOException e) {
            failed("the heads file " + file.file() + " cannot be written to (" + e.getClass().getSimpleName() + ")");
        }
    }

    private void failed(String why) {
        if (!why.equals(trouble))
            LOG.error("The audit log goes on, but {}", why);
        trouble = why;
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** How the chain stands, as this node sees it; what waits is counted in the actor's scope. */
    public TrailState state(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var last = heads.last().orElse(null);
            var from = (last == null ? Instant.EPOCH : last.at().minus(REACH)).atOffset(ZoneOffset.UTC);
            var waiting = db.sql("""
                    select count(*) as many, min(t.at) as oldest from platform.trail t
                    where t.scope_id = :scope and t.at >= :from and not exists (
                      select from platform.trail_leaf l where l.scope_id = t.scope_id and l.entry_id = t.id)""")
                    .param("scope", by.scope()).param("from", from)
                    .query((row, n) -> new Waiting(row.getLong("many"), row.getObject("oldest", OffsetDateTime.class)))
                    .single();
            var notable = new ArrayList<>(heads.ofKinds(
                    List.of(Head.Kind.RESTORED, Head.Kind.LATE, Head.Kind.KEY), TrailState.NOTABLE));
            return new TrailState(last, waiting.many(), file.file(), keys.file(), trouble(last, waiting), notable);
        });
    }

    private record Waiting(long many, @Nullable OffsetDateTime oldest) {
    }

    private String trouble(@Nullable Head last, Waiting waiting) {
        var late = now().minus(PATIENCE);
        if (waiting.oldest() != null && waiting.oldest().toInstant().isBefore(late))
            return trouble.isEmpty() ? "entries have not been gathered and signed for some minutes" : trouble;
        if (last == null)
            return trouble;
        try {
            var tail = file.tail();
            if (last.at().isBefore(late) && (tail.isEmpty() || tail.get().number() != last.number()))
                return "the heads file " + file.file() + " lacks the last head"
                        + (trouble.isEmpty() ? "" : ": " + trouble);
        } catch (IOException e) {
            return "the heads file " + file.file() + " cannot be read (" + e.getClass().getSimpleName() + ")";
        }
        return trouble;
    }
}
