package heed.house;

import heed.TestDatabase;
import heed.platform.db.TestCluster;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What would happen: work done as the superuser of the test's PostgreSQL in one transaction that is always undone, so
 * that a guard can be taken away, or a violation planted, and nothing remains of it.
 */
final class Trial {
    /** A migrated database for tests that only look at the schema; made once a run. */
    static final TestDatabase SCHEMA = TestDatabase.migrated();

    private final JdbcClient db;
    private final SingleConnectionDataSource source;

    private Trial(SingleConnectionDataSource source) {
        this.source = source;
        this.db = JdbcClient.create(source);
    }

    /** Tries this on the schema's database. */
    static <T extends @Nullable Object> T on(Function<Trial, T> work) {
        return on(SCHEMA.url(), work);
    }

    /** Tries this on the database with this JDBC address. */
    static <T extends @Nullable Object> T on(String url, Function<Trial, T> work) {
        var name = url.replaceFirst("^.*/([^/?]+)(\\?.*)?$", "$1");
        try (Connection connection = TestCluster.running().superuser(name)) {
            connection.setAutoCommit(false);
            try {
                return work.apply(new Trial(new SingleConnectionDataSource(connection, true)));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Statements in this transaction. */
    JdbcClient db() {
        return db;
    }

    /** Runs statements. */
    Trial run(String sql) {
        db.sql(sql).update();
        return this;
    }

    /** From now on as the application: its role, and this scope set; no scope where null. */
    Trial asApplication(@Nullable UUID scope) {
        run("reset role");
        run("set local role heed_app");
        db.sql("select set_config('heed.scope', ?, true)").param(scope == null ? "" : scope.toString())
                .query(String.class).single();
        return this;
    }

    /** From now on as the superuser again. */
    Trial asSuperuser() {
        return run("reset role");
    }

    /** The SQL state a statement is refused with; empty where it is not. What it did is undone. */
    String refusal(String sql) {
        run("savepoint tried");
        try {
            db.sql(sql).update();
            return "";
        } catch (org.springframework.dao.DataAccessException e) {
            return e.getMostSpecificCause() instanceof SQLException told
                    ? String.valueOf(told.getSQLState())
                    : String.valueOf(e.getMessage());
        } finally {
            run("rollback to savepoint tried");
        }
    }

    /** The connection, for what needs one of its own. */
    SingleConnectionDataSource source() {
        return source;
    }
}
