package bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A program in a process of its own, asked for its first page until it gives it. */
final class Program implements AutoCloseable {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB");
    private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+([0-9]+) kB");

    private final Process process;
    private final int port;
    private final double seconds;

    private Program(Process process, int port, double seconds) {
        this.process = process;
        this.port = port;
        this.seconds = seconds;
    }

    /** Runs a Java command to its end. */
    static void run(Path log, List<String> arguments) throws IOException, InterruptedException {
        var process = begin(log, arguments);
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0)
            throw new IllegalStateException("it did not end well; see " + log + ": " + arguments);
    }

    /** Starts a Java program that listens on the port named to it and waits for its first page. */
    static Program start(Path log, List<String> arguments) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var all = new ArrayList<>(arguments);
        all.add("--server.port=" + port);
        long from = System.nanoTime();
        var process = begin(log, all);
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - from > 180e9)
                throw new IllegalStateException("it did not start; see " + log);
            LockSupport.parkNanos(20_000_000);
        }
        return new Program(process, port, (System.nanoTime() - from) / 1e9);
    }

    private static Process begin(Path log, List<String> arguments) throws IOException {
        Files.createDirectories(log.getParent());
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
    }

    private static boolean answers(int port) {
        try {
            var asked = (HttpURLConnection) URI.create("http://localhost:" + port + "/sign-in").toURL().openConnection();
            asked.setConnectTimeout(500);
            asked.setReadTimeout(10_000);
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** From starting it to its first page. */
    double seconds() {
        return seconds;
    }

    /** Its own memory now, in MB: what is resident. */
    double memory() throws IOException {
        return number(RESIDENT, Path.of("/proc", String.valueOf(process.pid()), "status"));
    }

    /** What the processes that it started hold, in MB, memory shared among them counted once. */
    double childrensMemory() throws IOException {
        double sum = 0;
        for (var child : process.toHandle().descendants().toList())
            sum += number(SHARE, Path.of("/proc", String.valueOf(child.pid()), "smaps_rollup"));
        return sum;
    }

    private static double number(Pattern what, Path file) throws IOException {
        if (!Files.exists(file))
            return 0;
        var found = what.matcher(Files.readString(file));
        return found.find() ? Long.parseLong(found.group(1)) / 1024.0 : 0;
    }

    /** Stops it in order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
