package heed.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL itself says of Heed's schemas, read from its catalog. Flyway's own tables are left out. */
final class Catalog {
    private static final String OURS = """
            n.nspname in ('platform', 'access', 'records', 'directory', 'casework', 'assurance', 'workforce', 'insight', 'demo')
            and c.relname <> 'flyway_schema_history'""";

    private final JdbcClient db;

    Catalog(JdbcClient db) {
        this.db = db;
    }

    /** A table and how its rows are guarded. */
    record Table(String name, long oid, boolean secured, boolean forced, String owner) {
    }

    /** A column. */
    record Column(String table, String name, String type, boolean notNull, @Nullable String standard) {
        String full() {
            return table + "." + name;
        }
    }

    /** A row-level security policy. */
    record RowPolicy(String table, String name, boolean permissive, String command, List<String> roles,
            @Nullable String using,
            @Nullable String check) {
    }

    /** A constraint: its kind is p, u, f or c as PostgreSQL writes it. */
    record Constraint(String table, String name, String kind, String definition, List<String> columns,
            @Nullable String toTable,
            List<String> toColumns) {
    }

    /** A unique or other index and its columns. */
    record Index(String table, String name, boolean unique, boolean ofConstraint, String definition,
            List<String> columns) {
    }

    List<Table> tables() {
        return db.sql("""
                select n.nspname || '.' || c.relname as name, c.oid::bigint, c.relrowsecurity, c.relforcerowsecurity, r.rolname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
                where c.relkind in ('r', 'p') and %s order by 1""".formatted(OURS))
                .query((row, n) -> new Table(row.getString(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4),
                        row.getString(5)))
                .list();
    }

