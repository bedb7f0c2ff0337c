package heed.platform.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Looks at an external PostgreSQL before anything is written to it, and says in a sentence what is not as it should be.
 * The server may start together with Heed, so one that does not answer is asked again for a while; a wrong password is
 * not, since servers count those. No sentence holds a password or the whole JDBC address, which may carry one.
 */
final class ServerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCheck.class);
    private static final int OLDEST = 15;
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final String url;
    private final String where;

    private ServerCheck(String url, String where) {
        this.url = url;
        this.where = where;
    }

    /**
     * Tries both accounts and looks at the server.
     *
     * @param place    where, with an address
     * @param patience how long a server may stay away
     * @throws CannotStart in a sentence
     */
    static void check(Database.Place place, Duration patience) throws SQLException {
        String url = String.valueOf(place.url());
        ServerCheck server = new ServerCheck(url, where(url));
        if (place.owner().equals(place.app())) {
            throw new CannotStart("Heed was given the database account " + place.app() + " both to work with "
                    + "(spring.datasource.username) and to migrate with (spring.flyway.user): whoever owns the tables "
                    + "passes row-level security, so it needs two accounts. java -jar heed.jar database-script makes them.");
        }
        try (Connection owner = server.open(place.owner(), place.ownerPassword(), "spring.flyway.password", patience)) {
            version(number(owner, "show server_version_num"), text(owner, "show server_version"));
            if (truth(owner, "select pg_is_in_recovery()")) {
                throw new CannotStart(
                        "The PostgreSQL at " + server.where + " is a standby and takes no writes: give Heed "
                                + "the address of the primary.");
            }
            if (!text(owner, "show server_encoding").equals("UTF8")) {
                throw new CannotStart(
                        "The database at " + server.where + " is not in UTF8 and could not hold every name: "
                                + "make it as java -jar heed.jar database-script does.");
            }
            DurabilityCheck.settings(owner);
            server.roles(owner, place.owner());
        }
        try (Connection app = server.open(place.app(), place.appPassword(), "spring.datasource.password", patience)) {
            DurabilityCheck.account(app);
            if (!truth(app, "select pg_has_role(current_user, 'heed_app', 'usage')")) {
                throw new CannotStart(
                        "The database account " + place.app() + " does not have the rights of heed_app: let "
                                + "Heed sign in as heed_app, which java -jar heed.jar database-script makes.");
            }
        }
    }

    /** @throws CannotStart for a PostgreSQL older than Heed can use */
    static void version(int number, String words) {
        if (number / 10_000 < OLDEST) {
            throw new CannotStart("The server runs PostgreSQL " + words + ", and Heed needs " + OLDEST
                    + " or newer: upgrade the server, or give Heed another one with --spring.datasource.url.");
        }
    }

    private void roles(Connection owner, String name) throws SQLException {
        for (String role : new String[]{Roles.APP, Roles.SEARCH}) {
            if (!truth(owner, "select exists (select from pg_roles where rolname = '" + role + "')")) {
                throw new CannotStart(
                        "The PostgreSQL at " + where + " has no role " + role + ": let its administrator run "
                                + "java -jar heed.jar database-script | psql -d postgres, and start again.");
            }
        }
        if (truth(owner, "select rolcanlogin from pg_roles where rolname = 'heed_search'")) {
            throw new CannotStart("The role heed_search at " + where + " can sign in, and it may read every row: run "
                    + "java -jar heed.jar database-script | psql -d postgres again, which puts that right.");
        }
        if (truth(owner, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            throw new CannotStart(
                    "The database account " + name + " is a superuser or passes row-level security, so the "
                            + "tables it makes would not be held to it: migrate as heed_owner (spring.flyway.user).");
        }
        if (!truth(owner, "select pg_has_role(current_user, 'heed_search', 'member') "
                + "and has_database_privilege(current_database(), 'create')")) {
            throw new CannotStart("The database account " + name + " may not make what the migrations make at " + where
                    + ": let the administrator run java -jar heed.jar database-script | psql -d postgres again.");
        }
    }

    /** A connection, tried for as long as patience lasts while there is no answer: what is refused is told at once. */
    private Connection open(String user, String password, String setting, Duration patience) {
        // A try that would begin after the time is left out, so the last pause is added to it.
        var retry = new RetryTemplate(RetryPolicy.builder().maxRetries(patience.isPositive() ? Long.MAX_VALUE : 0)
                .timeout(patience.plus(BREATH)).delay(BREATH)
                .predicate(e -> e instanceof SQLException sql && away(state(sql)))
                .build());
        retry.setRetryListener(new RetryListener() {
            @Override
            public void beforeRetry(RetryPolicy policy, Retryable<?> tried, RetryState state) {
                if (state.getExceptions().size() == 1)
                    LOG.warn("The PostgreSQL at {} does not answer yet; trying again for {} seconds", where,
                            patience.toSeconds());
            }
        });
        try {
            return retry.execute(() -> once(user, password));
        } catch (RetryException e) {
            if (Thread.currentThread().isInterrupted())
                throw new CannotStart("Heed was stopped while it waited for the database.", e);
            if (e.getLastException() instanceof SQLException sql && !away(state(sql)))
                throw refused(sql, state(sql), user, setting);
            throw new CannotStart("The PostgreSQL at " + where + " does not answer: check that it runs, that this "
                    + "machine may reach it, and spring.datasource.url. Heed tried for " + patience.toSeconds()
                    + " seconds.", e.getLastException());
        }
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** 08: no connection. 57P03: it is starting or stopping. 53300: all connections are taken. */
    private static boolean away(String state) {
        return state.startsWith("08") || state.equals("57P03") || state.startsWith("53");
    }

    private CannotStart refused(SQLException e, String state, String user, String setting) {
        return new CannotStart(switch (state) {
            case "28P01" ->
                "The PostgreSQL at " + where + " does not let " + user + " in with the password it was given: "
                        + "check " + setting + ". If the roles are not there yet, let the administrator run "
                        + "java -jar heed.jar database-script | psql -d postgres.";
            case "28000" ->
                "The PostgreSQL at " + where + " does not let " + user + " in from this machine: check that the "
                        + "role is there (java -jar heed.jar database-script makes it) and its pg_hba.conf.";
            case "3D000" -> "There is no such database at " + where + ": let the administrator run "
                    + "java -jar heed.jar database-script | psql -d postgres, or check spring.datasource.url.";
            case "42501" -> "The database account " + user + " may not connect to the database at " + where
                    + ": let the administrator run java -jar heed.jar database-script | psql -d postgres again.";
            default -> "The PostgreSQL at " + where + " refused " + user + " (code " + state + "): its log says why.";
        }, e);
    }

    private Connection once(String user, String password) throws SQLException {
        Properties as = new Properties();
        as.setProperty("user", user);
        as.setProperty("password", password);
        as.setProperty("ApplicationName", "heed-start");
        as.setProperty("connectTimeout", "5");
        as.setProperty("socketTimeout", "30");
        as.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(url, as);
    }

    /** Host, port and database only. */
    private static String where(String url) {
        @Nullable
        Properties parts = Driver.parseURL(url, null);
        if (parts == null) {
            throw new CannotStart("spring.datasource.url is not an address of a PostgreSQL: it looks like "
                    + "jdbc:postgresql://HOST/heed.");
        }
        return parts.getProperty("PGHOST") + ":" + parts.getProperty("PGPORT") + "/" + parts.getProperty("PGDBNAME");
    }

    private static boolean truth(Connection connection, String question) throws SQLException {
        return text(connection, question).equals("t");
    }

    private static int number(Connection connection, String question) throws SQLException {
        return Integer.parseInt(text(connection, question));
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            String text = answer.getString(1);
            return text == null ? "" : text;
        }
    }
}
