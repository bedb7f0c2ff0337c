package heed.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of a data directory as a command reaches it: the one that a running Heed uses, found by what it noted in
 * its folder, or one that is started for the command and stopped after it.
 */
public final class Cluster implements AutoCloseable {
    private final Path data;
    private final DataDirectory.Kind kind;
    private final int port;
    private final @Nullable DataDirectory directory;
    private final @Nullable EmbeddedPostgres started;

    private Cluster(Path data, DataDirectory.Kind kind, int port, @Nullable DataDirectory directory,
            @Nullable EmbeddedPostgres started) {
        this.data = data;
        this.kind = kind;
        this.port = port;
        this.directory = directory;
        this.started = started;
    }

    /**
     * Connects to the one that runs, or starts it where no Heed runs.
     *
     * @param programs where PostgreSQL's programs are, or are unpacked
     * @param patience how long a Heed that is starting or stopping may take, in seconds
     * @throws CannotStart when there is no database there, or it does not answer
     */
    public static Cluster reach(Path data, Path programs, int patience) {
        DataDirectory.Kind kind = DataDirectory.kindOf(data).orElseThrow(() -> new CannotStart(
                "There is no Heed in " + data.toAbsolutePath().normalize() + ": say where its data are with "
                        + "--heed.data=DIR."));
        try {
            Path real = data.toRealPath();
            if (!Files.isDirectory(real.resolve("pg"))) {
                throw new CannotStart("There is no database in " + real + ": this Heed was never started on it, or "
                        + "keeps its records in a PostgreSQL of its own, which has its own backup commands.");
            }
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
            while (true) {
                Optional<DataDirectory> free = DataDirectory.openIfFree(real, kind);
                if (free.isPresent()) {
                    return start(free.get(), programs);
                }
                Optional<Cluster> running = running(real, kind);
                if (running.isPresent()) {
                    return running.get();
                }
                if (System.nanoTime() > until) {
                    throw new CannotStart("A Heed is using " + real + ", and its database does not answer: it is "
                            + "starting or stopping. Try again in a minute.");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        } catch (IOException e) {
            throw new CannotStart("Heed cannot read " + data + " (" + e.getClass().getSimpleName()
                    + "): give the command as the account that runs Heed.", e);
        }
    }

    private static Cluster start(DataDirectory directory, Path programs) {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start(directory, programs);
            return new Cluster(directory.path(), directory.kind(), started.port(), directory, started);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Optional<Cluster> running(Path data, DataDirectory.Kind kind) throws IOException {
        Optional<Postmaster> note = Postmaster.readQuietly(data.resolve("pg")).filter(Postmaster::ready);
        if (note.isEmpty()) {
            return Optional.empty();
        }
        Cluster found = new Cluster(data, kind, note.get().port(), null, null);
        try (Connection connection = found.superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("show data_directory")) {
            // Another server could have taken the port of one that is gone.
            return answer.next() && Path.of(answer.getString(1)).equals(data.resolve("pg"))
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** The data directory, without symbolic links. */
    public Path data() {
        return data;
    }

    /** The folder with the server's data. */
    public Path folder() {
        return data.resolve("pg");
    }

    /** Whether it holds a demonstration or real records. */
    public DataDirectory.Kind kind() {
        return kind;
    }

    /** Whether a Heed runs on it. */
    public boolean inUse() {
        return started == null;
    }

    /** The JDBC address of a database in it. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A new connection as superuser. */
    public Connection superuser(String database) throws SQLException {
        if (started != null) {
            return started.superuser(database);
        }
        Properties as = new Properties();
        as.setProperty("user", EmbeddedPostgres.SUPERUSER);
        as.setProperty("password", secret("database-superuser"));
        as.setProperty("ApplicationName", "heed-superuser");
        as.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url(database), as);
    }

    /** The password of {@code heed_app}, as the last start set it. */
    public String appPassword() {
        return secret("database-app");
    }

    private String secret(String name) {
        Path file = data.resolve("keys").resolve(name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("Heed cannot read " + file + ": give the command as the account that runs Heed.", e);
        }
    }

    /** Stops the server where it was started for the command. */
    @Override
    public void close() {
        try {
            if (started != null) {
                started.close();
            }
        } finally {
            if (directory != null) {
                directory.close();
            }
        }
    }
}
