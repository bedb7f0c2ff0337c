package heed.platform.backup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tables of Heed's a database holds, read from its catalogue. */
final class Tables {
    private static final String OURS = """
            c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public')
            and n.nspname not like 'pg\\_%' and c.relname <> 'flyway_schema_history'""";

    private Tables() {
    }

    /**
     * A table.
     *
     * @param name schema and table
     * @param scoped whether its rows belong to a scope
     * @param key the columns that tell its rows apart
     * @param columns every column with its type, in their order
     */
    record Table(String name, boolean scoped, List<String> key, List<Column> columns) {
    }

    /** A column and its type. */
    record Column(String name, String type) {
    }

    /** Every table with its columns. */
    static List<Table> all(JdbcClient db) {
        record Row(String table, Column column, boolean key) {
        }
        var tables = new TreeMap<String, List<Row>>();
        db.sql("""
                select n.nspname || '.' || c.relname as name, a.attname, format_type(a.atttypid, null) as type,
                  exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary
                    and a.attnum = any(i.indkey::int2[])) as key
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where """ + " " + OURS + " order by 1, a.attnum")
                .query((row, n) -> new Row(row.getString("name"),
                        new Column(row.getString("attname"), row.getString("type")), row.getBoolean("key")))
                .list()
                .forEach(row -> tables.computeIfAbsent(row.table(), t -> new java.util.ArrayList<>()).add(row));
        return tables.entrySet().stream().map(table -> new Table(table.getKey(),
                table.getValue().stream().anyMatch(row -> row.column().name().equals("scope_id")),
                table.getValue().stream().filter(Row::key).map(row -> row.column().name()).toList(),
                table.getValue().stream().map(Row::column).toList())).toList();
    }

    /** How many rows each holds; needs an account that row-level security does not hold. */
    static Map<String, Long> rows(JdbcClient db) {
        return rows(db, "");
    }

    /** As {@link #rows}, of those from which {@code heed_app} can take nothing away. */
    static Map<String, Long> rowsThatStay(JdbcClient db) {
        return rows(db, " and not has_table_privilege('heed_app', c.oid, 'delete')");
    }

    private static Map<String, Long> rows(JdbcClient db, String which) {
        var counts = new TreeMap<String, Long>();
        for (var name : db.sql("select format('%I.%I', n.nspname, c.relname) from pg_class c "
                + "join pg_namespace n on n.oid = c.relnamespace where " + OURS + which).query(String.class).list())
            counts.put(name, db.sql("select count(*) from " + name).query(Long.class).single());
        return counts;
    }
}
