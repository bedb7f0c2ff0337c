package heed.records.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The virus check, where one is set up: {@code heed.clamav.host} with {@code heed.clamav.port} (3310), or
 * {@code heed.clamav.socket} (a path), and {@code heed.clamav.timeout} for one file (30 seconds).
 */
@Component
public class VirusCheck {
    private static final Logger LOG = LoggerFactory.getLogger(VirusCheck.class);

    private final @Nullable Clamd scanner;

    @Autowired
    VirusCheck(@Value("${heed.clamav.host:}") String host, @Value("${heed.clamav.port:3310}") int port,
            @Value("${heed.clamav.socket:}") String socket, @Value("${heed.clamav.timeout:30s}") Duration timeout) {
        this(socket.isBlank() && host.isBlank()
                ? null
                : new Clamd(socket.isBlank()
                        ? new InetSocketAddress(host, port)
                        : UnixDomainSocketAddress.of(Path.of(socket)), timeout));
    }

    VirusCheck(@Nullable Clamd scanner) {
        this.scanner = scanner;
    }

    /** Whether files are checked for viruses here. */
    public boolean configured() {
        return scanner != null;
    }

    /** Whether a file in this state may be opened now. */
    public boolean opens(State state) {
        return state == State.CLEAN || state == State.NOT_CHECKED && scanner == null;
    }

    /** Has the bytes checked. A scanner that is away or slow leaves them waiting. */
    State of(InputStream bytes) throws IOException {
        if (scanner == null)
            return State.NOT_CHECKED;
        var verdict = scanner.of(bytes);
        if (verdict == Verdict.AWAY)
            LOG.warn("The virus scanner gave no answer in time: a file waits for it, and nobody can open it.");
        return verdict.state();
    }
}
