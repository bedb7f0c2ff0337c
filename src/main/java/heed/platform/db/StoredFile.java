package heed.platform.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * A file as it was written: what a manifest says of it.
 *
 * @param path where it lies in its folder, parts divided by {@code /}
 * @param bytes how long it is
 * @param sha256 its digest, 64 small hexadecimal digits
 */
public record StoredFile(String path, long bytes, String sha256) {
    private static final int AT_ONCE = 1 << 17;

    /**
     * Writes everything that {@code from} gives into a new file (0600) and says what was written. It is on the disk only
     * after {@link Private#sync}.
     *
     * @param written told of every piece, in bytes
     */
    public static StoredFile write(InputStream from, Path folder, String path, LongConsumer written)
            throws IOException {
        MessageDigest digest = digest();
        long bytes = 0;
        try (FileChannel out = Private.fresh(folder.resolve(path))) {
            byte[] some = new byte[AT_ONCE];
            for (int length = from.read(some); length >= 0; length = from.read(some)) {
                digest.update(some, 0, length);
                ByteBuffer left = ByteBuffer.wrap(some, 0, length);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                bytes += length;
                written.accept(length);
            }
        }
        return new StoredFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Says what lies there now. */
    public static StoredFile read(Path folder, String path) throws IOException {
        MessageDigest digest = digest();
        long bytes = 0;
        try (InputStream from = Files.newInputStream(folder.resolve(path))) {
            byte[] some = new byte[AT_ONCE];
            for (int length = from.read(some); length >= 0; length = from.read(some)) {
                digest.update(some, 0, length);
                bytes += length;
            }
        }
        return new StoredFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** A new SHA-256 digest. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