    List<Column> columns() {
        return db
                .sql("""
                select n.nspname || '.' || c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                  pg_get_expr(d.adbin, d.adrelid)
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and %s order by 1, a.attnum"""
                        .formatted(OURS))
                .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4),
                        row.getString(5)))
                .list();
    }

    List<RowPolicy> policies() {
        return db
                .sql("""
                select p.schemaname || '.' || p.tablename, p.policyname, p.permissive = 'PERMISSIVE', p.cmd, p.roles::text[], p.qual, p.with_check
                from pg_policies p join pg_namespace n on n.nspname = p.schemaname
                join pg_class c on c.relnamespace = n.oid and c.relname = p.tablename where %s order by 1, 2"""
                        .formatted(OURS))
                .query((row, n) -> new RowPolicy(row.getString(1), row.getString(2), row.getBoolean(3),
                        row.getString(4),
                        List.of((String[]) row.getArray(5).getArray()), row.getString(6), row.getString(7)))
                .list();
    }

    List<Constraint> constraints() {
        return db.sql("""
                select n.nspname || '.' || c.relname, k.conname, k.contype::text, pg_get_constraintdef(k.oid),
                  array(select a.attname::text from unnest(k.conkey) with ordinality u(num, place)
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by u.place),
                  (select fn.nspname || '.' || fc.relname from pg_class fc join pg_namespace fn on fn.oid = fc.relnamespace where fc.oid = k.confrelid),
                  array(select a.attname::text from unnest(k.confkey) with ordinality u(num, place)
                        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num order by u.place)
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where k.contype in ('p', 'u', 'f', 'c', 'x') and %s
                order by 1, array_position(array['p', 'u', 'f', 'c', 'x'], k.contype::text), 2""".formatted(OURS))
                .query((row, n) -> new Constraint(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4),
                        List.of((String[]) row.getArray(5).getArray()), row.getString(6),
                        List.of((String[]) row.getArray(7).getArray())))
                .list();
    }

    List<Index> indexes() {
        return db.sql("""
                select n.nspname || '.' || c.relname, i.relname, x.indisunique,
                  exists (select from pg_constraint k where k.conindid = i.oid and k.conrelid = c.oid), pg_get_indexdef(i.oid),
                  array(select coalesce(a.attname::text, '(expression)') from unnest(x.indkey::int2[]) with ordinality u(num, place)
                        left join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num and u.num > 0 order by u.place)
                from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
                join pg_namespace n on n.oid = c.relnamespace where %s order by 1, 2""".formatted(OURS))
                .query((row, n) -> new Index(row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4),
                        row.getString(5),
                        List.of((String[]) row.getArray(6).getArray())))
                .list();
    }

    /** What each role may do with each table (or some of its columns), its owner left out. */
    Map<String, List<String>> grants() {
        var all = new TreeMap<String, List<String>>();
        db.sql("""
                select n.nspname || '.' || c.relname as name, coalesce(r.rolname, 'public') as grantee,
                  string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) || case when bool_or(a.is_grantable) then ' with grant option' else '' end,
                  null as columns
                from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) a
                left join pg_roles r on r.oid = a.grantee
                where c.relkind in ('r', 'p', 'v', 'm', 'S') and a.grantee <> c.relowner and %1$s group by 1, 2
                union all
                select n.nspname || '.' || c.relname, coalesce(r.rolname, 'public'), lower(a.privilege_type),
                  string_agg(t.attname, ', ' order by t.attnum)
                from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
                cross join aclexplode(t.attacl) a left join pg_roles r on r.oid = a.grantee
                where a.grantee <> c.relowner and %1$s group by 1, 2, 3
                order by 1, 2, 3""".formatted(OURS))
                .query(row -> {
                    var some = row.getString(4);
                    all.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                            .add("grant " + row.getString(3) + (some == null ? "" : " (" + some + ")") + " on "
                                    + row.getString(1) + " to " + row.getString(2));
                });
        return all;
    }

    /** The whole of it as text, the same for the same schema. */
    String text() {
        var text = new StringBuilder("""
                -- What the migrations make, as PostgreSQL tells it. Written by SchemaTest; nothing runs this.
                """);
        db.sql("""
                select 'role ' || rolname || ': ' || case when rolsuper then 'SUPERUSER' else 'no superuser' end
                  || ', ' || case when rolbypassrls then 'BYPASSES row security' else 'bound by row security' end
                  || ', ' || case when rolcanlogin then 'signs in' else 'cannot sign in' end
                  || ', ' || case when rolinherit then 'inherits' else 'inherits nothing' end
                  || ', ' || case when rolcreaterole or rolcreatedb or rolreplication then 'MAKES roles, databases or copies' else 'makes no roles or databases' end
                from pg_roles where rolname like 'heed%' order by rolname""").query(String.class).list()
                .forEach(line -> text.append("-- ").append(line).append('\n'));
        var tables = tables();
        var columns = columns();
        var constraints = constraints();
        var indexes = indexes();
        var policies = policies();
        var grants = grants();
        for (var schema : db
                .sql("""
                select n.nspname from pg_namespace n where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public') order by 1""")
                .query(String.class).list()) {
            text.append("\ncreate schema ").append(schema).append(";\n");
            db.sql("""
                    select 'grant ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) || ' on schema ' || n.nspname || ' to ' || coalesce(r.rolname, 'public')
                    from pg_namespace n cross join aclexplode(n.nspacl) a left join pg_roles r on r.oid = a.grantee
                    where n.nspname = :schema and a.grantee <> n.nspowner group by n.nspname, r.rolname order by r.rolname""")
                    .param("schema", schema).query(String.class).list()
                    .forEach(line -> text.append(line).append(";\n"));
            tables.stream().filter(t -> t.name().startsWith(schema + ".")).forEach(t -> {
                text.append("\ncreate table ").append(t.name()).append(" (\n");
                var parts = new ArrayList<String>();
                columns.stream()
                        .filter(c -> c.table().equals(t.name()))
                        .forEach(c -> parts.add("  " + c.name() + " " + c.type() + (c.notNull() ? " not null" : "")
                                + (c.standard() == null ? "" : " default " + c.standard())));
                constraints.stream()
                        .filter(c -> c.table().equals(t.name()))
                        .forEach(c -> parts.add("  constraint " + c.name() + " " + c.definition()));
                text.append(String.join(",\n", parts)).append("\n);\n");
                indexes.stream()
                        .filter(i -> i.table().equals(t.name()) && !i.ofConstraint())
                        .forEach(i -> text.append(i.definition()).append(";\n"));
                if (t.secured())
                    text.append("alter table ").append(t.name()).append(" enable row level security;\n");
                if (t.forced())
                    text.append("alter table ").append(t.name()).append(" force row level security;\n");
                policies.stream().filter(p -> p.table().equals(t.name()))
                        .forEach(p -> text.append("create policy ").append(p.name())
                                .append(" on ").append(p.table()).append(p.permissive() ? "" : " as restrictive")
                                .append(" for ").append(p.command().toLowerCase(java.util.Locale.ROOT))
                                .append(" to ").append(String.join(", ", p.roles()))
                                .append(p.using() == null ? "" : "\n  using " + p.using())
                                .append(p.check() == null ? "" : "\n  with check " + p.check()).append(";\n"));
                grants.getOrDefault(t.name(), List.of()).forEach(g -> text.append(g).append(";\n"));
            });
            db.sql("""
                    select case c.relkind when 'S' then 'create sequence ' || n.nspname || '.' || c.relname
                      else 'create view ' || n.nspname || '.' || c.relname || ' as' || chr(10) || rtrim(pg_get_viewdef(c.oid), ';') end
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('S', 'v', 'm') and n.nspname = :schema order by c.relname""")
                    .param("schema", schema).query(String.class).list()
                    .forEach(line -> text.append('\n').append(line).append(";\n"));
            db.sql("""
                    select rtrim(pg_get_functiondef(p.oid), chr(10)) || ';' || chr(10) || '-- owner ' || o.rolname || '; may run it: '
                      || coalesce((select string_agg(coalesce(r.rolname, 'public'), ', ' order by r.rolname) from aclexplode(p.proacl) a
                         left join pg_roles r on r.oid = a.grantee where a.privilege_type = 'EXECUTE' and a.grantee <> p.proowner),
                         case when p.proacl is null then 'public' else 'nobody else' end)
                    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles o on o.oid = p.proowner
                    where n.nspname = :schema and p.prokind in ('f', 'p') order by p.proname, p.oid""")
                    .param("schema", schema).query(String.class).list()
                    .forEach(line -> text.append('\n').append(line).append('\n'));
            db.sql("""
                    select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                    where not t.tgisinternal and n.nspname = :schema order by c.relname, t.tgname""")
                    .param("schema", schema).query(String.class).list()
                    .forEach(line -> text.append('\n').append(line).append(";\n"));
        }
        return text.toString();
    }
}
