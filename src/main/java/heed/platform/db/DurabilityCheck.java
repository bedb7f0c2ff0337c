package heed.platform.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Refuses a database that may lose an acknowledged write, or an account that row-level security does not hold. */
final class DurabilityCheck {
    private static final String OFF = "off";

    private DurabilityCheck() {
    }

    /** @throws CannotStart saying what is wrong */
    static void check(Connection app) throws SQLException {
        settings(app);
        account(app);
    }

    /** @throws CannotStart when the server may lose what it has acknowledged */
    static void settings(Connection any) throws SQLException {
        for (String setting : new String[]{"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            String is = ask(any, "show " + setting);
            if (is.equals(OFF)) {
                throw new CannotStart(
                        "The database has " + setting + " off and could lose what it has acknowledged, so "
                                + "Heed will not keep records in it: turn it on in PostgreSQL"
                                + (setting.equals("data_checksums")
                                        ? " (with the server stopped: pg_checksums --enable -D its data directory)"
                                        : "")
                                + " and start again.");
            }
        }
    }

    /** @throws CannotStart when row-level security does not hold for this account */
    static void account(Connection app) throws SQLException {
        String user = ask(app, "select current_user");
        refuseIf(app, "select exists (select from pg_roles where (rolsuper or rolbypassrls) "
                + "and pg_has_role(current_user, oid, 'member'))",
                "The database account " + user + " is a superuser or passes row-level security");
        refuseIf(app, """
                select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                      and n.nspname not like 'pg\\_%' and pg_has_role(current_user, c.relowner, 'member'))
                """, "The database account " + user + " owns tables");
        refuseIf(app, "select exists (select from pg_roles where rolname = 'heed_search' "
                + "and pg_has_role(current_user, oid, 'member'))",
                "The database account " + user + " has the rights of heed_search");
    }

    private static void refuseIf(Connection app, String question, String sentence) throws SQLException {
        if (ask(app, question).equals("t")) {
            throw new CannotStart(sentence + ", so one council could see another's records: let Heed sign in as "
                    + "heed_app, which java -jar heed.jar database-script makes.");
        }
    }

    private static String ask(Connection app, String question) throws SQLException {
        try (Statement statement = app.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            String text = answer.getString(1);
            return text == null ? "" : text;
        }
    }
}
