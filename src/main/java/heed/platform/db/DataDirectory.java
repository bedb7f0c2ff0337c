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
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The one folder where everything lives ({@code heed.data}): readable by its owner only, used by one process at a time,
 * and for ever either a demonstration or real.
 */
public final class DataDirectory implements AutoCloseable {
    private static final String FORMAT = "1";
    private static final String LABEL = "heed.properties";
    private static final String LOCK = "heed.lock";

    /** What the directory holds; the other kind of start refuses it. */
    public enum Kind {
        /** Invented people, to be shown and thrown away. */
        DEMO,
        /** A council's own records. */
        REAL
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
        Path path;
        try {
            path = Private.folder(where.toAbsolutePath().normalize()).toRealPath();
        } catch (IOException e) {
            throw unusable(where, e);
        }
        FileChannel channel = null;
        try {
            refuseForeign(path);
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
            throw new CannotStart("Another Heed" + holder(channel) + " is already using " + path
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
