package heed.records.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks ClamAV's daemon about bytes by its command INSTREAM (clamd(8)): pieces, each after its length in four bytes, and a
 * length of nothing at the end. Everything but a plain "OK" within the time given counts as not checked.
 */
final class Clamd {
    private static final int PIECE = 64 * 1024;
    private static final int ANSWER_MOST = 1_024;

    private final SocketAddress where;
    private final Duration patience;

    /**
     * @param where
     *            a TCP or Unix address
     * @param patience
     *            how long one file may take, connecting, sending and answering together
     */
    Clamd(SocketAddress where, Duration patience) {
        this.where = where;
        this.patience = patience;
    }

    /** What the scanner says of these bytes. Reading them may throw; what the scanner does wrong never does. */
    Verdict of(InputStream bytes) throws IOException {
        try (var line = open()) {
            var asking = new FutureTask<>(() -> ask(line, bytes));
            var asker = Thread.ofVirtual().start(asking);
            try {
                return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Closing the line, which is done on the way out, wakes whoever reads or writes it.
                asker.interrupt();
                return Verdict.AWAY;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Unreadable unreadable)
                    throw unreadable.cause;
                return Verdict.AWAY;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Verdict.AWAY;
            }
        }
    }

    private SocketChannel open() throws IOException {
        return where instanceof java.net.UnixDomainSocketAddress
                ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private Verdict ask(SocketChannel line, InputStream bytes) throws IOException, Unreadable {
        line.connect(where);
        try {
            send(line, bytes);
        } catch (IOException e) {
            // A scanner that has had enough says so and hangs up: what it said still waits to be read.
        }
        return understand(answer(line));
    }

    private static void send(SocketChannel line, InputStream bytes) throws IOException, Unreadable {
        write(line, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        var piece = new byte[PIECE];
        for (int n = read(bytes, piece); n > 0; n = read(bytes, piece)) {
            write(line, ByteBuffer.allocate(4).putInt(n).flip());
            write(line, ByteBuffer.wrap(piece, 0, n));
        }
        write(line, ByteBuffer.allocate(4));
    }

    private static int read(InputStream bytes, byte[] into) throws Unreadable {
        try {
            return bytes.readNBytes(into, 0, into.length);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private static void write(SocketChannel line, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining())
            line.write(bytes);
    }

    private static String answer(SocketChannel line) throws IOException {
        var answer = new ByteArrayOutputStream();
        var some = ByteBuffer.allocate(256);
        while (answer.size() < ANSWER_MOST && line.read(some) >= 0) {
            some.flip();
            while (some.hasRemaining()) {
                byte b = some.get();
                if (b == 0 || b == '\n')
                    return answer.toString(StandardCharsets.UTF_8);
                answer.write(b);
            }
            some.clear();
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    static Verdict understand(String answer) {
        var said = answer.strip();
        if (said.equals("stream: OK"))
            return Verdict.CLEAN;
        if (said.contains("size limit exceeded"))
            return Verdict.CANNOT_TELL;
        if (said.startsWith("stream: ") && said.endsWith(" FOUND"))
            // With AlertEncrypted and AlertExceedsMax set, clamd finds what it could not look into under these names.
            return said.startsWith("stream: Heuristics.Encrypted") || said.startsWith("stream: Heuristics.Limits")
                    ? Verdict.CANNOT_TELL
                    : Verdict.INFECTED;
        return Verdict.AWAY;
    }

    /** The file itself could not be read: no fault of the scanner's. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final IOException cause;

        Unreadable(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
