package heed.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * The database of this start: begun on a thread of its own while Spring is still reading its configuration, and waited
 * for by the first bean that needs it.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 16;

    private final DataDirectory directory;
    private final Place place;
    private final CompletableFuture<HikariDataSource> pool = new CompletableFuture<>();
    private @Nullable EmbeddedPostgres server;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Where the database is: in the data directory when there is no address. */
    record Place(@Nullable String url, String app, String appPassword, String owner, String ownerPassword,
            @Nullable Path programs, Duration patience) {
        /** Keeps passwords out of logs. */
        @Override
        public String toString() {
            return "Place[" + (url == null ? "our own" : "external") + "]";
        }

        /** The usual settings; the owner's also under a name of Heed's, for those who do not think of Flyway. */
        static Place of(Environment environment) {
            String programs = environment.getProperty("heed.postgres.binaries");
            return new Place(environment.getProperty("spring.datasource.url"),
                    environment.getProperty("spring.datasource.username", Roles.APP),
                    environment.getProperty("spring.datasource.password", ""),
                    environment.getProperty("spring.flyway.user",
                            environment.getProperty("heed.database.owner.username", Roles.OWNER)),
                    environment.getProperty("spring.flyway.password",
                            environment.getProperty("heed.database.owner.password", "")),
                    programs == null ? null : Path.of(programs),
                    Duration.ofSeconds(environment.getProperty("heed.database.patience", Long.class, 60L)));
        }
    }

    private Database(DataDirectory directory, Place place) {
        this.directory = directory;
        this.place = place;
    }

    /** Returns at once; the work goes on behind. */
    static Database begin(DataDirectory directory, Place place) {
        Database database = new Database(directory, place);
        Thread.ofPlatform().name("database-start").daemon(true).start(database::prepare);
        return database;
    }

    /**
     * Waits until the database is migrated and checked; connections are those of heed_app.
     *
     * @throws CannotStart in a plain sentence
     */
    HikariDataSource await() {
        try {
            return pool.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CannotStart plain) {
                // The same object could be thrown to several waiting beans.
                throw new CannotStart(plain.sentence(), plain);
            }
            throw e;
        }
    }

    private void prepare() {
        long from = System.nanoTime();
        try {
            HikariDataSource ready = place.url() == null ? embedded() : external(place.url());
            pool.complete(ready);
            LOG.info("The database was ready after {} ms", (System.nanoTime() - from) / 1_000_000);
        } catch (SQLException e) {
            pool.completeExceptionally(new CannotStart("The database did not do what Heed asked while starting (code "
                    + e.getSQLState() + "): " + address() + ".", e));
        } catch (Exception | Error e) {
            // Whoever waits must hear of everything, or would wait for ever.
            pool.completeExceptionally(e);
        }
    }

    private String address() {
        return place.url() == null
                ? "its log is " + directory.path().resolve("logs").resolve("postgres.log")
                : "its log says why; what java -jar heed.jar database-script prints may be run again";
    }

    private HikariDataSource embedded() throws IOException, SQLException {
        Path programs = place.programs() == null ? directory.path().resolve("programs") : place.programs();
        EmbeddedPostgres started = EmbeddedPostgres.start(directory, programs);
        synchronized (this) {
            server = started;
        }
        Thread.ofPlatform().name("database-watch").daemon(true).start(() -> watch(started));
        String url = started.url(Roles.DATABASE);
        try (Connection superuser = started.superuser("postgres")) {
            Roles.Passwords passwords = Roles.ensure(superuser, directory.folder("keys"));
            try {
                migrate(url, Roles.OWNER, passwords.owner());
            } finally {
                Roles.endMigrations(superuser);
            }
            return checked(working(url, Roles.APP, passwords.app()));
        }
    }

    /** A server that dies under a running Heed is started again: nobody may be there to do it. */
    private void watch(EmbeddedPostgres watched) {
        while (true) {
            try {
                if (closing.await(1, TimeUnit.SECONDS)) {
                    return;
                }
                if (watched.revive()) {
                    LOG.warn("PostgreSQL answers again");
                }
            } catch (InterruptedException e) {
                return;
            } catch (CannotStart e) {
                LOG.error("PostgreSQL does not start again: {}", e.sentence());
            } catch (IOException | RuntimeException e) {
                LOG.error("PostgreSQL does not start again: {}", e.getClass().getName());
            }
        }
    }

    private HikariDataSource external(String url) throws IOException, SQLException {
        ServerCheck.check(place, place.patience());
        migrate(url, place.owner(), place.ownerPassword());
        return checked(working(url, place.app(), place.appPassword()));
    }

    private static void migrate(String url, String owner, String password) throws IOException, SQLException {
        // A migration may take its time, so nothing limits how long its answer may.
        try (HikariDataSource few = open(config(url, owner, password, 4))) {
            Migrations.run(few);
        }
    }

    private static HikariDataSource checked(HikariDataSource app) throws SQLException {
        try (Connection connection = app.getConnection()) {
            DurabilityCheck.check(connection);
            return app;
        } catch (CannotStart | SQLException e) {
            app.close();
            throw e;
        }
    }

    /**
     * The application's connections. A server that goes away must not leave people waiting: a page that cannot be had
     * says so after seconds. Those whom nothing answers any more are given up one by one and made anew, so that Heed goes
     * on by itself when the server is back.
     */
    static HikariDataSource working(String url, String user, String password) throws SQLException {
        HikariConfig config = config(url, user, password, CONNECTIONS);
        config.setConnectionTimeout(3_000);
        config.setValidationTimeout(1_000);
        config.setKeepaliveTime(30_000);
        config.addDataSourceProperty("connectTimeout", "3");
        // A server that holds a connection and says nothing. No page asks anything that takes so long.
        config.addDataSourceProperty("socketTimeout", "6");
        return open(config);
    }

    private static HikariConfig config(String url, String user, String password, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(user);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        // What a busy moment opened is given back soon: several nodes share one server.
        config.setIdleTimeout(30_000);
        config.setConnectionTimeout(10_000);
        // The driver tells the server the zone of this machine, which would move every date the SQL works out.
        config.setConnectionInitSql("set time zone 'UTC'");
        config.addDataSourceProperty("ApplicationName", "heed");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // A constraint's detail repeats the row's values, and exceptions go to the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return config;
    }

    private static HikariDataSource open(HikariConfig config) throws SQLException {
        try {
            return new HikariDataSource(config);
        } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException("No connection", e);
        }
    }

    /** Gives back the connections, stops our own server in order, and lets the data directory go. Twice is harmless. */
    @Override
    public void close() {
        // A start that is still going on must end first: half a server cannot be stopped in order.
        pool.handle((ready, failed) -> ready).thenAccept(ready -> {
            if (ready != null) {
                ready.close();
            }
        }).join();
        synchronized (this) {
            if (closing.getCount() == 0) {
                return;
            }
            closing.countDown();
            if (server != null) {
                server.close();
            }
            directory.close();
        }
    }
}
