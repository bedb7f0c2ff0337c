package heed.assurance.exchange;

import static heed.assurance.exchange.ArchiveFault.Kind.CLIMBS_OUT;
import static heed.assurance.exchange.ArchiveFault.Kind.DAMAGED;
import static heed.assurance.exchange.ArchiveFault.Kind.EMPTY;
import static heed.assurance.exchange.ArchiveFault.Kind.ENCRYPTED;
import static heed.assurance.exchange.ArchiveFault.Kind.NO_ZIP;
import static heed.assurance.exchange.ArchiveFault.Kind.TOO_LARGE;
import static heed.assurance.exchange.ArchiveFault.Kind.TWICE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The files of an archive, in memory: nothing is written to disk, whatever their paths say.
 *
 * @param files by path; empty where there is a fault
 * @param fault why it was not unpacked; null where it was
 */
record Unpacking(Map<String, byte[]> files, @Nullable ArchiveFault fault) {
    /** The most bytes of an archive. */
    static final int MOST_PACKED = 25_000_000;
    /** The most bytes that its files have together. */
    static final long MOST_UNPACKED = 100_000_000L;
    /** The most files. */
    static final int MOST_FILES = 50;
    // A name that is only a name, in folders that are only names: no drive, no root, no step up, no other alphabet's dots.
    private static final Pattern PLAIN = Pattern
            .compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");

    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
        private final ArchiveFault.Kind kind;

        Stopped(ArchiveFault.Kind kind) {
            super(kind.name());
            this.kind = kind;
        }
    }

    static Unpacking of(byte[] archive) {
        try {
            if (archive.length == 0)
                throw new Stopped(EMPTY);
            if (archive.length > MOST_PACKED)
                throw new Stopped(TOO_LARGE);
            if (archive.length < 4 || archive[0] != 'P' || archive[1] != 'K')
                throw new Stopped(NO_ZIP);
            try (var zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(archive)).get()) {
                return new Unpacking(files(zip), null);
            }
        } catch (Stopped e) {
            return new Unpacking(Map.of(), ArchiveFault.of(e.kind));
        } catch (IOException | IllegalArgumentException e) {
            // The library's words for every way an archive can be broken.
            return new Unpacking(Map.of(), ArchiveFault.of(DAMAGED));
        }
    }

    private static Map<String, byte[]> files(ZipFile zip) throws IOException, Stopped {
        var files = new LinkedHashMap<String, byte[]>();
        var names = new HashSet<String>();
        long unpacked = 0;
        var entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            check(zip, entry);
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT)))
                throw new Stopped(TWICE);
            if (names.size() > MOST_FILES)
                throw new Stopped(TOO_LARGE);
            var bytes = bytes(zip, entry, MOST_UNPACKED - unpacked);
            unpacked += bytes.length;
            files.put(entry.getName(), bytes);
        }
        return files;
    }

    private static void check(ZipFile zip, ZipArchiveEntry entry) throws Stopped {
        if (entry.getGeneralPurposeBit().usesEncryption())
            throw new Stopped(ENCRYPTED);
        if (entry.isUnixSymlink() || !PLAIN.matcher(entry.getName()).matches())
            throw new Stopped(CLIMBS_OUT);
        if (!zip.canReadEntryData(entry))
            throw new Stopped(DAMAGED);
    }

    private static byte[] bytes(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException, Stopped {
        var bytes = new ByteArrayOutputStream();
        var crc = new CRC32();
        try (var in = zip.getInputStream(entry)) {
            var some = new byte[32 * 1024];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                // Counted as it comes: what the archive says of its sizes may be false.
                if (bytes.size() + (long) n > most)
                    throw new Stopped(TOO_LARGE);
                bytes.write(some, 0, n);
                crc.update(some, 0, n);
            }
        }
        if (crc.getValue() != entry.getCrc())
            throw new Stopped(DAMAGED);
        return bytes.toByteArray();
    }
}
