package heed.platform.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
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
    static final List<String> MODULES = List.of("platform", "access", "records", "directory", "casework",
            "assurance", "insight");

    /** Any number that nobody else locks in this database. */
    private static final long TURN = 0x48656564;
    private static final String DONE = "Migrated by Heed to ";

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
        Map<String, String> carried = new LinkedHashMap<>();
        for (String module : MODULES) {
            fingerprint(root + module).ifPresent(print -> carried.put(module, print));
        }
        Map<String, String> due = new LinkedHashMap<>(carried);
        due.entrySet().removeAll(done(owner).entrySet());
        int applied = 0;
        if (!due.isEmpty()) {
            try (Connection turn = owner.getConnection(); Statement statement = turn.createStatement()) {
                // Two nodes may start at once: the second waits here, and then finds that nothing is due.
                statement.execute("select pg_advisory_lock(" + TURN + ")");
                try {
                    due.entrySet().removeAll(done(owner).entrySet());
                    applied = bring(owner, root, carried.keySet(), due);
                } finally {
                    statement.execute("select pg_advisory_unlock(" + TURN + ")");
                }
            }
        }
        LOG.info("Migrations: {} new, {} modules, {} ms", applied, carried.size(),
                (System.nanoTime() - from) / 1_000_000);
    }

    private static int bring(DataSource owner, String root, Collection<String> modules, Map<String, String> due)
            throws SQLException {
        if (due.isEmpty()) {
            return 0;
        }
        int applied = 0;
        begin(owner, modules);
        for (Map.Entry<String, String> module : due.entrySet()) {
            applied += migrate(owner, module.getKey(), root + module.getKey());
            execute(owner, "comment on schema " + module.getKey() + " is '" + DONE + module.getValue() + "'");
        }
        end(owner, modules);
        return applied;
    }

    /**
     * One number for a module's migrations, names and texts. A schema's comment keeps the number it was brought to, so
     * that an ordinary start, with nothing new, need not load Flyway at all.
     */
    private static Optional<String> fingerprint(String folder) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.sql");
        if (files.length == 0) {
            return Optional.empty();
        }
        Map<String, Resource> byName = new TreeMap<>();
        for (Resource file : files) {
            byName.put(String.valueOf(file.getFilename()), file);
        }
        MessageDigest digest = sha256();
        for (Map.Entry<String, Resource> file : byName.entrySet()) {
            byte[] text = file.getValue().getContentAsByteArray();
            digest.update((file.getKey() + " " + text.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(text);
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Map<String, String> done(DataSource owner) throws SQLException {
        Map<String, String> done = new HashMap<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("select nspname, obj_description(oid, 'pg_namespace') from pg_namespace")) {
            while (rows.next()) {
                String comment = rows.getString(2);
                if (comment != null && comment.startsWith(DONE)) {
                    done.put(rows.getString(1), comment.substring(DONE.length()));
                }
            }
        }
        return done;
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

    private static void begin(DataSource owner, Collection<String> modules) throws SQLException {
        StringBuilder sql = new StringBuilder("alter default privileges revoke execute on functions from public;");
        for (String module : modules) {
            sql.append("create schema if not exists ").append(module)
                    .append("; grant usage on schema ").append(module).append(" to heed_app, heed_search;")
                    // The new owner of a function must be allowed to make things where it lies.
                    .append("grant create on schema ").append(module).append(" to heed_search;");
        }
        execute(owner, sql.toString());
    }

    private static void end(DataSource owner, Collection<String> modules) throws SQLException {
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
