package heed.platform.backup;

import heed.platform.db.Cluster;
import heed.platform.db.EmbeddedPostgres;
import heed.platform.db.PhysicalCopy;
import heed.platform.db.Private;
import heed.platform.seal.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * {@code backup DIR}: a copy of the embedded database, made while Heed runs or not, and tried before it is called one. It
 * is written beside its place and moved there when whole. Neither the master key nor any password is in it.
 */
final class Backup {
    static final String UNFINISHED = "UNFINISHED.txt";
    private static final int PATIENCE = 30;
    private static final String DATABASE = "heed";
    private static final String NO_SUCH_DATABASE = "3D000";

    private final Asked asked;
    private final Spoken spoken;
    private final Clock clock;

    Backup(Asked asked, Spoken spoken, Clock clock) {
        this.asked = asked;
        this.spoken = spoken;
        this.clock = clock;
    }

    void run() throws IOException, SQLException {
        if (asked.external() != null)
            throw new NotDone("This Heed keeps its records in an external PostgreSQL: back that up with its own tools, "
                    + "pg_basebackup or pg_dump. docs/operations.md says how.");
        asked.refuseInsideData();
        asked.refuseTaken("a backup");
        var key = asked.masterKey();
        var draft = asked.beside("unfinished");
        var trial = asked.beside("trial");
        try (var cluster = Commands.evenIfStopped(Cluster.reach(asked.data(), asked.programs(), PATIENCE))) {
            spoken.say("Backing up " + cluster.data() + (cluster.inUse() ? " while Heed is running." : "."));
            roomFor(2 * size(cluster.folder()));
            Private.folder(draft);
            try {
                Private.write(draft.resolve(UNFINISHED),
                        "This backup is not finished: it is of no use and can be deleted.\n");
                write(cluster, draft, trial, key);
                Files.delete(draft.resolve(UNFINISHED));
                Private.sync(draft);
                Files.move(draft, asked.folder(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                Private.sync(asked.folder().resolveSibling("."));
            } finally {
                FileSystemUtils.deleteRecursively(draft);
                FileSystemUtils.deleteRecursively(trial);
            }
        }
        finish(key);
    }

    private void write(Cluster cluster, Path draft, Path trial, @Nullable MasterKey key)
            throws IOException, SQLException {
        var before = counts(cluster);
        var started = now();
        var pg = Private.folder(draft.resolve("pg"));
        var made = PhysicalCopy.write(cluster, pg, spoken.progress("Copied"));
        for (var each : made.files())
            Private.sync(pg.resolve(each.path()));
        for (var each : made.folders())
            Private.sync(pg.resolve(each));
        Private.sync(pg);
        var manifest = new Manifest(Manifest.FORMAT, Commands.release(),
                cluster.kind().name().toLowerCase(Locale.ROOT), EmbeddedPostgres.carriedVersion(asked.programs()),
                made.system(), started, now(), made.from(), made.to(),
                key == null ? null : key.fingerprint().orElse(null), new TreeMap<>(), made.folders(), made.files(),
                null);
        var rows = tried(manifest, draft, trial, key, before);
        manifest.counted(rows).write(draft, key);
    }

    /** Puts the copy back in a place apart, starts it there and looks at it, as a restore would. */
    private Map<String, Long> tried(Manifest manifest, Path draft, Path trial, @Nullable MasterKey key,
            Map<String, Long> before) throws IOException, SQLException {
        spoken.say("Trying the copy: starting it in a place of its own.");
        FileSystemUtils.deleteRecursively(trial);
        var restore = new Restore(asked, new Spoken(new java.io.PrintStream(java.io.OutputStream.nullOutputStream())),
                clock);
        var directory = Restore.open(manifest, trial);
        try {
            restore.fill(draft, manifest, directory, false);
            EmbeddedPostgres.admit(directory, asked.programs());
            try (var server = Commands.evenIfStopped(EmbeddedPostgres.start(directory, asked.programs()))) {
                try (var superuser = server.superuser(DATABASE)) {
                    var trying = new Trying(superuser);
                    var rows = trying.rows();
                    before.forEach((table, count) -> {
                        if (rows.getOrDefault(table, 0L) < count)
                            throw new NotDone("The copy lacks rows of " + table + " that were there before it began.");
                    });
                    trying.sound();
                    var opened = key == null
                            ? -1
                            : trying.opens(key, asked.key(), clock, trial.resolve("disposals.txt"));
                    spoken.say("It starts. %,d tables with %,d rows, every page and index checked; %s.".formatted(
                            rows.size(), rows.values().stream().mapToLong(Long::longValue).sum(),
                            opened < 0
                                    ? "no encrypted value opened, because the master key is not at " + asked.key()
                                    : "a value opened of each of " + opened
                                            + " encrypted columns that hold any"));
                    return rows;
                }
            }
        } finally {
            directory.close();
        }
    }

    private static Map<String, Long> counts(Cluster cluster) throws SQLException {
        try (Connection superuser = cluster.superuser(DATABASE)) {
            return Tables.rowsThatStay(JdbcClient.create(new SingleConnectionDataSource(superuser, true)));
        } catch (SQLException e) {
            if (NO_SUCH_DATABASE.equals(e.getSQLState()))
                throw new NotDone("There is no database of Heed's in " + cluster.data()
                        + " yet: Heed was never started to its end on it.", e);
            throw e;
        }
    }

    private void roomFor(long bytes) throws IOException {
        long room = Files.getFileStore(asked.folder().getParent()).getUsableSpace();
        if (room < bytes)
            throw new NotDone("There is not enough room in " + asked.folder().getParent() + ": the copy and its trial "
                    + "need about " + Spoken.size(bytes) + ", and " + Spoken.size(room) + " are free.");
    }

    static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
        } catch (java.io.UncheckedIOException e) {
            // A file went while it was looked at: about right is good enough.
            return 0;
        }
    }

    private String now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void finish(@Nullable MasterKey key) {
        var manifest = Manifest.read(asked.folder());
        spoken.say("Done: " + asked.folder() + " (" + Spoken.size(manifest.bytes()) + ", " + manifest.files().size()
                + " files). Everything committed before " + manifest.started() + " is in it.");
        spoken.say(key == null
                ? "The master key is not in it, and was not found at " + asked.key()
                        + ". Without its key this backup opens nothing."
                : "The master key is not in it. It is at " + asked.key()
                        + key.fingerprint().map(f -> " (fingerprint " + f + ")").orElse("")
                        + ". Keep a copy of it in a place apart from this backup: without it the backup opens nothing, "
                        + "and whoever has both can read everything.");
        spoken.say("The disposal list is not in it either. Keep a copy of " + asked.disposalList()
                + " apart too: a restore needs the newest one.");
    }
}
