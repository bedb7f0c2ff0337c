package heed.platform.db;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A consistent copy of a cluster's files, made while it runs and people write, with the part of its log that makes them
 * consistent. By the manual's way of doing it without {@code pg_basebackup}, which the bundled programs lack: PostgreSQL 18,
 * "Making a Base Backup Using the Low Level API" (25.3.4). A temporary replication slot keeps the log from being recycled.
 */
public final class PhysicalCopy {
    /** Folders whose content belongs to the running server, by the manual's list; they must be there, empty. */
    private static final Set<String> EMPTY = Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial",
            "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "backup_label",
            "tablespace_map", "backup_manifest", "pg_internal.init", "current_logfiles.tmp");
    /** Tables for one session, such as {@code base/16384/t3_16402_fsm}. */
    private static final Pattern TEMPORARY = Pattern.compile("t[0-9]+_[0-9]+(_fsm|_vm|_init)?(\\.[0-9]+)?");
    private static final Pattern STARTED_IN = Pattern
            .compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final String CONTROL = "global/pg_control";
    private static final int CONTROL_READS = 50;

    private PhysicalCopy() {
    }

    /**
     * What was copied.
     *
     * @param files every file, with its digest, below the folder that was given
     * @param folders every folder below it
     * @param system the number that PostgreSQL gives a cluster when it is made
     * @param from where in its log the copy begins
     * @param to where in its log the copy is consistent: everything committed before {@code pg_backup_stop} is in it
     */
    public record Made(List<StoredFile> files, List<String> folders, String system, String from, String to) {
    }

    /**
     * Copies the cluster.
     *
     * @param target an existing, empty folder
     * @throws SQLException when PostgreSQL went away or refused; what was written is then worth nothing
     */
    public static Made write(Cluster cluster, Path target, Progress progress) throws IOException, SQLException {
        Path pg = cluster.folder();
        refuseTablespaces(pg);
        try (Connection session = cluster.superuser("postgres")) {
            // The slot first: from here on no segment of the log that the copy needs is recycled. It goes with the session.
            ask(session, "select lsn from pg_create_physical_replication_slot('heed_backup_"
                    + UUID.randomUUID().toString().replace('-', '_') + "', true, true)");
            String from = ask(session, "select pg_backup_start('heed backup', true)");
            Copying copying = new Copying(pg, target, progress);
            copying.everything();
            String to;
            String label;
            String tablespaces;
            String last;
            // Never waits for an archive: there is none, and the log is copied right here.
            try (Statement statement = session.createStatement();
                    ResultSet stopped = statement.executeQuery("""
                            select lsn, labelfile, coalesce(spcmapfile, ''), pg_walfile_name(lsn)
                            from pg_backup_stop(false)""")) {
                stopped.next();
                to = stopped.getString(1);
                label = stopped.getString(2);
                tablespaces = stopped.getString(3);
                last = stopped.getString(4);
            }
            copying.text("backup_label", label);
            if (!tablespaces.isBlank()) {
                copying.text("tablespace_map", tablespaces);
            }
            long segment = Long.parseLong(
                    ask(session, "select setting from pg_settings where name = 'wal_segment_size'"));
            copying.log(started(label), last, segment);
            String system = ask(session, "select system_identifier from pg_control_system()");
            return new Made(List.copyOf(copying.files), List.copyOf(copying.folders), system, from, to);
        }
    }

    private static void refuseTablespaces(Path pg) throws IOException {
        try (var inside = Files.list(pg.resolve("pg_tblspc"))) {
            if (inside.findAny().isPresent()) {
                throw new CannotStart("This database has tablespaces outside its folder, which Heed never makes and "
                        + "does not back up: remove them, or back it up with PostgreSQL's own tools.");
            }
        }
    }

    private static String started(String label) throws IOException {
        Matcher found = STARTED_IN.matcher(label);
        if (!found.find()) {
            throw new IOException("PostgreSQL's backup label does not say where its log begins");
        }
        return found.group(1);
    }

    /** The names of the segments from one to another, both included; each name is timeline, file and part of it. */
    static List<String> segments(String first, String last, long size) {
        long perFile = (1L << 32) / size;
        long from = number(first, perFile);
        long to = number(last, perFile);
        List<String> all = new ArrayList<>();
        for (long each = from; each <= to; each++) {
            all.add(first.substring(0, 8) + "%08X%08X".formatted(each / perFile, each % perFile));
        }
        return all;
    }

    private static long number(String segment, long perFile) {
        return Long.parseLong(segment.substring(8, 16), 16) * perFile + Long.parseLong(segment.substring(16), 16);
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }

    /** One copy under way. */
    private static final class Copying {
        final List<StoredFile> files = new ArrayList<>();
        final List<String> folders = new ArrayList<>();
        private final Path pg;
        private final Path target;
        private final Progress progress;
        private long done;
        private long expected;

        Copying(Path pg, Path target, Progress progress) {
            this.pg = pg;
            this.target = target;
            this.progress = progress;
        }

        void everything() throws IOException {
            List<String> names = new ArrayList<>();
            Files.walkFileTree(pg, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    String name = name(folder);
                    if (folder.getFileName().toString().startsWith("pgsql_tmp")) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (!name.isEmpty()) {
                        folders.add(name);
                        Private.folder(target.resolve(name));
                    }
                    return EMPTY.contains(name) && !name.equals("pg_wal")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = name(file);
                    if (wanted(name, file.getFileName().toString()) && attributes.isRegularFile()) {
                        expected += attributes.size();
                        names.add(name);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    // The server deletes files of its own while it runs; replaying the log knows of it.
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
            progress.reached(0, expected);
            for (String name : names) {
                try (InputStream in = Files.newInputStream(pg.resolve(name))) {
                    add(in, name);
                } catch (NoSuchFileException e) {
                    if (Files.exists(pg.resolve(name))) {
                        throw e;
                    }
                }
            }
            // Last of all, and read until it reads the same twice: it is written to while it is read.
            text(CONTROL, control());
        }

        private boolean wanted(String name, String last) {
            return !LEFT_OUT.contains(last) && !name.equals(CONTROL) && !name.startsWith("pg_wal/")
                    && !last.startsWith("pgsql_tmp") && !TEMPORARY.matcher(last).matches();
        }

        private byte[] control() throws IOException {
            byte[] before = Files.readAllBytes(pg.resolve(CONTROL));
            for (int read = 1; read < CONTROL_READS; read++) {
                byte[] again = Files.readAllBytes(pg.resolve(CONTROL));
                if (Arrays.equals(before, again)) {
                    return again;
                }
                before = again;
            }
            throw new IOException("PostgreSQL's control file never stood still");
        }

        void log(String first, String last, long size) throws IOException {
            List<String> segments = segments(first, last, size);
            expected = done + segments.size() * size;
            for (String each : segments) {
                try (InputStream in = Files.newInputStream(pg.resolve("pg_wal").resolve(each))) {
                    add(in, "pg_wal/" + each);
                }
            }
        }

        void text(String name, String text) throws IOException {
            text(name, text.getBytes(StandardCharsets.UTF_8));
        }

        private void text(String name, byte[] bytes) throws IOException {
            add(new ByteArrayInputStream(bytes), name);
        }

        private void add(InputStream in, String name) throws IOException {
            files.add(StoredFile.write(in, target, name, length -> {
                done += length;
                progress.reached(done, Math.max(done, expected));
            }));
        }

        private String name(Path path) {
            return pg.relativize(path).toString().replace('\\', '/');
        }
    }
}
