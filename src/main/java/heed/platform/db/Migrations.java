package heed.platform.db;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the database to this release: one schema and one history per module, lower modules first, as heed_owner.
 *
 * <p>
 * A migration grants heed_app what it may do with each table, itself and by name. To let a function search across
 * row-level security it writes {@code alter function ... owner to heed_search}; to change such a function later, it drops
 * it and makes it again. Functions are not for everybody: grant execute by name.
 */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    /** Lower modules first; a module without a folder {@code db/migration/<module>} is left out. */
    static final List<String> MODULES = List.of("platform", "access", "directory", "casework");

    private Migrations() {
    }

    /**
     * @param owner connects as heed_owner
     * @throws CannotStart when a migration fails, naming it
     */
    static void run(DataSource owner) throws IOException, SQLException {
        run(owner, "db/migration/");
    }

    static void run(DataSource owner, String root) throws IOException, SQLException {
        long from = System.nanoTime();
        List<String> present = new ArrayList<>();
        for (String module : MODULES) {
            if (new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + root + module + "/*.sql").length > 0) {
                present.add(module);
            }
        }
        begin(owner, present);
        int applied = 0;
        for (String module : present) {
            applied += migrate(owner, module, root + module);
        }
        end(owner, present);
        LOG.info("Migrations: {} new, {} modules, {} ms", applied, present.size(),
                (System.nanoTime() - from) / 1_000_000);
    }

    private static int migrate(DataSource owner, String module, String folder) {
        try {
            return Flyway.configure()
                    .dataSource(owner)
                    .schemas(module)
                    .defaultSchema(module)
                    .createSchemas(false)
                    .locations("classpath:" + folder)
                    .validateMigrationNaming(true)
                    .skipDefaultCallbacks(true)
                    .cleanDisabled(true)
                    .loggers("slf4j")
                    .load()
                    .migrate().migrationsExecuted;
        } catch (FlywayException e) {
            LOG.error("Migration of {} failed: {}", module, e.getMessage());
            throw new CannotStart("The database could not be brought to this release of Heed (module " + module
                    + "): nothing of the failed step was kept, and the log above says which step and why.", e);
        }
    }

    private static void begin(DataSource owner, List<String> modules) throws SQLException {
        StringBuilder sql = new StringBuilder("alter default privileges revoke execute on functions from public;");
        for (String module : modules) {
            sql.append("create schema if not exists ").append(module)
                    .append("; grant usage on schema ").append(module).append(" to heed_app, heed_search;")
                    // The new owner of a function must be allowed to make things where it lies.
                    .append("grant create on schema ").append(module).append(" to heed_search;");
        }
        execute(owner, sql.toString());
    }

    private static void end(DataSource owner, List<String> modules) throws SQLException {
        StringBuilder sql = new StringBuilder();
        for (String module : modules) {
            sql.append("revoke create on schema ").append(module).append(" from heed_search;");
        }
        execute(owner, sql.toString());
    }

    private static void execute(DataSource owner, String sql) throws SQLException {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
