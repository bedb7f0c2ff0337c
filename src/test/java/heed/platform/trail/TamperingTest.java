package heed.platform.trail;

import static org.assertj.core.api.Assertions.assertThat;

import heed.platform.db.TestCluster;
import heed.platform.db.Transactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Ten kinds of tampering, each at many places, done by the database's superuser: every one is found by the verifier. Each is
 * done in a transaction, exported, verified and undone. {@code -Ddrill.tamperings=100} tries each kind at so many places.
 */
class TamperingTest {
    private static final int PLACES = Integer.getInteger("drill.tamperings", 10);
    private static final long SEED = Long.getLong("drill.seed", 7);
    private static final UUID HERE = UUID.fromString("11111111-1111-1111-1111-111111111111");
    private static final UUID THERE = UUID.fromString("22222222-2222-2222-2222-222222222222");
    private static final Pattern BY = Pattern.compile("(?m)^  (\\S.{0,15}?) {2,}(?:.*)$");
    private static final TreeSet<String> WORDS = new TreeSet<>(List.of("entry hash", "entry missing", "in no batch",
            "date", "place", "scope", "there twice", "root", "chain", "signature", "key", "heads file",
            "to be explained", "export"));

    /** What is tried. */
    enum Kind {
        ALTER, DELETE, INSERT, REORDER, TRUNCATE, SWAP_SCOPES, BACK_DATE, FORK, REPLACE_KEY, REPLAY
    }

    /** What became of one kind: found with the heads file, and without it. */
    private static final class Row {
        private int tried;
        private int found;
        private int alone;
        private final TreeSet<String> by = new TreeSet<>();
    }

    @TempDir
    Path folder;

    private void fill(Chained log, Random random) {
        for (int batch = 0; batch < 20; batch++) {
            for (int i = 0; i < 2 + random.nextInt(9); i++)
                log.add(random.nextInt(3) > 0 ? HERE : THERE, switch (random.nextInt(4)) {
                    case 0 -> Trace.of("concern.view", UUID.randomUUID());
                    case 1 -> Trace.list("queue.list", List.of(UUID.randomUUID(), UUID.randomUUID()));
                    case 2 ->
                        Trace.of("concern.decide", UUID.randomUUID()).fields("state", "outcome").because("NO_RISK");
                    default -> Trace.of("sign-in");
                });
            log.clock.pass(Duration.ofSeconds(5));
            log.gathering().round();
            log.clock.pass(Duration.ofMinutes(random.nextInt(200)));
        }
    }

    @Test
    void every_tampering_is_found() throws Exception {
        var random = new Random(SEED);
        var log = new Chained(Files.createDirectory(folder.resolve("heed")));
        fill(log, random);
        var own = SigningKey.create(folder.resolve("own"));
        var key = log.keys().present();
        var clean = log.verify(log.export(), log.withHeads());
        assertThat(clean.code()).as(clean.words()).isZero();
        var table = new EnumMap<Kind, Row>(Kind.class);
        var missed = new ArrayList<String>();
        try (var superuser = TestCluster.running().superuser(log.database.url().replaceFirst(".*/", ""))) {
            superuser.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
            for (var kind : Kind.values()) {
                var row = table.computeIfAbsent(kind, k -> new Row());
                for (int place = 0; place < PLACES; place++) {
                    long seed = random.nextLong();
                    tamper(kind, new Tamperer(db, new Random(seed)), log, superuser, key, own);
                    var export = exported(superuser, log);
                    superuser.rollback();
                    var said = log.verify(export);
                    row.tried++;
                    row.alone += said.code() == 1 ? 1 : 0;
                    // What the export does not show by itself, the heads outside the database have to.
                    if (said.code() == 0)
                        said = log.verify(export, log.withHeads());
                    row.found += said.code() == 1 ? 1 : 0;
                    by(said.words(), row.by);
                    if (said.code() != 1)
                        missed.add(kind + " with seed " + seed);
                }
            }
            young(log, superuser, db);
        }
        print(table);
        assertThat(missed).isEmpty();
        assertThat(table.values()).allMatch(row -> row.tried == PLACES && row.found == PLACES);
    }

    private static void tamper(Kind kind, Tamperer by, Chained log, Connection superuser, SigningKey key,
            SigningKey own) {
        switch (kind) {
            case ALTER -> by.alter();
            case DELETE -> by.delete();
            case INSERT -> by.insert();
            case REORDER -> by.reorder();
            case TRUNCATE -> by.truncate();
            case SWAP_SCOPES -> by.swapScopes(THERE);
            case BACK_DATE -> by.backDate(() -> nextHead(log, superuser));
            case FORK -> by.fork(key);
            case REPLACE_KEY -> by.replaceKey(own);
            case REPLAY -> by.replay();
        }
    }

    /** What Heed does next, on this connection and as itself. The heads file of this try is its own. */
    private static void nextHead(Chained log, Connection superuser) {
        try {
            var copy = Files.copy(log.heads().file(), log.folder.resolve("copy.jsonl"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            var source = new SingleConnectionDataSource(superuser, true);
            var db = JdbcClient.create(source);
            var transactions = new Transactions(new JdbcTransactionManager(source) {
                @Override
                protected void doCommit(org.springframework.transaction.support.DefaultTransactionStatus status) {
                    // The superuser's transaction stays open, to be undone.
                }
            }, db);
            new Gathering(db, transactions, log.clock, log.keys(), new HeadsFile(copy), log.folder).round();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String exported(Connection superuser, Chained log) throws Exception {
        try (var statement = superuser.createStatement()) {
            statement.execute("set local role heed_app");
        }
        return Chained.export(superuser, log.clock);
    }

    /** What was written after the last head: nothing vouches for it yet, and the verifier says how much that is. */
    private static void young(Chained log, Connection superuser, JdbcClient db) throws Exception {
        for (int i = 0; i < 5; i++)
            log.add(HERE, Trace.of("concern.view", UUID.randomUUID()));
        assertThat(new Tamperer(db, new Random(SEED)).alterYoung()).isEqualTo(5);
        var said = log.verify(exported(superuser, log), log.withHeads());
        superuser.rollback();
        assertThat(said.words()).contains("5 of the last moments, which nothing vouches for yet");
        assertThat(said.code()).isZero();
    }

    private static void by(String words, TreeSet<String> all) {
        var found = BY.matcher(words);
        while (found.find())
            if (WORDS.contains(found.group(1)))
                all.add(found.group(1));
    }

    private static void print(Map<Kind, Row> table) {
        var text = new StringBuilder("%nkind         tried  found  without outside heads  needs         by%n"
                .formatted());
        table.forEach((kind, row) -> text.append("%-11s  %5d  %5d  %21d  %-12s  %s%n".formatted(
                kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), row.tried, row.found, row.alone,
                row.alone == row.tried ? "the export" : "outside heads", String.join(", ", row.by))));
        System.out.println(text.append("""
                Entries of the last seconds, in no batch yet: altered 5, found 0. Nothing vouches for them until the next head.
                """));
    }
}
