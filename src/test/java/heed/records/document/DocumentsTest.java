package heed.records.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.TestDatabase;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.seal.InstallationKey;
import heed.platform.seal.MasterKey;
import heed.platform.seal.Seals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files on a real database: whole or not at all, encrypted everywhere, gone when their key is. */
class DocumentsTest {
    private static final String CANARY = "Zephyrine Quillfeather of 12 Ottermole Rise. ";

    @TempDir
    static Path folder;
    private static TestDatabase database;
    private static MasterKey master;
    private static Path uploads;

    private final SetClock clock = new SetClock();
    private final JdbcClient db = database.jdbc();
    private final Transactions transactions = database.transactions();
    private final Seals seals = new Seals(master, db, clock,
            heed.platform.seal.DisposalList.at(folder.resolve("disposals.txt")));
    private final Documents documents = new Documents(db, seals, transactions);
    private final VirusCheck none = new VirusCheck((Clamd) null);
    private final UUID scope = UUID.randomUUID();
    private final UUID owner = UUID.randomUUID();
    private final Actor by = new Actor(UUID.randomUUID(), scope, UUID.randomUUID(), Set.of(), "192.0.2.7");

    @BeforeAll
    static void a_database() throws IOException {
        database = TestDatabase.migrated();
        master = MasterKey.openOrCreate(folder.resolve("keys/master-key.json"), false);
        uploads = Files.createDirectories(folder.resolve("uploads"));
    }

    @BeforeEach
    void a_scope() {
        transactions.inScope(scope, () -> seals.openScope(scope));
    }

    private Intake intake(VirusCheck viruses) {
        return new Intake(uploads, new InstallationKey(master, db), viruses, clock);
    }

    private <T> T in(Supplier<T> work) {
        return transactions.inScope(scope, work);
    }

    private Arriving arriving(String name, byte[] bytes) {
        return switch (intake(none).take(by, name, new ByteArrayInputStream(bytes))) {
            case Arriving file -> file;
            case Taken.Not not -> throw new AssertionError(not.sentence());
        };
    }

    private Document kept(String name, byte[] bytes) {
        try (var file = arriving(name, bytes)) {
            assertThat(in(() -> documents.add(by, owner, file, "Shows " + CANARY, clock.instant())))
                    .isEqualTo(Documents.Added.KEPT);
            return in(() -> documents.get(by, owner, file.id()));
        }
    }

    private byte[] read(Document file) throws IOException {
        var outgoing = in(() -> documents.outgoing(by, file));
        try (var bytes = outgoing.original()) {
            return bytes.readAllBytes();
        }
    }

