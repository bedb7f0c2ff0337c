package heed.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.Heed;
import heed.access.Role;
import heed.casework.Town;
import heed.casework.raise.Raise;
import heed.journey.Traces;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.db.Cluster;
import heed.platform.seal.MasterKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/** The whole program on a database of its own, backed up while it runs and put back elsewhere. */
class BackupTest {
    private static final String PROGRAMS = "--heed.postgres.binaries=" + Path.of("target", "postgres");
    private static final List<String> CANARY = List.of("Quillonby", "Sprathwaite");

    @TempDir
    static Path home;
    private static ConfigurableApplicationContext heed;
    private static Town town;
    private static Actor omar;
    /** A backup that tests read and do not change. */
    private static Path made;

    /** What a command said and how it ended. */
    record Answer(int code, String out, String err) {
    }

    @BeforeAll
    static void heed_runs() {
        heed = start(home.resolve("heed"));
        town = Town.in(heed);
        omar = town.person("Omar Tindall");
        town.person("Amina Sefton", Role.DSO);
        for (int i = 0; i < 5; i++)
            town.raised(omar, Town.telling("I saw Quillonby Sprathwaite at the pool"));
        made = home.resolve("made");
        assertThat(command("backup", made)).satisfies(BackupTest::done);
    }

    @AfterAll
    static void heed_stops() {
        heed.close();
    }

    @Test
    void what_was_acknowledged_before_a_backup_began_is_in_it_while_people_write() throws Exception {
        Set<String> acknowledged = new ConcurrentSkipListSet<>();
        var enough = new AtomicBoolean();
        var people = Stream.of("Ada Quill", "Ben Harkness", "Cara Voss").map(town::person).toList();
        var writers = new ArrayList<Thread>();
        for (var person : people)
            writers.add(Thread.ofPlatform().start(() -> {
                while (!enough.get())
                    acknowledged.add(town.raised(person, Town.telling("I saw it")).value());
            }));
        while (acknowledged.size() < 30)
            Thread.onSpinWait();
        var before = Set.copyOf(acknowledged);
        var folder = home.resolve("busy");

        var answer = command("backup", folder);
        int after = acknowledged.size();
        enough.set(true);
        for (var writer : writers)
            writer.join();

        done(answer);
        assertThat(after).as("people wrote while it was copied").isGreaterThan(before.size());
        assertThat(answer.out()).contains("while Heed is running", "Copied 0 kB of ", "It starts. ",
                "The master key is not in it. It is at " + home.resolve("heed/keys/master-key.json"));
        assertThat(answer.out().lines().filter(line -> line.startsWith("Copied"))).hasSizeGreaterThan(5);
        restored(folder, "busy-back", db -> {
            assertThat(db.sql("select ref from casework.concern").query(String.class).set()).containsAll(before);
            assertThat(db.sql("""
                    select count(*) from casework.concern c where not exists
                      (select from platform.trail t where t.record_id = c.id and t.act = 'concern.raise')""")
                    .query(Long.class).single()).as("concerns without their entry in the audit log").isZero();
            assertThat(db.sql("""
                    select count(*) from casework.concern c where not exists
                      (select from platform.record_key k where k.record_id = c.id)""").query(Long.class).single())
                    .as("concerns without their key").isZero();
        });
    }

