package heed.platform.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;

/** The three roles and the database, made by the superuser of the PostgreSQL that Heed carries. */
final class Roles {
    static final String OWNER = "heed_owner";
    static final String APP = "heed_app";
    static final String SEARCH = "heed_search";
    static final String DATABASE = "heed";
    static final String LAST = "create database";
    private static final String ALREADY_THERE = "42P04";

    /** What signs in as whom. */
    record Passwords(String owner, String app) {
    }

    private Roles() {
    }

    /** The SQL that an external PostgreSQL's administrator runs, and that we run. */
    static String sql() throws IOException {
        return new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8);
    }

    /** Makes what is missing and sets both passwords to those in the key folder, so restored data let us in too. */
    static Passwords ensure(Connection superuser, Path keys) throws SQLException, IOException {
        Passwords passwords = new Passwords(Private.password(keys.resolve("database-owner")),
                Private.password(keys.resolve("database-app")));
        String sql = sql();
        int last = sql.lastIndexOf(LAST);
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql.substring(0, last));
            try {
                statement.execute(sql.substring(last));
            } catch (SQLException e) {
                if (!ALREADY_THERE.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
        PGConnection postgres = superuser.unwrap(PGConnection.class);
        postgres.alterUserPassword(OWNER, passwords.owner().toCharArray(), "scram-sha-256");
        postgres.alterUserPassword(APP, passwords.app().toCharArray(), "scram-sha-256");
        return passwords;
    }

    /** After the migrations nobody is a member of heed_search. */
    static void endMigrations(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("revoke heed_search from heed_owner");
        }
    }
}