    private static byte[] words(int length) {
        return CANARY.repeat(length / CANARY.length() + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void what_is_kept_comes_back_byte_for_byte_whatever_its_size() throws Exception {
        for (int size : new int[]{1, 60_000, 65_536, 524_288, 1_400_000, 5_000_000}) {
            var bytes = java.util.Arrays.copyOf(words(size), size);
            var file = kept("note " + size + ".txt", bytes);
            assertThat(read(file)).as("%d bytes", size).isEqualTo(bytes);
            assertThat(file.size()).isEqualTo(size);
            assertThat(file.name()).isEqualTo("note " + size + ".txt");
            assertThat(file.description()).isEqualTo("Shows " + CANARY);
            assertThat(file.state()).isEqualTo(State.NOT_CHECKED);
        }
        assertThat(in(() -> documents.of(by, owner))).hasSize(6);
        assertThat(uploads).as("nothing is left on the way").isEmptyDirectory();
    }

    @Test
    void an_export_is_handed_every_file_under_its_name_and_none_whose_key_is_gone() throws Exception {
        var bytes = java.util.Arrays.copyOf(words(1_400_000), 1_400_000);
        var file = kept("letter.txt", bytes);
        var gone = kept("gone.txt", words(100));
        transactions.inScope(scope, () -> seals.destroy(scope, gone.id()));
        var given = new ArrayList<String>();
        transactions.inScope(scope, () -> {
            try {
                new FilesForExport().give(scope, db, seals, (id, name, about, in) -> {
                    given.add(name + " " + about.get("owner_id") + " " + about.get("kind"));
                    assertThat(id).isEqualTo(file.id());
                    assertThat(in.readAllBytes()).isEqualTo(bytes);
                });
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(given).containsExactly("letter.txt " + owner + " TXT");
    }

    @Test
    void nothing_readable_reaches_the_database_or_the_disk() throws Exception {
        try (var file = arriving(CANARY + ".txt", words(2_000_000))) {
            try (var waiting = Files.list(uploads)) {
                var found = waiting.toList();
                assertThat(found).hasSize(1);
                assertThat(Samples.holds(Files.readAllBytes(found.getFirst()), "Ottermole")).isFalse();
            }
            in(() -> documents.add(by, owner, file, "Shows " + CANARY, clock.instant()));
        }
        var rows = in(() -> {
            var all = new ArrayList<byte[]>();
            db.sql("select name, description, stream_key, digest from records.file").query(row -> {
                for (int i = 1; i <= 4; i++)
                    all.add(row.getBytes(i));
            });
            all.addAll(db.sql("select bytes from records.file_piece").query(byte[].class).list());
            return all;
        });
        assertThat(rows).hasSize(4 + 4);
        rows.forEach(bytes -> assertThat(Samples.holds(bytes, "Ottermole")).isFalse());
    }

    @Test
    void pieces_moved_reordered_cut_off_or_changed_do_not_open() throws Exception {
        var one = kept("one.txt", words(1_600_000));
        var two = kept("two.txt", java.util.Arrays.copyOf(words(1_700_000), 1_600_011));
        tamper("update records.file_piece p set bytes = q.bytes from records.file_piece q where p.file_id = '"
                + one.id()
                + "' and q.file_id = '" + two.id() + "' and p.n = q.n", one);
        tamper("update records.file_piece set n = case n when 0 then 1 when 1 then 0 else n end where file_id = '"
                + one.id() + "'", one);
        tamper("delete from records.file_piece where file_id = '" + one.id() + "' and n = 3", one);
        tamper("delete from records.file_piece where file_id = '" + one.id() + "' and n = 1", one);
        tamper("update records.file_piece set bytes = set_byte(bytes, 70000, get_byte(bytes, 70000) # 1) where n = 2 and file_id = '"
                + one.id() + "'", one);
        tamper("update records.file f set stream_key = g.stream_key from records.file g where f.id = '" + one.id()
                + "' and g.id = '" + two.id() + "'", one);
        assertThat(read(one)).as("untouched, it opens").hasSize((int) one.size());
    }

    /** Changes what is stored as its owner could, sees that it does not open, and puts it back. */
    private void tamper(String sql, Document file) throws Exception {
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute("select set_config('heed.scope', '" + scope + "', false)");
            statement.execute("alter table records.file_piece drop constraint file_piece_pkey");
            statement.execute("create temporary table pieces_before as select * from records.file_piece");
            statement.execute("create temporary table files_before as select * from records.file");
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
            assertThatThrownBy(() -> read(file)).as(sql)
                    .isInstanceOfAny(IOException.class, heed.platform.seal.SealBroken.class)
                    .hasMessageNotContaining("Ottermole");
            statement.execute("delete from records.file_piece");
            statement.execute("insert into records.file_piece select * from pieces_before");
            statement.execute(
                    "update records.file f set stream_key = b.stream_key from files_before b where b.id = f.id");
            statement.execute("drop table pieces_before, files_before");
            statement.execute("alter table records.file_piece add primary key (scope_id, file_id, n)");
        }
    }

    @Test
    void a_removed_file_is_gone_with_its_key_and_its_bytes_and_one_without_its_key_does_not_open() {
        var file = kept("note.txt", words(700_000));
        var other = kept("other.txt", words(600_000));
        in(() -> {
            seals.destroy(scope, other.id());
            return true;
        });
        assertThat(in(() -> documents.of(by, owner))).extracting(Document::id).containsExactly(file.id());
        assertThatThrownBy(() -> in(() -> documents.outgoing(by, other)))
                .isInstanceOf(heed.platform.seal.SealBroken.class);
        assertThatThrownBy(() -> in(() -> {
            documents.remove(by, UUID.randomUUID(), file.id());
            return true;
        })).isInstanceOf(Refused.class);
        in(() -> {
            documents.remove(by, owner, file.id());
            return true;
        });
        assertThat(in(() -> db.sql("select count(*) from records.file_piece where file_id = :id").param("id", file.id())
                .query(Long.class).single())).isZero();
        assertThat(in(() -> seals.keys(scope, List.of(file.id())))).isEmpty();
    }

    @Test
    void when_an_owner_goes_its_files_and_their_keys_go() {
        kept("one.txt", words(10));
        kept("two.txt", words(100));
        in(() -> {
            documents.destroyAll(scope, owner);
            return true;
        });
        for (var table : List.of("records.file", "records.file_piece", "platform.record_key"))
            assertThat(in(() -> db.sql("select count(*) from " + table).query(Long.class).single())).as(table).isZero();
    }

    @Test
    void files_are_handed_over_whole_and_belong_to_nobody_else() throws Exception {
        var bytes = words(10);
        var file = kept("one.txt", bytes);
        var concern = UUID.randomUUID();
        assertThat(in(() -> documents.handOver(by, owner, concern))).isEqualTo(1);
        assertThat(in(() -> documents.of(by, owner))).isEmpty();
        assertThatThrownBy(() -> in(() -> documents.get(by, owner, file.id()))).isInstanceOf(Refused.class);
        assertThat(read(in(() -> documents.get(by, concern, file.id())))).isEqualTo(bytes);
    }

    @Test
    void the_same_file_twice_is_there_once_and_the_eleventh_is_not_kept() {
        kept("one.txt", words(10));
        try (var again = arriving("renamed.txt", words(10))) {
            assertThat(in(() -> documents.add(by, owner, again, "", clock.instant())))
                    .isEqualTo(Documents.Added.THERE_ALREADY);
        }
        for (int i = 2; i <= Documents.MOST_FILES; i++)
            kept(i + ".txt", words(50 * i));
        try (var eleventh = arriving("11.txt", words(5_000))) {
            assertThat(in(() -> documents.add(by, owner, eleventh, "", clock.instant())))
                    .isEqualTo(Documents.Added.NO_ROOM);
        }
        assertThat(in(() -> documents.count(by, owner))).isEqualTo(10);
        assertThat(uploads).isEmptyDirectory();
    }

    @Test
    void twenty_at_once_make_ten() throws Exception {
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(5)) {
            var adding = java.util.stream.IntStream
                    .range(0, 20).<java.util.concurrent.Callable<Documents.Added>>mapToObj(i -> () -> {
                        try (var file = arriving(i + ".txt", words(100 + i))) {
                            return in(() -> documents.add(by, owner, file, "" + i, clock.instant()));
                        }
                    }).toList();
            for (var added : threads.invokeAll(adding))
                assertThat(added.get()).isIn(Documents.Added.KEPT, Documents.Added.NO_ROOM,
                        Documents.Added.THERE_ALREADY);
        }
        assertThat(in(() -> documents.count(by, owner))).isLessThanOrEqualTo(10);
    }

    @Test
    void another_scope_sees_and_opens_nothing() {
        var file = kept("one.txt", words(10));
        var elsewhere = UUID.randomUUID();
        transactions.inScope(elsewhere, () -> seals.openScope(elsewhere));
        var stranger = new Actor(by.staff(), elsewhere, by.council(), Set.of(), "192.0.2.8");
        transactions.inScope(elsewhere, () -> {
            assertThat(documents.of(stranger, owner)).isEmpty();
            assertThatThrownBy(() -> documents.get(stranger, owner, file.id())).isInstanceOf(Refused.class);
        });
    }

    @Test
    void what_is_too_large_breaks_off_or_is_too_slow_leaves_nothing() {
        var random = new Random(5);
        var endless = new InputStream() {
            @Override
            public int read() {
                return random.nextInt(256);
            }

            @Override
            public int read(byte[] into, int from, int most) {
                java.util.Arrays.fill(into, from, from + most, (byte) 'a');
                return most;
            }
        };
        assertThat(intake(none).take(by, "big.txt", endless)).isEqualTo(new Taken.Not("big.txt", Unfit.TOO_LARGE));
        var exactly = new byte[(int) Intake.MOST_BYTES + 1];
        java.util.Arrays.fill(exactly, (byte) 'a');
        assertThat(intake(none).take(by, "big.txt", new ByteArrayInputStream(exactly)))
                .isEqualTo(new Taken.Not("big.txt", Unfit.TOO_LARGE));
        var broken = new java.io.SequenceInputStream(new ByteArrayInputStream(words(100_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line ended");
            }
        });
        assertThat(intake(none).take(by, "half.txt", broken)).isEqualTo(new Taken.Not("half.txt", Unfit.BROKEN_OFF));
        var drip = new InputStream() {
            private int drops;

            @Override
            public int read() {
                clock.pass(Duration.ofSeconds(10));
                return drops++ > 5_000 ? -1 : 'a';
            }

            @Override
            public int read(byte[] into, int from, int most) {
                into[from] = (byte) read();
                return 1;
            }
        };
        assertThat(intake(none).take(by, "drip.txt", drip)).isEqualTo(new Taken.Not("drip.txt", Unfit.BROKEN_OFF));
        assertThat(drip.drops).as("it was cut off soon after its minute").isLessThan(20);
        assertThat(uploads).isEmptyDirectory();
        assertThat(in(() -> documents.count(by, owner))).isZero();
    }

    @Test
    void what_a_crash_leaves_on_the_way_is_swept_away() throws Exception {
        var left = arriving("left.txt", words(100_000));
        assertThat(left.size()).isPositive();
        assertThat(uploads).isNotEmptyDirectory();
        Spool.sweep(uploads);
        assertThat(uploads).isEmptyDirectory();
    }

    @Test
    void a_file_waits_while_the_scanner_is_away_and_is_checked_when_it_is_back() throws Exception {
        var verdict = new java.util.concurrent.atomic.AtomicReference<>("");
        try (var scanner = new AnsweringScanner(verdict::get)) {
            var checking = new VirusCheck(
                    new Clamd(new java.net.InetSocketAddress("127.0.0.1", scanner.port()), Duration.ofSeconds(20)));
            var rechecking = new Rechecking(documents, checking, transactions,
                    heed.platform.trail.TrailOn.database(db, transactions, clock), clock);
            try (var file = (Arriving) intake(checking).take(by, "one.txt", new ByteArrayInputStream(words(10)))) {
                assertThat(file.state()).isEqualTo(State.WAITING);
                in(() -> documents.add(by, owner, file, "", clock.instant()));
                var system = Actor.system(scope);
                assertThat(rechecking.round(system)).isEmpty();
                assertThat(state(file.id())).isEqualTo(State.WAITING);
                assertThat(checking.opens(State.WAITING)).isFalse();
                verdict.set("stream: OK\0");
                assertThat(rechecking.round(system)).isEmpty();
                assertThat(state(file.id())).isEqualTo(State.CLEAN);
            }
            var before = kept("two.txt", words(100));
            assertThat(checking.opens(before.state())).as("kept before there was a scanner").isFalse();
            verdict.set("stream: Eicar-Test-Signature FOUND\0");
            assertThat(rechecking.round(Actor.system(scope))).extracting(Document::id).containsExactly(before.id());
            assertThat(state(before.id())).isEqualTo(State.INFECTED);
            assertThat(checking.opens(State.INFECTED)).isFalse();
            assertThat(none.opens(State.INFECTED)).isFalse();
            var locked = kept("three.txt", words(1_000));
            verdict.set("stream: Heuristics.Encrypted.PDF FOUND\0");
            rechecking.round(Actor.system(scope));
            assertThat(state(locked.id())).isEqualTo(State.HELD);
            verdict.set("stream: OK\0");
            rechecking.round(Actor.system(scope));
            assertThat(state(locked.id())).as("not asked again within the day").isEqualTo(State.HELD);
            clock.pass(Duration.ofHours(25));
            rechecking.round(Actor.system(scope));
            assertThat(state(locked.id())).isEqualTo(State.CLEAN);
        }
    }

    private State state(UUID file) {
        return in(() -> documents.get(by, owner, file)).state();
    }
}
