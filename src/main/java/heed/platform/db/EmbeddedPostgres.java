package heed.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.postgresql.util.PasswordUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own, from binaries that Heed carries: durable, listening on 127.0.0.1 only, with a random
 * port and password. For trials, small sites and tests.
 *
 * <p>
 * The server outlives a killed Heed (it is in a session of its own, and finishes or undoes what it was doing). The next
 * start stops it first and starts it anew, so that it always runs with this release's programs and settings.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    static final String SUPERUSER = "heed_superuser";
    /** After a crash PostgreSQL replays its log before it lets anybody in. */
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);
    private static final long STOPPING = TimeUnit.MINUTES.toNanos(2);
    private static final int PORTS_TO_TRY = 8;
    private static final long LOG_SIZE = 5_000_000;

    private final Binaries binaries;
    private final Footing footing;
    private final Path pg;
    private final Path log;
    private final String password;
    private int port;
    private boolean closed;

    private EmbeddedPostgres(Binaries binaries, Footing footing, Path pg, Path log, String password) {
        this.binaries = binaries;
        this.footing = footing;
        this.pg = pg;
        this.log = log;
        this.password = password;
    }

    /**
     * Starts the server on the directory's {@code pg} folder, which is made at the first start; returns when it answers.
     *
     * @param directory held open by the caller until after {@link #close()}
     * @param cache where the programs are unpacked; may be shared between data directories
     * @throws CannotStart when the data are of another major version, or PostgreSQL does not start
     */
    public static EmbeddedPostgres start(DataDirectory directory, Path cache) {
        return start(directory, cache, true, EmbeddedPostgres::freePort);
    }

    static EmbeddedPostgres start(DataDirectory directory, Path cache, boolean namespaces, IntSupplier ports) {
        try {
            return start(directory, Binaries.in(cache.toAbsolutePath()), namespaces, ports);
        } catch (IOException e) {
            throw notStarted(directory.path().resolve("pg"), e);
        }
    }

    /** As {@link #start(DataDirectory, Path)}, with these programs. */
    static EmbeddedPostgres start(DataDirectory directory, Binaries binaries) {
        return start(directory, binaries, true, EmbeddedPostgres::freePort);
    }

    private static EmbeddedPostgres start(DataDirectory directory, Binaries binaries, boolean namespaces,
            IntSupplier ports) {
        long from = System.nanoTime();
        Path pg = directory.path().resolve("pg");
        Path logs = directory.folder("logs");
        Path keys = directory.folder("keys");
        try {
            Footing footing = Footing.choose(pg, namespaces);
            String password = Private.password(keys.resolve("database-superuser"));
            EmbeddedPostgres server = new EmbeddedPostgres(binaries, footing, pg, logs.resolve("postgres.log"),
                    password);
            server.reachable(directory.path());
            boolean first = !Files.exists(pg);
            if (first) {
                server.initialise();
            }
            server.sameMajor();
            server.stopLeftover();
            server.startOnSomePort(ports);
            LOG.info("PostgreSQL {} {} in {} ms", binaries.version(), first ? "made and started" : "started",
                    (System.nanoTime() - from) / 1_000_000);
            return server;
        } catch (IOException e) {
            throw notStarted(pg, e);
        }
    }

    /**
     * Lets Heed sign in to data that came out of a backup, which carries no password: a new random one is kept in the
     * directory's {@code keys} and told to PostgreSQL while it runs alone, listening nowhere. Everything in the copied
     * log is replayed on the way.
     *
     * @param directory with the copied data in its {@code pg} folder
     * @throws CannotStart when the data are of another major version, or PostgreSQL cannot use them
     */
    public static void admit(DataDirectory directory, Path cache) {
        Path pg = directory.path().resolve("pg");
        try {
            String password = Private.password(directory.folder("keys").resolve("database-superuser"));
            EmbeddedPostgres server = new EmbeddedPostgres(Binaries.in(cache.toAbsolutePath()), Footing.choose(pg), pg,
                    directory.folder("logs").resolve("postgres.log"), password);
            server.reachable(directory.path());
            server.sameMajor();
            server.readyLog();
            server.alone("alter role " + SUPERUSER + " password '"
                    + PasswordUtil.encodeScramSha256(password.toCharArray()) + "'");
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL did not start in " + pg + " (" + e.getClass().getSimpleName()
                    + "): check that the disk has room and that the folder belongs to the account that starts Heed.",
                    e);
        }
    }

    /**
     * The PostgreSQL that this Heed carries.
     *
     * @param cache where its programs are unpacked
     */
    public static String carriedVersion(Path cache) throws IOException {
        return Binaries.in(cache.toAbsolutePath()).version();
    }

    private static CannotStart notStarted(Path pg, IOException e) {
        return new CannotStart("PostgreSQL did not start in " + pg + " (" + e.getClass().getSimpleName()
                + "): check that the disk has room and that the folder belongs to the account that starts Heed.", e);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The JDBC address of a database in it. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * A new connection as superuser, for setting up and backing up only.
     *
     * @throws SQLException when the server does not answer
     */
    public Connection superuser(String database) throws SQLException {
        Properties as = new Properties();
        as.setProperty("user", SUPERUSER);
        as.setProperty("password", password);
        as.setProperty("ApplicationName", "heed-superuser");
        as.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url(database), as);
    }

    /**
     * Makes the accounts that Heed works with where they are missing, and gives them the passwords kept in the directory's
     * {@code keys}, which are made where there are none; as every start does.
     */
    public void accounts(DataDirectory directory) throws IOException, SQLException {
        try (Connection superuser = superuser("postgres")) {
            Roles.ensure(superuser, directory.folder("keys"));
            Roles.endMigrations(superuser);
        }
    }

    /** The folder with the server's data. */
    public Path folder() {
        return pg;
    }

    /**
     * Starts the server again on its port where it died under a running Heed; it first replays what was committed.
     *
     * @return whether it had to
     * @throws CannotStart when it does not start; to be tried again
     */
    synchronized boolean revive() throws IOException {
        if (closed || Postmaster.readQuietly(pg).filter(note -> note.serves(pg)).isPresent()) {
            return false;
        }
        LOG.warn("PostgreSQL has stopped while Heed runs: starting it again");
        stopLeftover();
        int same = port;
        startOnSomePort(() -> same);
        return true;
    }

    /** Stops the server: open transactions are undone, everything committed is on the disk. Twice is harmless. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", e);
        }
    }

    /** The process number of the running server. */
    long pid() throws IOException {
        return Postmaster.read(pg).orElseThrow(() -> new IOException("PostgreSQL is not running")).pid();
    }

    /** Another account needs to get through the folders above. */
    private void reachable(Path directory) throws IOException {
        if (footing.account() == null) {
            return;
        }
        Files.setPosixFilePermissions(directory, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        if (run(List.of("test", "-x", binaries.program("postgres").toString())) != 0
                || run(List.of("test", "-x", directory.toString())) != 0) {
            throw new CannotStart("PostgreSQL does not run as root, and the account " + footing.account()
                    + " cannot reach " + directory + " or " + binaries.home()
                    + ": start Heed as an ordinary account, or choose a folder that others may pass through, with "
                    + "--heed.data=DIR and --heed.postgres.binaries=DIR.");
        }
    }

    /** Built beside its place and moved there when whole, so that an interrupted first start leaves nothing half made. */
    private void initialise() throws IOException {
        Path draft = pg.resolveSibling("pg.new");
        Path secret = pg.resolveSibling("pg.password");
        FileSystemUtils.deleteRecursively(draft);
        Files.deleteIfExists(secret);
        Private.folder(draft);
        Private.write(secret, password);
        try {
            footing.give(draft);
            footing.give(secret);
            List<String> initdb = new ArrayList<>(List.of(binaries.program("initdb").toString(),
                    "-D", draft.toString(), "-U", SUPERUSER, "--pwfile=" + secret,
                    "--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8", "--no-instructions"));
            initdb.addAll(binaries.order());
            int result = run(initdb);
            if (result != 0) {
                throw failed("PostgreSQL could not make its data folder", 0);
            }
            Files.move(draft, pg, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    private void sameMajor() throws IOException {
        Path file = pg.resolve("PG_VERSION");
        String written = Files.exists(file) ? Files.readString(file).strip() : "an unknown version";
        if (!written.equals(binaries.major())) {
            throw new CannotStart("The data in " + pg + " were written by PostgreSQL " + written
                    + ", and this Heed carries PostgreSQL " + binaries.major()
                    + ": start the Heed that wrote them, or convert them with pg_upgrade and start again; nothing was changed.");
        }
    }

    /** A killed Heed leaves its server running, or a note of one that is gone. */
    private void stopLeftover() throws IOException {
        Optional<Postmaster> noted = Postmaster.read(pg);
        if (noted.isEmpty()) {
            return;
        }
        Postmaster postmaster = noted.get();
        if (postmaster.serves(pg)) {
            LOG.warn("PostgreSQL was still running from a Heed that did not stop in order: stopping it first");
            stop();
        } else if (postmaster.alive()) {
            // Its number now belongs to a stranger. PostgreSQL would take that for a running server and refuse, so the
            // number is replaced by an impossible one; the rest of the note stays, because PostgreSQL finds from it
            // whether processes of the dead server still hold its memory.
            LOG.warn("PostgreSQL's process number has passed to another process: its old note is set right");
            postmaster.disown();
        }
    }

    private void startOnSomePort(IntSupplier ports) throws IOException {
        Path hba = pg.resolve("pg_hba.conf");
        Files.writeString(hba, "# Written by Heed at every start.\nhost all all 127.0.0.1/32 scram-sha-256\n");
        readyLog();
        for (int tried = 1;; tried++) {
            long logged = Files.size(log);
            port = ports.getAsInt();
            if (answers(launch())) {
                return;
            }
            String said = since(logged);
            boolean leavers = said.contains("pre-existing shared memory block");
            boolean busy = said.contains("could not bind") || said.contains("could not create any TCP/IP sockets");
            if (leavers && tried < 200) {
                // The last processes of a killed server see its death within a moment and go.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            } else if (!busy || tried >= PORTS_TO_TRY) {
                throw failed("PostgreSQL did not start", logged);
            }
        }
    }

    private void readyLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_SIZE) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            Private.write(log, "");
        }
        openLogTo();
    }

    /** Runs one statement as the superuser, in a PostgreSQL for one user that ends with it. */
    private void alone(String statement) throws IOException {
        long logged = Files.size(log);
        List<String> command = new ArrayList<>(List.of(binaries.program("postgres").toString(), "--single", "-D",
                pg.toString()));
        port = 5432; // a number is asked for; nothing listens
        settings().forEach(each -> command.addAll(List.of("-c", each)));
        command.add("postgres");
        Process process = builder(command).redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (var in = process.outputWriter(StandardCharsets.US_ASCII)) {
            in.write(statement + "\n");
        } catch (IOException e) {
            // It ended before it read: what it said is in its log.
            LOG.debug("PostgreSQL did not read", e);
        }
        try {
            if (process.waitFor() != 0) {
                throw failed("PostgreSQL could not use the copied data", logged);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private void openLogTo() throws IOException {
        if (footing.account() != null) {
            Files.setPosixFilePermissions(log.getParent(),
                    java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        }
        footing.give(log);
        footing.give(pg);
    }

    /** Given on the command line, where no ALTER SYSTEM and no edited file overrides them. */
    private List<String> settings() {
        List<String> all = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1", "port=" + port, "unix_socket_directories=",
                "fsync=on", "synchronous_commit=on", "full_page_writes=on",
                "password_encryption=scram-sha-256", "timezone=UTC", "log_timezone=UTC",
                "shared_buffers=128MB", "max_connections=100", "max_wal_size=512MB", "huge_pages=off",
                "logging_collector=off", "log_checkpoints=off", "log_statement=none",
                // Statements, values and errors about them can hold personal text: only the server's own news is kept.
                "log_min_messages=log", "log_min_error_statement=panic", "log_error_verbosity=terse",
                "log_parameter_max_length=0", "log_parameter_max_length_on_error=0",
                "idle_in_transaction_session_timeout=10min"));
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")) {
            // The only way a Mac's disk really writes.
            all.add("wal_sync_method=fsync_writethrough");
        }
        return all;
    }

    /** In a session of its own, so that Ctrl-C at the terminal reaches Heed first and the server outlives it. */
    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(footing.detached());
        command.addAll(List.of(binaries.program("postgres").toString(), "-D", pg.toString()));
        settings().forEach(each -> command.addAll(List.of("-c", each)));
        return begin(command);
    }

    private boolean answers(Process process) {
        BooleanSupplier ready = () -> Postmaster.readQuietly(pg)
                .filter(note -> note.port() == port && note.ready()).isPresent();
        await(PATIENCE, () -> ready.getAsBoolean() || !process.isAlive());
        if (!process.isAlive() || !ready.getAsBoolean()) {
            return false;
        }
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(10);
        } catch (SQLException e) {
            throw new CannotStart("PostgreSQL started but did not let Heed in (" + e.getSQLState()
                    + "): the file keys/database-superuser may not be the one these data were made with.", e);
        }
    }

    private void stop() throws IOException {
        Optional<Postmaster> running = Postmaster.read(pg);
        if (running.isEmpty() || !running.get().serves(pg)) {
            return;
        }
        run(List.of(binaries.program("pg_ctl").toString(), "stop", "-W", "-s", "-m", "fast", "-D", pg.toString()));
        // Its note goes last of all. (In a container its process may linger as a zombie that nobody collects.)
        Postmaster postmaster = running.get();
        if (!await(STOPPING, () -> Postmaster.readQuietly(pg).isEmpty() || !postmaster.serves(pg))) {
            throw new IOException("PostgreSQL did not stop");
        }
    }

    private int run(List<String> command) throws IOException {
        try {
            return begin(command).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private Process begin(List<String> command) throws IOException {
        return builder(command).start();
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(footing.command(command))
                .directory(binaries.home().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        if (Files.exists(log)) {
            builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        } else {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        return builder;
    }

    private CannotStart failed(String what, long logged) {
        String reason = since(logged).lines()
                .filter(line -> line.contains("FATAL:") || line.contains("error:") || line.startsWith("postgres: "))
                .reduce((first, last) -> last)
                .map(line -> " (" + line.replaceFirst("^.*?(FATAL|error|postgres): *", "") + ")")
                .orElse("");
        return new CannotStart(what + reason + ": its log is " + log + ".");
    }

    private String since(long logged) {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(logged, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean await(long nanos, BooleanSupplier done) {
        long until = System.nanoTime() + nanos;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return true;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }
}
