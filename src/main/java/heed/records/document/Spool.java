package heed.records.document;

import heed.platform.seal.StreamKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Bytes on their way, on disk because they may be too many for memory, and only ever encrypted there under a key that is
 * in memory alone. What a crash leaves behind can be read by nobody; it is swept away at the next start.
 */
final class Spool implements AutoCloseable {
    static final String PREFIX = "arriving-";

    private final Path file;
    private final StreamKey key;

    Spool(Path folder, StreamKey key) {
        this.key = key;
        try {
            this.file = Files.createTempFile(folder, PREFIX, ".sealed",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StreamKey key() {
        return key;
    }

    /** Seals what is written to it; whole once closed. */
    OutputStream filling() throws IOException {
        return key.sealing(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.WRITE),
                64 * 1024));
    }

    /** What was written, opened, for reading anywhere in it. */
    SeekableByteChannel channel() throws IOException {
        return new Opened(Files.newByteChannel(file, Set.of(StandardOpenOption.READ)), key);
    }

    /** What was written, opened, from its beginning. */
    InputStream opened() throws IOException {
        return Channels.newInputStream(channel());
    }

    /** What was written, as it lies on disk. */
    InputStream sealed() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what earlier runs left. */
    static void sweep(Path folder) {
        try (var left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var each : left)
                Files.deleteIfExists(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The opening channel, which also closes the file: the library's own leaves it open. */
    private static final class Opened implements SeekableByteChannel {
        private final SeekableByteChannel file;
        private final SeekableByteChannel opening;

        Opened(SeekableByteChannel file, StreamKey key) throws IOException {
            this.file = file;
            this.opening = key.opening(file);
            // The library knows the size only once something was read.
            opening.read(java.nio.ByteBuffer.allocate(1));
            opening.position(0);
        }

        @Override
        public int read(java.nio.ByteBuffer into) throws IOException {
            return opening.read(into);
        }

        @Override
        public int write(java.nio.ByteBuffer from) throws IOException {
            throw new java.nio.channels.NonWritableChannelException();
        }

        @Override
        public long position() throws IOException {
            return opening.position();
        }

        @Override
        public SeekableByteChannel position(long at) throws IOException {
            opening.position(at);
            return this;
        }

        @Override
        public long size() throws IOException {
            return opening.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            throw new java.nio.channels.NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            try (file) {
                opening.close();
            }
        }
    }
}
