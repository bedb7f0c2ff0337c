package heed.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The note ({@code postmaster.pid}) that a PostgreSQL server leaves in its folder while it runs. */
record Postmaster(Path file, List<String> lines) {
    /** Above every process number that a system gives. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);
    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Optional<Postmaster> read(Path pg) throws IOException {
        Path file = pg.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? Optional.empty() : Optional.of(new Postmaster(file, lines));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** As {@link #read}, and nothing while it is being written. */
    static Optional<Postmaster> readQuietly(Path pg) {
        try {
            return read(pg);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    long pid() {
        return Long.parseLong(lines.get(0).strip());
    }

    int port() {
        return lines.size() > PORT && !lines.get(PORT).isBlank() ? Integer.parseInt(lines.get(PORT).strip()) : -1;
    }

    boolean ready() {
        return lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
    }

    boolean alive() {
        return ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Whether the process is alive and is a server on this very folder, and not a stranger with the same number. */
    boolean serves(Path pg) {
        return ProcessHandle.of(pid())
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .map(command -> command.contains("postgres") && command.contains(pg.toString()))
                .orElse(false);
    }

    /** Takes the process number out and leaves the rest. */
    void disown() throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, NOBODY);
        Files.write(file, changed);
    }
}
