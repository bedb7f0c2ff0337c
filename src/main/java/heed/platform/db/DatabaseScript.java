package heed.platform.db;

import java.io.IOException;

/**
 * What the administrator of an external PostgreSQL runs once, before Heed's first start on it:
 * {@code java -jar heed.jar database-script | psql -d postgres}. It is the text that Heed runs on its own server, with what
 * only psql can say around it. No password is in it.
 */
public final class DatabaseScript {
    /** The word on the command line that asks for it. */
    public static final String COMMAND = "database-script";

    private static final String BEFORE = """
            -- Run this with psql 15 or newer, as a superuser, in the database "postgres":
            --     java -jar heed.jar database-script | psql -d postgres
            -- It may be run again. Passwords: see the end.
            \\set ON_ERROR_STOP on
            \\set QUIET on
            set client_min_messages = warning;

            """;
    /** Only psql makes a database conditionally. Others on the same server need not be able to look in. */
    private static final String AFTER = """
            select $$%s$$
                where not exists (select from pg_database where datname = '%s') \\gexec
            alter database %s owner to heed_owner;
            revoke all on database %s from public;
            grant connect on database %s to heed_app;

            -- The passwords. With HEED_OWNER_PASSWORD and HEED_APP_PASSWORD in psql's environment they are set here, and the
            -- server is told to keep these two statements out of its log. Without, ask psql for them by hand.
            \\getenv owner_password HEED_OWNER_PASSWORD
            \\getenv app_password HEED_APP_PASSWORD
            \\if :{?owner_password}
            \\if :{?app_password}
            begin;
            set local log_statement = 'none';
            set local log_min_duration_statement = -1;
            set local log_min_error_statement = 'panic';
            set local password_encryption = 'scram-sha-256';
            alter role heed_owner password :'owner_password';
            alter role heed_app password :'app_password';
            commit;
            \\echo The roles and the database are there, and both passwords are set.
            \\else
            \\echo The roles and the database are there. HEED_APP_PASSWORD is missing: no password was set.
            \\endif
            \\else
            \\echo The roles and the database are there. Now give both accounts a password, once, in psql:
            \\echo '    \\\\password heed_owner'
            \\echo '    \\\\password heed_app'
            \\endif
            """;

    private DatabaseScript() {
    }

    /**
     * The whole script.
     *
     * @throws IOException when Heed's own text cannot be read
     */
    public static String text() throws IOException {
        return text(Roles.DATABASE);
    }

    /** As {@link #text()}, for a database of another name. */
    static String text(String database) throws IOException {
        String sql = Roles.sql();
        int last = sql.lastIndexOf(Roles.LAST);
        String create = sql.substring(last).strip().replaceFirst(";$", "")
                .replace("database " + Roles.DATABASE + " ", "database " + database + " ");
        return BEFORE + sql.substring(0, last)
                + AFTER.formatted(create, database, database, database, database);
    }
}
