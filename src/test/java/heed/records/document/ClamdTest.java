package heed.records.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking ClamAV: its protocol against a small server that can misbehave, and the real daemon where it is installed. */
class ClamdTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IMPATIENCE = Duration.ofMillis(300);

    /** How the small server treats whoever asks. */
    private interface Manner {
        void treat(DataInputStream asked, OutputStream answer) throws IOException;
    }

    /** A server that treats one caller so. */
    private static final class Scanner implements AutoCloseable {
        private final ServerSocket door;
        private volatile byte @Nullable [] heard;

        Scanner(Manner manner) throws IOException {
            door = new ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                try (var caller = door.accept()) {
                    manner.treat(new DataInputStream(caller.getInputStream()), caller.getOutputStream());
                } catch (IOException hungUp) {
                    // That is what some of these tests are about.
                }
            });
        }

        /** Listens as clamd does, and then says this. */
        static Scanner saying(String answer) throws IOException {
            var listening = new Scanner[1];
            var ready = new java.util.concurrent.CountDownLatch(1);
            listening[0] = new Scanner((asked, out) -> {
                var heard = hear(asked);
                try {
                    ready.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                listening[0].heard = heard;
                out.write(answer.getBytes(StandardCharsets.UTF_8));
                out.flush();
            });
            ready.countDown();
            return listening[0];
        }

        static byte[] hear(DataInputStream asked) throws IOException {
            assertThat(new String(asked.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            var all = new ByteArrayOutputStream();
            for (int length = asked.readInt(); length > 0; length = asked.readInt())
                all.write(asked.readNBytes(length));
            return all.toByteArray();
        }

        Verdict asked(byte[] file, Duration patience) throws IOException {
            return new Clamd(new InetSocketAddress(door.getInetAddress(), door.getLocalPort()), patience)
                    .of(new ByteArrayInputStream(file));
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            stream: OK, CLEAN
            stream: Eicar-Test-Signature FOUND, INFECTED
            stream: Win.Trojan.Something-1 FOUND, INFECTED
            stream: Heuristics.Encrypted.Zip FOUND, CANNOT_TELL
            stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND, CANNOT_TELL
            INSTREAM size limit exceeded. ERROR, CANNOT_TELL
            stream: Can't allocate memory ERROR, AWAY
            UNKNOWN COMMAND, AWAY
            HTTP/1.1 200 OK, AWAY
            stream: OK but not really, AWAY
            '', AWAY
            """)
    void only_a_plain_ok_counts_as_checked(String answer, Verdict verdict) throws Exception {
        var file = new byte[200_000];
        new java.util.Random(1).nextBytes(file);
        try (var scanner = Scanner.saying(answer + "\0")) {
            assertThat(scanner.asked(file, PATIENCE)).isEqualTo(verdict);
            assertThat(scanner.heard).as("every byte was sent, in order").isEqualTo(file);
        }
    }

    @Test
    void a_scanner_that_is_away_hangs_up_or_talks_nonsense_leaves_the_file_unchecked() throws Exception {
        int nobody;
        try (var gone = new ServerSocket(0)) {
            nobody = gone.getLocalPort();
        }
        assertThat(new Clamd(new InetSocketAddress("127.0.0.1", nobody), PATIENCE).of(InputStream.nullInputStream()))
                .isEqualTo(Verdict.AWAY);
        assertThat(new Clamd(UnixDomainSocketAddress.of("no-such-socket"), PATIENCE).of(InputStream.nullInputStream()))
                .isEqualTo(Verdict.AWAY);
        assertThat(new Clamd(InetSocketAddress.createUnresolved("nowhere.invalid", 1), PATIENCE)
                .of(InputStream.nullInputStream())).isEqualTo(Verdict.AWAY);
        try (var scanner = new Scanner((asked, answer) -> {
        })) {
            assertThat(scanner.asked(new byte[5_000_000], PATIENCE)).isEqualTo(Verdict.AWAY);
        }
        try (var scanner = new Scanner((asked, answer) -> {
            var noise = new byte[100_000];
            java.util.Arrays.fill(noise, (byte) 'x');
            answer.write(noise);
        })) {
            assertThat(scanner.asked(new byte[100], PATIENCE)).isEqualTo(Verdict.AWAY);
        }
    }

    @Test
    void a_scanner_that_never_answers_or_never_listens_is_not_waited_for_longer_than_said() throws Exception {
        for (var silent : new Manner[]{(asked, answer) -> {
            Scanner.hear(asked);
            asked.read();
        }, (asked, answer) -> new java.io.DataInputStream(InputStream.nullInputStream()).read()})
            try (var scanner = new Scanner((asked, answer) -> {
                silent.treat(asked, answer);
                // Neither reads on nor hangs up until the caller does.
                while (asked.read() >= 0) {
                    if (asked.available() > 10_000_000)
                        break;
                }
            })) {
                long from = System.nanoTime();
                assertThat(scanner.asked(new byte[1_000], IMPATIENCE)).isEqualTo(Verdict.AWAY);
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(PATIENCE);
            }
    }

    @Test
    void a_scanner_that_has_had_enough_in_the_middle_is_heard() throws Exception {
        try (var scanner = new Scanner((asked, answer) -> {
            asked.readNBytes(100);
            answer.write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
            answer.flush();
            while (asked.read() >= 0)
                assertThat(asked).isNotNull();
        })) {
            assertThat(scanner.asked(new byte[1_000], PATIENCE)).isEqualTo(Verdict.CANNOT_TELL);
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_no_verdict() throws Exception {
        try (var scanner = Scanner.saying("stream: OK\0")) {
            var clamd = new Clamd(new InetSocketAddress(scanner.door.getInetAddress(), scanner.door.getLocalPort()),
                    PATIENCE);
            assertThatThrownBy(() -> clamd.of(new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("does not open");
                }
            })).isInstanceOf(IOException.class).hasMessage("does not open");
        }
    }

    /** The real daemon, with a list of signatures of this test's own: no network is needed. */
    @Test
    void the_real_clamd_finds_what_every_scanner_finds(@TempDir Path folder) throws Exception {
        var clamd = Path.of("/usr/sbin/clamd");
        Assumptions.assumeTrue(Files.isExecutable(clamd),
                "clamd is not installed here (on Debian or Ubuntu: sudo apt-get install clamav-daemon)");
        var eicar = Samples.bytes(Samples.EICAR);
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(signatures.resolve("own.hdb"),
                HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(eicar)) + ":" + eicar.length
                        + ":Eicar-Test-Signature\n");
        Files.writeString(signatures.resolve("own.ndb"),
                "Eicar-Anywhere:0:*:" + HexFormat.of().formatHex(eicar) + "\n");
        var socket = folder.resolve("clamd.sock");
        var settings = Files.writeString(folder.resolve("clamd.conf"), """
                DatabaseDirectory %s
                LocalSocket %s
                Foreground yes
                StreamMaxLength 1M
                AlertEncrypted yes
                """.formatted(signatures, socket));
        var said = folder.resolve("clamd.log").toFile();
        var daemon = new ProcessBuilder(clamd.toString(), "--config-file=" + settings).redirectErrorStream(true)
                .redirectOutput(said).start();
        try {
            var scanner = new Clamd(UnixDomainSocketAddress.of(socket), Duration.ofSeconds(30));
            var first = Verdict.AWAY;
            for (int tries = 0; first == Verdict.AWAY && tries < 300 && daemon.isAlive(); tries++) {
                first = scanner.of(new ByteArrayInputStream(Samples.jpeg(40, 30)));
                if (first == Verdict.AWAY)
                    daemon.waitFor(100, TimeUnit.MILLISECONDS);
            }
            assertThat(first).as(Files.readString(said.toPath())).isEqualTo(Verdict.CLEAN);
            assertThat(scanner.of(new ByteArrayInputStream(eicar))).isEqualTo(Verdict.INFECTED);
            assertThat(scanner.of(new ByteArrayInputStream(
                    Samples.word(java.util.Map.of("word/embedded.txt", eicar))))).as("inside a document")
                    .isEqualTo(Verdict.INFECTED);
            var large = new byte[3_000_000];
            new java.util.Random(2).nextBytes(large);
            assertThat(scanner.of(new ByteArrayInputStream(large))).as("larger than it looks through")
                    .isEqualTo(Verdict.CANNOT_TELL);
        } finally {
            daemon.destroy();
            daemon.waitFor(20, TimeUnit.SECONDS);
        }
        assertThat(new Clamd(UnixDomainSocketAddress.of(socket), PATIENCE).of(InputStream.nullInputStream()))
                .as("once it is gone").isEqualTo(Verdict.AWAY);
    }
}
