package heed.drill;

import heed.Visitor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The Heed that faults are done to: a process, a data directory on the disk, a port that stays. */
public final class Subject implements AutoCloseable {
    private final Path data;
    private final Path programs;
    private final int port;
    private final List<String> more;
    private @Nullable Process process;

    /**
     * One that was not started yet.
     *
     * @param data     its data directory
     * @param programs where the database's programs are unpacked
     * @param more     further arguments
     */
    public Subject(Path data, Path programs, String... more) {
        this.data = data;
        this.programs = programs;
        this.more = List.of(more);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    public int port() {
        return port;
    }

    /** Starts it and waits until it answers. */
    public Subject start() {
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(data.resolve("ready"));
            var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:TieredStopAtLevel=1", "-Xmx400m", "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                    DrilledHeed.class.getName(), "--heed.data=" + data, "--heed.postgres.binaries=" + programs,
                    "--server.port=" + port, "--spring.profiles.active=demo", "--heed.demo.load=false",
                    "--heed.password.memory-kib=64"));
            command.addAll(more);
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("heed.log").toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var started = process;
        await(Duration.ofMinutes(2), () -> Files.exists(data.resolve("ready")) || !started.isAlive());
        if (!started.isAlive())
            throw new AssertionError("Heed did not start: " + log());
        return this;
    }

    /** Kills Heed itself at once, as a power cut would, and waits until it is gone. */
    public void killHeed() {
        try {
            if (process != null)
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills its database server at once. */
    public void killPostgres() {
        ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Lets its database server neither answer nor end, or go on. */
    public void freezePostgres(boolean frozen) {
        var pid = postmaster();
        signal(frozen ? "-STOP" : "-CONT", pid);
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants)
                .forEach(child -> signal(frozen ? "-STOP" : "-CONT", child.pid()));
    }

    private static void signal(String which, long pid) {
        try {
            new ProcessBuilder("kill", which, String.valueOf(pid)).start().waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("pg/postmaster.pid")).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The people its first start added: its scope, an officer, and those who send. */
    public List<String> people() {
        try {
            return Files.readAllLines(data.resolve("people"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody's browser, signed in. */
    public Visitor visitor(String staff) {
        var visitor = new Visitor(port).get("/sign-in");
        visitor.post("/sign-in/demo", "staff", staff);
        if (visitor.status() / 100 != 3)
            throw new IllegalStateException("not signed in: " + visitor.status());
        return visitor;
    }

    /** Its database, as its superuser. */
    public Connection database() throws SQLException, IOException {
        var lines = Files.readAllLines(data.resolve("pg/postmaster.pid"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/heed",
                "heed_superuser", Files.readString(data.resolve("keys/database-superuser")).strip());
    }

    /** Waits until pages with records come again. */
    public void awaitAnswers() {
        await(Duration.ofMinutes(2), () -> {
            try {
                return new Visitor(port).get("/sign-in").status() == 200;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    /** The end of what it logged. */
    public String log() {
        try {
            var all = Files.readString(data.resolve("heed.log"));
            return all.substring(Math.max(0, all.length() - 4000));
        } catch (IOException e) {
            return "no log";
        }
    }

    static void await(Duration most, BooleanSupplier until) {
        var end = System.nanoTime() + most.toNanos();
        while (!until.getAsBoolean()) {
            if (System.nanoTime() > end)
                throw new AssertionError("waited in vain for " + most);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Stops it in order. */
    @Override
    public void close() {
        var running = process;
        if (running == null || !running.isAlive())
            return;
        running.destroy();
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS))
                killHeed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.destroyForcibly();
        }
    }
}