    @Test
    void neither_words_nor_keys_nor_passwords_are_in_a_backup() throws Exception {
        assertThat(new Traces(CANARY).inFiles(made, Instant.EPOCH)).isEmpty();
        var secrets = new ArrayList<String>();
        for (var name : List.of("database-superuser", "database-owner", "database-app"))
            secrets.add(Files.readString(home.resolve("heed/keys").resolve(name)).strip());
        var key = Files.readString(home.resolve("heed/keys/master-key.json"));
        secrets.add(key.replaceFirst("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
        assertThat(secrets).allSatisfy(secret -> assertThat(secret).hasSizeBetween(20, 200));
        assertThat(new Traces(secrets).inFiles(made, Instant.EPOCH)).isEmpty();
        try (var names = Files.walk(made)) {
            assertThat(names.map(each -> each.getFileName().toString())).doesNotContain("postmaster.pid", "keys",
                    "master-key.json", "disposals.txt", "UNFINISHED.txt").contains("backup_label", "manifest.json");
        }
    }

    @Test
    void files_of_a_backup_are_for_their_owner_only() throws Exception {
        try (var all = Files.walk(made)) {
            assertThat(all).allSatisfy(each -> assertThat(PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(each)))
                    .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void a_backup_never_overwrites_one_and_lies_outside_the_data() {
        refused(command("backup", made), "something in " + made + " already");
        refused(command("backup", home.resolve("heed/backup")), "lie in one another");
        refused(command("backup", home), "lie in one another");
        refused(command("backup", home.resolve("nowhere/backup")), "make it first");
        refused(run("backup", home.resolve("x").toString(), "--heed.data=" + home.resolve("none"), PROGRAMS),
                "There is no Heed in");
        refused(run("backup", home.resolve("x").toString(), "--spring.datasource.url=jdbc:postgresql://db/heed"),
                "back that up with its own tools");
        assertThat(home.resolve("x")).doesNotExist();
    }

    @Test
    void a_backup_that_was_interrupted_is_seen_to_be_one() throws Exception {
        var left = Files.createDirectories(home.resolve("cut.unfinished"));
        Files.writeString(left.resolve("UNFINISHED.txt"), "left");
        refused(command("backup", home.resolve("cut")), "An earlier try did not finish");
        refused(restore(left, "cut-back", true), "is not a finished backup");
    }

    @Test
    void a_stopped_heed_is_backed_up_too() throws Exception {
        var data = home.resolve("still");
        start(data).close();
        var folder = home.resolve("still-copy");
        var answer = run("backup", folder.toString(), "--heed.data=" + data, PROGRAMS);
        done(answer);
        assertThat(answer.out()).contains("Backing up " + data + ".").doesNotContain("running");
        assertThat(data.resolve("pg/postmaster.pid")).doesNotExist();
        start(data).close();
    }

    @Test
    void without_its_key_a_backup_opens_nothing() throws Exception {
        var back = home.resolve("keyless");
        var answer = restore(made, "keyless", false);
        done(answer);
        assertThat(answer.out()).contains("First put the master key back at " + back.resolve("keys/master-key.json"));
        assertThatThrownBy(() -> start(back).close()).rootCause().hasMessageContaining("The master key is missing");
        refused(run("export", home.resolve("keyless-out").toString(), "--heed.data=" + back, PROGRAMS),
                "needs the master key");
        MasterKey.create(back.resolve("keys/master-key.json"));
        assertThatThrownBy(() -> start(back).close())
                .hasStackTraceContaining("is not the one this database was sealed with");
        refused(run("export", home.resolve("keyless-out").toString(), "--heed.data=" + back, PROGRAMS),
                "does not open");
        assertThat(home.resolve("keyless-out")).doesNotExist();

        var other = Files.createDirectories(home.resolve("other-key")).resolve("keys/master-key.json");
        MasterKey.create(other);
        refused(restore(made, "other-key", false), "is not the one of this backup");
    }

    @Test
    void a_restored_heed_starts_and_reads_what_it_held() throws Exception {
        done(restore(made, "whole", true));
        try (var back = start(home.resolve("whole"))) {
            var told = back.getBean(heed.platform.db.Transactions.class).inScope(town.scope(),
                    () -> back.getBean(JdbcClient.class).sql("select count(*) from casework.concern")
                            .query(Long.class).single());
            assertThat(told).isGreaterThanOrEqualTo(5);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("whole"))))
                .isEqualTo("rwx------");
        refused(restore(made, "whole", true), "is not empty");
    }

    @Test
    void what_was_disposed_of_does_not_come_back() {
        var raise = heed.getBean(Raise.class);
        var draft = raise.start(omar, Town.telling("a draft that goes"));
        var stays = raise.start(omar, Town.telling("a draft that stays"));
        var folder = home.resolve("before-disposal");
        done(command("backup", folder));
        raise.discard(omar, draft);

        var answer = run("restore", folder.toString(), "--heed.data=" + home.resolve("disposed"), PROGRAMS,
                "--heed.master-key=" + home.resolve("heed/keys/master-key.json"),
                "--heed.disposals=" + home.resolve("heed/disposals.txt"));
        done(answer);
        assertThat(answer.out()).contains("were in the backup and were destroyed again");
        try (var back = start(home.resolve("disposed"),
                "--heed.master-key=" + home.resolve("heed/keys/master-key.json"))) {
            var again = back.getBean(Raise.class);
            assertThat(again.unsent(omar)).extracting(d -> d.id()).contains(stays).doesNotContain(draft);
            assertThatThrownBy(() -> again.read(omar, draft)).isInstanceOf(Refused.class);
            assertThat(home.resolve("disposed/disposals.txt")).content().contains(draft.toString());
        }
    }

    @Test
    void without_the_disposal_list_a_restore_asks_first() throws Exception {
        var key = "--heed.master-key=" + home.resolve("heed/keys/master-key.json");
        var data = "--heed.data=" + home.resolve("unlisted");
        refused(run("restore", made.toString(), data, PROGRAMS, key), "There is no disposal list at");
        assertThat(home.resolve("unlisted")).doesNotExist();
        var answer = run("restore", made.toString(), data, PROGRAMS, key, "--without-disposals");
        done(answer);
        assertThat(answer.out()).contains("WITHOUT A DISPOSAL LIST");
        // What was restored can be taken out without ever having been started.
        done(run("export", home.resolve("unlisted-out").toString(), data, PROGRAMS, key));
    }

    @Test
    void another_heeds_disposal_list_is_found_out() throws Exception {
        var raise = heed.getBean(Raise.class);
        raise.discard(omar, raise.start(omar, Town.telling("a draft that went before")));
        var folder = home.resolve("knows-one");
        done(command("backup", folder));
        var other = home.resolve("other-disposals.txt");
        Files.writeString(other, "# another's\n");
        refused(run("restore", folder.toString(), "--heed.data=" + home.resolve("mislisted"), PROGRAMS,
                "--heed.disposals=" + other), "it is another Heed's");
        assertThat(home.resolve("mislisted/pg")).doesNotExist();
    }

    @Test
    void a_damaged_backup_is_refused_and_leaves_nothing() throws Exception {
        damaged("tampered", folder -> flip(anyTable(folder)), "is not as it was written");
        damaged("missing", folder -> Files.delete(anyTable(folder)), "is missing");
        damaged("truncated", folder -> {
            try (var file = Files.newByteChannel(anyTable(folder), StandardOpenOption.WRITE)) {
                file.truncate(file.size() / 2);
            }
        }, "bytes long and not");
        damaged("added", folder -> Files.writeString(folder.resolve("pg/base/1/99999"), "x"), "was added to it");
        damaged("unsaid", folder -> flip(folder.resolve("manifest.json")), "manifest.json is not as it was written");
        damaged("undone", folder -> Files.delete(folder.resolve("manifest.json")), "is not a finished backup");
        // Somebody who can write a manifest and its digest, and has no key.
        damaged("forged", folder -> {
            var manifest = Files.readString(folder.resolve("manifest.json"));
            said(folder, manifest.replace("\"started\" : \"20", "\"started\" : \"19"));
        }, "was not written with this master key");
    }

    @Test
    void a_backup_of_another_major_version_says_what_to_do() throws Exception {
        var folder = copy("seventeen");
        var manifest = Files.readString(folder.resolve("manifest.json"));
        said(folder, manifest.replaceFirst("\"postgres\" : \"[0-9.]+\"", "\"postgres\" : \"17.4\""));
        refused(restore(folder, "seventeen-back", false), "was made by PostgreSQL 17.4", "pg_upgrade");
        assertThat(home.resolve("seventeen-back/pg")).doesNotExist();
    }

    @Test
    void a_restore_that_was_killed_is_taken_by_no_start() throws Exception {
        var half = Files.createDirectories(home.resolve("half"));
        Files.writeString(half.resolve("heed.restoring"), "");
        assertThatThrownBy(() -> start(half).close()).hasMessageContaining("did not finish");
        refused(restore(made, "half", false), "did not finish");
    }

    @Test
    void an_export_is_readable_told_in_the_audit_log_and_never_over_anything() throws Exception {
        var folder = home.resolve("out");
        long trailed = town.count("select count(*) from platform.trail where act = 'scope.export'");
        var answer = command("export", folder);
        done(answer);
        assertThat(answer.out()).startsWith("THIS WRITES EVERYTHING");
        assertThat(town.count("select count(*) from platform.trail where act = 'scope.export'")).isEqualTo(trailed + 1);
        var concerns = Files.readString(folder.resolve("scope-" + town.scope() + "/casework.concern.jsonl"));
        assertThat(concerns).contains("I saw Quillonby Sprathwaite at the pool");
        assertThat(Files.readString(folder.resolve("scope-" + town.scope() + "/access.staff.jsonl")))
                .contains("Omar Tindall").doesNotContain("name_tokens");
        assertThat(folder.resolve("README.txt")).content().contains("EVERYTHING IN HERE CAN BE READ");
        assertThat(folder.resolve("index.json")).content().contains("casework.concern.jsonl", "left_out");
        try (var all = Files.walk(folder)) {
            assertThat(all).allSatisfy(each -> assertThat(PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(each)))
                    .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------"));
        }
        refused(command("export", folder), "already");
        // A column that nobody said how to open.
        try (var cluster = Cluster.reach(home.resolve("heed"), Path.of("target", "postgres"), 1);
                var superuser = cluster.superuser("heed");
                var statement = superuser.createStatement()) {
            statement.execute("alter table casework.concern add column planted bytea");
            try {
                refused(command("export", home.resolve("out-2")), "does not know how to open casework.concern.planted");
            } finally {
                statement.execute("alter table casework.concern drop column planted");
            }
        }
        assertThat(home.resolve("out-2")).doesNotExist();
        assertThat(home.resolve("out-2.unfinished")).doesNotExist();
    }

    @Test
    void a_word_that_is_no_command_starts_nothing() {
        for (var words : List.of(new String[]{"backpu", "x"}, new String[]{"backup"}, new String[]{"backup", "x", "y"}))
            assertThat(run(words)).satisfies(answer -> {
                assertThat(answer.code()).isEqualTo(2);
                assertThat(answer.err()).contains("backup DIR", "restore DIR", "export DIR");
            });
        assertThat(Commands.given("--heed.data=x", "--server.port=0")).isFalse();
    }

    private interface Damage {
        void to(Path folder) throws Exception;
    }

    private static void damaged(String name, Damage damage, String said) throws Exception {
        var folder = copy(name);
        damage.to(folder);
        refused(restore(folder, name + "-back", true), said);
        var back = home.resolve(name + "-back");
        assertThat(back.resolve("pg")).doesNotExist();
        assertThat(back.resolve("heed.properties")).doesNotExist();
        assertThat(back.resolve("keys/master-key.json")).exists();
        FileSystemUtils.deleteRecursively(folder);
    }

    private static Path copy(String name) throws Exception {
        var folder = home.resolve(name);
        FileSystemUtils.copyRecursively(made, folder);
        return folder;
    }

    private static Path anyTable(Path folder) throws Exception {
        try (var files = Files.list(folder.resolve("pg/base/1"))) {
            return files.filter(each -> each.getFileName().toString().matches("[0-9]+")
                    && each.toFile().length() >= 8192).sorted().findFirst().orElseThrow();
        }
    }

    private static void flip(Path file) throws Exception {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static void said(Path folder, String manifest) throws Exception {
        Files.writeString(folder.resolve("manifest.json"), manifest);
        Files.writeString(folder.resolve("manifest.sha256"),
                HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(manifest.getBytes(StandardCharsets.UTF_8))) + "  manifest.json\n");
    }

    private interface Look {
        void at(JdbcClient db) throws Exception;
    }

    private static void restored(Path folder, String name, Look look) throws Exception {
        done(restore(folder, name, true));
        try (var cluster = Cluster.reach(home.resolve(name), Path.of("target", "postgres"), 1);
                var superuser = cluster.superuser("heed")) {
            look.at(JdbcClient.create(new SingleConnectionDataSource(superuser, true)));
        }
    }

    /** Into a folder of this name in the home of the tests, with the newest disposal list, and with the key or not. */
    private static Answer restore(Path folder, String name, boolean withKey) throws Exception {
        var data = home.resolve(name);
        if (withKey && !Files.exists(data.resolve("keys/master-key.json")) && !Files.exists(data.resolve("pg"))) {
            Files.createDirectories(data.resolve("keys"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.copy(home.resolve("heed/keys/master-key.json"), data.resolve("keys/master-key.json"),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        return run("restore", folder.toString(), "--heed.data=" + data, PROGRAMS,
                "--heed.disposals=" + home.resolve("heed/disposals.txt"));
    }

    private static Answer command(String word, Path folder) {
        return run(word, folder.toString(), "--heed.data=" + home.resolve("heed"), PROGRAMS);
    }

    private static Answer run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Commands.run(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Clock.systemUTC(), args);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void done(Answer answer) {
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("Done");
    }

    private static void refused(Answer answer, @Nullable String... said) {
        assertThat(answer.err()).contains(said).doesNotContain("Exception", "\tat ");
        assertThat(answer.code()).isOne();
    }

    private static ConfigurableApplicationContext start(Path data, String... more) {
        var args = new ArrayList<>(List.of("--server.port=0", "--heed.data=" + data, PROGRAMS, "--heed.demo.load=false",
                "--heed.password.memory-kib=64"));
        args.addAll(List.of(more));
        return new SpringApplicationBuilder(Heed.class).profiles("demo").run(args.toArray(String[]::new));
    }
}
