package heed.platform.db;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL of a test run, started when first asked for and deleted at the end. */
public final class TestCluster {
    /** Unpacked once and kept from run to run. */
    static final Path PROGRAMS = Path.of("target", "postgres");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final Roles.Passwords passwords;

    private static final class Once {
        static final TestCluster CLUSTER = new TestCluster(carried());
    }

    private static final class Oldest {
        static final TestCluster CLUSTER = new TestCluster(oldestPrograms());
    }

    private TestCluster(Binaries programs) {
        try {
            Path folder = Files.createTempDirectory("heed-test-");
            DataDirectory directory = DataDirectory.open(folder, DataDirectory.Kind.DEMO);
            server = EmbeddedPostgres.start(directory, programs);
            try (Connection superuser = server.superuser("postgres")) {
                passwords = Roles.ensure(superuser, directory.folder("keys"));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                directory.close();
                delete(folder);
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the database's programs are unpacked for every test. */
    public static Path programs() {
        return PROGRAMS.toAbsolutePath();
    }

    /** The cluster, started by the first call. */
    public static TestCluster running() {
        return Once.CLUSTER;
    }

    /** A cluster of the oldest PostgreSQL that Heed takes, started by the first call. */
    public static TestCluster oldest() {
        return Oldest.CLUSTER;
    }

    private static Binaries carried() {
        try {
            return Binaries.in(PROGRAMS.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the jar that the build lays beside the classes. */
    private static Binaries oldestPrograms() {
        try {
            Path jar = Path.of("target", "test-jars", "oldest-postgres.jar").toAbsolutePath();
            return Binaries.of(URI.create("jar:" + jar.toUri() + "!/" + Binaries.archive()).toURL(),
                    PROGRAMS.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number before the point of its version. */
    public String major() {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery("show server_version")) {
            answer.next();
            return answer.getString(1).replaceFirst("\\..*", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a new, empty database and returns its name. */
    public String newDatabase() {
        String name = "heed_" + COUNT.incrementAndGet();
        try (Connection connection = server.superuser("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner heed_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    /** The JDBC address of a database. */
    public String url(String database) {
        return server.url(database);
    }

    /** A connection as superuser. */
    public Connection superuser(String database) throws SQLException {
        return server.superuser(database);
    }

    /** heed_app's password. */
    public String appPassword() {
        return passwords.app();
    }

    /** heed_owner's password. */
    public String ownerPassword() {
        return passwords.owner();
    }

    /** A few connections as heed_app. */
    public HikariDataSource app(String database) {
        return pool(database, Roles.APP, passwords.app());
    }

    /** A few connections as heed_owner. */
    public HikariDataSource owner(String database) {
        return pool(database, Roles.OWNER, passwords.owner());
    }

    /** Runs every migration on a database. */
    public void migrate(String database) {
        try (HikariDataSource owner = owner(database)) {
            Migrations.run(owner);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Transactions as the application has them. */
    public static Transactions transactions(DataSource app) {
        return new Transactions(new JdbcTransactionManager(app), JdbcClient.create(app));
    }

    private HikariDataSource pool(String database, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url(database));
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(4);
        return pool;
    }

    static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
