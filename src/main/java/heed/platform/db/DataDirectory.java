package heed.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The one folder where everything lives ({@code heed.data}): readable by its owner only, used by one process at a time,
 * and for ever either a demonstration or real.
 */
public final class DataDirectory implements AutoCloseable {
    private static final String FORMAT = "1";
    private static final String LABEL = "heed.properties";
    private static final String LOCK = "heed.lock";
    /** There while a backup is being put into the directory, and left behind where that was interrupted. */
    private static final String RESTORING = "heed.restoring";
    /** What a restore finds in the folder because somebody brought it there: nothing of it is in a backup. */
    private static final Set<String> BROUGHT = Set.of("disposals.txt", "trail-heads.jsonl", "lost+found");
    private static final Set<String> KEYS_BROUGHT = Set.of("master-key.json", "trail-key.txt");

    /** What the directory holds; the other kind of start refuses it. */
    public enum Kind {
        /** Invented people, to be shown and thrown away. */
        DEMO,
        /** A council's own records. */
        REAL
    }

    /** Another process has it. */
    private static final class InUse extends CannotStart {
        private static final long serialVersionUID = 1L;

        InUse(String sentence) {
            super(sentence);
        }
    }

    private final Path path;
    private final Kind kind;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, Kind kind, FileChannel channel, FileLock lock) {
        this.path = path;
        this.kind = kind;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens the directory, creating it when it is not there, and holds it until closed.
     *
     * @throws CannotStart when it is in use, of the other kind, written by a newer Heed, not Heed's, or not writable
     */
    public static DataDirectory open(Path where, Kind kind) {
        return opened(where, kind, false);
    }

    /**
     * As {@link #open}, and nothing when another process has it.
     *
     * @throws CannotStart as {@link #open} for every other reason
     */
    static Optional<DataDirectory> openIfFree(Path where, Kind kind) {
        try {
            return Optional.of(open(where, kind));
        } catch (InUse e) {
            return Optional.empty();
        }
    }

    /**
     * Opens a new or empty directory to put a backup into. Until {@link #restored()} no start takes it.
     *
     * @throws CannotStart when it holds anything already
     */
    public static DataDirectory forRestore(Path where, Kind kind) {
        return opened(where, kind, true);
    }

    private static DataDirectory opened(Path where, Kind kind, boolean forRestore) {
        Path path;
        try {
            path = Private.folder(where.toAbsolutePath().normalize()).toRealPath();
        } catch (IOException e) {
            throw unusable(where, e);
        }
        FileChannel channel = null;
        try {
            if (forRestore) {
                refuseFull(path);
                Private.write(path.resolve(RESTORING), "A backup is being restored into this folder.\n");
                Private.sync(path);
            } else {
                refuseHalfRestored(path);
                refuseForeign(path);
            }
            channel = Private.channel(path.resolve(LOCK));
            FileLock lock = take(path, channel);
            label(path, kind);
            return new DataDirectory(path, kind, channel, lock);
        } catch (IOException e) {
            release(channel);
            throw unusable(path, e);
        } catch (CannotStart e) {
            release(channel);
            throw e;
        }
    }

    /**
     * Which kind a directory is, without opening it.
     *
     * @return nothing where there is no data directory of Heed's
     */
    public static Optional<Kind> kindOf(Path where) {
        Path label = where.resolve(LABEL);
        if (!Files.exists(label)) {
            return Optional.empty();
        }
        Properties told = new Properties();
        try (var in = Files.newBufferedReader(label)) {
            told.load(in);
        } catch (IOException e) {
            throw unusable(where, e);
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(told.getProperty("kind", "")))
                .findFirst();
    }

    /** Says that the backup is wholly there and on the disk: from now on Heed can be started on it. */
    public void restored() {
        try {
            Private.sync(path);
            Files.delete(path.resolve(RESTORING));
            Private.sync(path);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /** Takes away what a restore that failed has put here; the master key and the disposal list stay. */
    public void abandon() {
        try {
            for (String each : new String[]{"pg", "logs", "programs"}) {
                FileSystemUtils.deleteRecursively(path.resolve(each));
            }
            for (String each : new String[]{"keys/database-superuser", "keys/database-owner", "keys/database-app",
                    LABEL, RESTORING}) {
                Files.deleteIfExists(path.resolve(each));
            }
            Path keys = path.resolve("keys");
            if (Files.isDirectory(keys)) {
                try (var inside = Files.list(keys)) {
                    if (inside.findAny().isEmpty()) {
                        Files.delete(keys);
                    }
                }
            }
        } catch (IOException e) {
            throw unusable(path, e);
        } finally {
            close();
            try {
                Files.deleteIfExists(path.resolve(LOCK));
            } catch (IOException e) {
                // An empty lock file is in nobody's way.
            }
        }
    }

    /** Its absolute path. */
    public Path path() {
        return path;
    }

    /** Whether it is a demonstration or real. */
    public Kind kind() {
        return kind;
    }

    /**
     * A folder in it, created for its owner only (0700) when it is not there: {@code pg}, {@code keys}, {@code logs},
     * {@code outbox}.
     *
     * @throws CannotStart when it cannot be created
     */
    public Path folder(String name) {
        try {
            return Private.folder(path.resolve(name));
        } catch (IOException e) {
            throw unusable(path.resolve(name), e);
        }
    }

    /** Lets another process have it. */
    @Override
    public void close() {
        try {
            lock.release();
        } catch (IOException e) {
            // Closing the channel releases the lock as well.
        }
        release(channel);
    }

    /** What a restore may find: nothing but what it needs and does not bring itself. */
    private static void refuseFull(Path path) throws IOException {
        refuseHalfRestored(path);
        try (var inside = Files.list(path)) {
            for (Path each : inside.toList()) {
                String name = each.getFileName().toString();
                boolean onlyTheKeys = name.equals("keys") && onlyTheKeys(each);
                if (!onlyTheKeys && !name.equals(LOCK) && !BROUGHT.contains(name)) {
                    throw new CannotStart("The folder " + path + " is not empty, and a backup is never restored over "
                            + "what is there: choose an empty or new folder with --heed.data=DIR.");
                }
            }
        }
    }

    private static boolean onlyTheKeys(Path keys) throws IOException {
        try (var inside = Files.list(keys)) {
            return inside.allMatch(each -> KEYS_BROUGHT.contains(each.getFileName().toString()));
        }
    }

    private static void refuseHalfRestored(Path path) {
        if (Files.exists(path.resolve(RESTORING))) {
            throw new CannotStart("A restore into " + path + " did not finish, so what is there is not whole: delete "
                    + "the folder (keep master-key.json and trail-key.txt in keys, disposals.txt and trail-heads.jsonl, if they are "
                    + "there) and restore again.");
        }
    }

    /** A mistyped path must not fill somebody's home folder with ours, nor close it to others. */
    private static void refuseForeign(Path path) throws IOException {
        if (Files.exists(path.resolve(LABEL))) {
            return;
        }
        try (var inside = Files.list(path)) {
            if (inside.anyMatch(each -> !each.getFileName().toString().startsWith("heed."))) {
                throw new CannotStart("The folder " + path + " already holds something that is not Heed's: choose an "
                        + "empty or new folder with --heed.data=DIR.");
            }
        }
    }

    private static FileLock take(Path path, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new InUse("Another Heed" + holder(channel) + " is already using " + path
                    + ": stop it first, or choose another folder with --heed.data=DIR.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                0);
        return lock;
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(20);
        int length = channel.read(read, 0);
        String pid = length <= 0 ? "" : new String(read.array(), 0, length, StandardCharsets.US_ASCII).strip();
        return pid.matches("[0-9]+") ? " (process " + pid + ")" : "";
    }

    private static void label(Path path, Kind kind) throws IOException {
        Path file = path.resolve(LABEL);
        if (!Files.exists(file)) {
            Private.permit(path);
            Path draft = path.resolve(LABEL + ".new");
            Files.deleteIfExists(draft);
            Private.write(draft, "format=" + FORMAT + "\nkind=" + kind.name().toLowerCase(Locale.ROOT) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Properties told = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            told.load(in);
        }
        String format = told.getProperty("format", "");
        if (!format.equals(FORMAT)) {
            throw new CannotStart("The folder " + path + " was written by another release of Heed (format "
                    + format + ", and this release reads " + FORMAT + "): start it with that release or a newer one.");
        }
        String was = told.getProperty("kind", "");
        if (!was.equals(kind.name().toLowerCase(Locale.ROOT))) {
            throw new CannotStart(kind == Kind.DEMO
                    ? "The folder " + path + " holds a council's own records, so the demonstration will not start on "
                            + "it: choose another folder with --heed.data=DIR."
                    : "The folder " + path + " holds the demonstration, so Heed will not keep real records in it: "
                            + "choose another folder with --heed.data=DIR, or start with the demo profile.");
        }
    }

    private static CannotStart unusable(Path path, IOException e) {
        return new CannotStart("Heed cannot read and write " + path + " (" + e.getClass().getSimpleName()
                + "): check who owns it and that there is room, or choose another folder with --heed.data=DIR.", e);
    }

    private static void release(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was written through it that is still wanted.
            }
        }
    }
}
