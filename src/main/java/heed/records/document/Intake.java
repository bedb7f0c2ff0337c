package heed.records.document;

import heed.platform.Actor;
import heed.platform.db.DataDirectory;
import heed.platform.seal.InstallationKey;
import heed.platform.seal.StreamKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Takes files in as they stream from the request: encrypted on the way to disk, counted, then looked into and checked for
 * viruses, all before any transaction begins, so that a slow line holds no connection to the database.
 */
@Component
public class Intake {
    /** The largest file, in bytes (issue 3: 25 MB each). */
    public static final long MOST_BYTES = 25_000_000L;
    /** The slowest line that is waited for once it has had a minute, in bytes a second. */
    static final long SLOWEST = 5_000;
    private static final long MINUTE = 60_000;
    /** How much of a file that is too large is still read, so that the answer can be given: then the line is cut. */
    private static final long READ_ON = 3 * MOST_BYTES;

    private final Path folder;
    private final InstallationKey tokens;
    private final VirusCheck viruses;
    private final Clock clock;

    @Autowired
    Intake(DataDirectory data, InstallationKey tokens, VirusCheck viruses, Clock clock) {
        this(data.folder("uploads"), tokens, viruses, clock);
        Spool.sweep(folder);
    }

    Intake(Path folder, InstallationKey tokens, VirusCheck viruses, Clock clock) {
        this.folder = folder;
        this.tokens = tokens;
        this.viruses = viruses;
        this.clock = clock;
    }

    /** Takes in one file. What is not taken leaves nothing behind. */
    public Taken take(Actor by, String sentName, InputStream bytes) {
        var id = UUID.randomUUID();
        var spool = new Spool(folder, StreamKey.fresh(by.scope(), id));
        Taken taken = new Taken.Not(FileName.kept(sentName), Unfit.BROKEN_OFF);
        try {
            taken = take(by, id, FileName.kept(sentName), spool, bytes);
        } finally {
            if (taken instanceof Taken.Not)
                spool.close();
        }
        return taken;
    }

    private Taken take(Actor by, UUID id, String name, Spool spool, InputStream bytes) {
        var digest = sha256();
        long size;
        try {
            size = pour(bytes, spool, digest);
        } catch (Broken e) {
            return new Taken.Not(name, Unfit.BROKEN_OFF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (size > MOST_BYTES)
            return new Taken.Not(name, Unfit.TOO_LARGE);
        try {
            return switch (look(spool, name)) {
                case Inspection.Found.Not not -> new Taken.Not(name, not.why());
                case Inspection.Found.Kind found -> new Arriving(id, spool, found.kind(), size, name,
                        tokens.token("records.file.digest of scope " + by.scope(),
                                HexFormat.of().formatHex(digest.digest())),
                        checked(spool));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Inspection.Found look(Spool spool, String name) throws IOException {
        try (var file = spool.channel()) {
            return Inspection.of(file, name);
        }
    }

    private State checked(Spool spool) throws IOException {
        try (var file = spool.opened()) {
            return viruses.of(file);
        }
    }

    /** Returns how many bytes came; what is past the most is read and dropped. */
    private long pour(InputStream bytes, Spool spool, MessageDigest digest) throws IOException, Broken {
        long began = clock.millis();
        long size = 0;
        var some = new byte[32 * 1024];
        try (var out = new BufferedOutputStream(spool.filling(), 64 * 1024)) {
            for (int n = read(bytes, some); n >= 0; n = read(bytes, some)) {
                size += n;
                if (size <= MOST_BYTES) {
                    digest.update(some, 0, n);
                    out.write(some, 0, n);
                }
                long late = clock.millis() - began - MINUTE;
                if (late > 0 && size < late / 1_000 * SLOWEST)
                    throw new Broken();
                if (size > READ_ON)
                    return size;
            }
        }
        return size;
    }

    private static int read(InputStream bytes, byte[] into) throws Broken {
        try {
            return bytes.read(into);
        } catch (IOException e) {
            throw new Broken();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The line ended, or was too slow. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
