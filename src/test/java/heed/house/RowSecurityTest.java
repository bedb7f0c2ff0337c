package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every table belongs to a recording scope and PostgreSQL itself keeps scopes apart, for every table there is and will be;
 * the tables that belong to no scope are listed here with why.
 */
class RowSecurityTest {
    /** Tables outside scopes, and why each has to be. */
    static final Map<String, String> EXEMPT = new TreeMap<>(Map.ofEntries(
            Map.entry("access.account", "signing in happens before a scope is known"),
            Map.entry("access.invitation", "signing in happens before a scope is known"),
            Map.entry("access.passkey", "signing in happens before a scope is known"),
            Map.entry("access.passkey_answer", "signing in happens before a scope is known"),
            Map.entry("access.recovery_code", "signing in happens before a scope is known"),
            Map.entry("access.signin_failure", "counts tries before a scope is known"),
            Map.entry("access.sso_link", "signing in happens before a scope is known"),
            Map.entry("access.spring_session", "says who is signed in, from which the scope follows"),
            Map.entry("access.spring_session_attributes", "says who is signed in, from which the scope follows"),
            Map.entry("directory.recording_scope", "the list of scopes itself: names of public bodies"),
            Map.entry("directory.ring_number", "published numbers, shown before signing in"),
            Map.entry("platform.disposal", "every start reads it for all scopes; ids and times only"),
            Map.entry("platform.installation_key", "needed before a scope is known; wrapped by the master key"),
            Map.entry("platform.outbox", "one job sends for every scope; ids, kinds and references only"),
            Map.entry("platform.scheduled_tasks", "jobs run for every scope"),
            Map.entry("platform.trail_batch", "one chain for the installation; hashes, counts and times only"),
            Map.entry("platform.setting", "settings of the installation; sealed")));

    private static final String OF_THE_SCOPE = "(scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)";
    private static final String DENIED = "42501";
    /** Columns that a check of several columns ties to another, and what they are filled with, in SQL. */
    private static final Map<String, String> TIED = Map.of(
            "assurance.return.number", "2",
            "assurance.report.number", "2",
            "assurance.report.state", "'CHECKED'",
            "assurance.recommendation.year", "2025",
            "assurance.challenge.outcome", "null",
            "assurance.panel_decision.deciding", "array[gen_random_uuid()]",
            "assurance.paper.fault", "null",
            "assurance.paper.accepted_by", "null",
            "assurance.paper.accepted_at", "null");
    private static final Pattern LITERAL = Pattern.compile("'([A-Za-z_]+)'::text");

    @Test
    void every_table_is_kept_to_its_scope_by_the_database() {
        assertThat(findings("")).isEmpty();
    }

    @Test
    void every_way_of_not_being_kept_to_it_is_found() {
        var owned = "create table casework.planted (scope_id uuid not null, id uuid not null, primary key (scope_id, id)); ";
        var secured = owned
                + "alter table casework.planted enable row level security; alter table casework.planted force row level security; ";
        var whole = secured + "create policy scope on casework.planted using " + OF_THE_SCOPE + " with check "
                + OF_THE_SCOPE + "; ";
        assertThat(findings(whole + "alter table casework.planted owner to heed_owner")).isEmpty();
        assertThat(findings(
                "create table casework.planted (id uuid primary key); alter table casework.planted owner to heed_owner"))
                .contains("casework.planted has no scope_id and is not exempt");
        found(owned, "casework.planted: row-level security is off");
        found(secured.replace("force row", "no force row"), "casework.planted: row-level security is not forced",
                "casework.planted: no policy keeps it to its scope");
        found(secured, "casework.planted: no policy keeps it to its scope");
        found(secured + "create policy scope on casework.planted using (true)",
                "casework.planted: no policy keeps it to its scope",
                "casework.planted: policy scope lets more through");
        found(secured + "create policy scope on casework.planted using " + OF_THE_SCOPE + " with check (true)",
                "casework.planted: no policy keeps it to its scope",
                "casework.planted: policy scope lets more through");
        found(whole + "create policy wide on casework.planted for select to heed_app using (true)",
                "casework.planted: policy wide lets more through");
        found(whole + "create policy search on casework.planted for update to heed_search using (true)",
                "casework.planted: policy search lets more through");
        found(whole + "create unique index planted_id on casework.planted (id)",
                "casework.planted: unique index planted_id does not begin with scope_id");
        found(whole.replace("primary key (scope_id, id)", "primary key (id)"),
                "casework.planted: unique index planted_pkey does not begin with scope_id");
        found(whole
                + "alter table casework.concern add unique (id); alter table casework.planted add concern uuid references casework.concern (id)",
                "casework.planted: planted_concern_fkey refers across scopes",
                "casework.concern: unique index concern_id_key does not begin with scope_id");
        found(whole
                + "alter table casework.planted drop constraint planted_pkey; alter table casework.planted alter column scope_id drop not null",
                "casework.planted has no scope_id and is not exempt");
        assertThat(findings(
                whole + "grant create on schema casework to heed_app; alter table casework.planted owner to heed_app"))
                .contains("casework.planted is owned by heed_app");
        assertThat(findings(whole + "grant truncate on casework.planted to heed_app"))
                .contains("heed_app may truncate casework.planted");
        assertThat(findings("drop table platform.outbox")).contains("platform.outbox is exempt and not there");
        assertThat(findings("alter table platform.outbox enable row level security"))
                .contains("platform.outbox is exempt and has row-level security");
        assertThat(findings("grant heed_search to heed_app")).contains("heed_app is a member of heed_search");
        assertThat(findings("alter role heed_app superuser")).contains("heed_app goes past row-level security");
        assertThat(findings("alter role heed_app bypassrls")).contains("heed_app goes past row-level security");
    }

    @Test
    void the_application_can_neither_change_nor_remove_a_line_of_the_trail() {
        Trial.on(trial -> {
            var scope = UUID.randomUUID();
            trial.asApplication(scope);
            var line = "insert into platform.trail (scope_id, id, at, actor, act, fields, found, outcome, came_from) values ('%s', '%s', now(), '%s', 'probe', '{}', '{}', 'DONE', 'here')"
                    .formatted(scope, UUID.randomUUID(), UUID.randomUUID());
            trial.run(line);
            assertThat(trial.db().sql("select count(*) from platform.trail").query(Long.class).single()).isEqualTo(1);
            for (var change : List.of("update platform.trail set act = 'other'", "delete from platform.trail",
                    "truncate platform.trail",
                    "insert into platform.trail select * from platform.trail on conflict (scope_id, id) do update set act = 'other'",
                    "alter table platform.trail disable row level security", "drop table platform.trail",
                    "set session_replication_role = replica",
                    "create rule planted as on insert to platform.trail do instead nothing"))
                assertThat(trial.refusal(change)).as(change).isEqualTo(DENIED);
            // Shown the other way round: with the right, the same statement goes through.
            trial.asSuperuser().run("grant update on platform.trail to heed_app").asApplication(scope);
            assertThat(trial.refusal("update platform.trail set act = 'other'")).isEmpty();
            return null;
        });
    }

    @Test
    void each_scope_sees_its_own_rows_of_every_table_and_nobody_else_sees_any() {
        Trial.on(trial -> {
            var tables = withRowsOfTwoScopes(trial);
            assertThat(tables.names()).hasSizeGreaterThan(15);
            assertThat(leaking(trial, tables)).isEmpty();
            return null;
        });
    }

    @Test
    void a_table_of_which_another_scope_sees_rows_is_found() {
        for (var off : List.of("alter table casework.feedback disable row level security",
                "drop policy scope on casework.feedback; create policy scope on casework.feedback using (true)"))
            Trial.on(trial -> {
                var tables = withRowsOfTwoScopes(trial);
                trial.run(off);
                assertThat(leaking(trial, tables)).as(off).contains("casework.feedback: rows of another scope",
                        "casework.feedback: rows without a scope");
                return null;
            });
    }

    @Test
    void the_application_writes_into_no_other_scope() {
        Trial.on(trial -> {
            var tables = withRowsOfTwoScopes(trial);
            var other = tables.scopes().getLast();
            trial.asApplication(tables.scopes().getFirst());
            for (var table : tables.names()) {
                assertThat(trial.refusal(tables.row(table, other))).as("insert into " + table).isEqualTo(DENIED);
                var moved = trial.refusal("update " + table + " set scope_id = '" + other + "'");
                assertThat(moved).as("update " + table).isEqualTo(DENIED);
            }
            return null;
        });
    }

    private static void found(String change, String... findings) {
        assertThat(findings(change + "; alter table casework.planted owner to heed_owner")).as(change)
                .containsExactlyInAnyOrder(findings);
    }

    private static List<String> findings(String change) {
        return Trial.on(trial -> {
            for (var statement : change.split(";\\s*"))
                if (!statement.isBlank())
                    trial.run(statement);
            return findings(trial);
        });
    }

    private static List<String> findings(Trial trial) {
        var catalog = new Catalog(trial.db());
        var found = new ArrayList<String>();
        var columns = catalog.columns();
        var policies = catalog.policies();
        var grants = catalog.grants();
        for (var table : catalog.tables()) {
            var name = table.name();
            if (!table.owner().equals("heed_owner"))
                found.add(name + " is owned by " + table.owner());
            grants.getOrDefault(name, List.of()).forEach(grant -> {
                for (var power : List.of("truncate", "references", "trigger", "maintain"))
                    if (grant.endsWith(" to heed_app") && grant.matches("grant (.*, )?" + power + "(,.*)? on .*"))
                        found.add("heed_app may " + power + " " + name);
                if (grant.endsWith(" to public"))
                    found.add("everybody: " + grant);
            });
            if (EXEMPT.containsKey(name)) {
                if (table.secured())
                    found.add(name + " is exempt and has row-level security");
                continue;
            }
            if (columns.stream().noneMatch(c -> c.table().equals(name) && c.name().equals("scope_id")
                    && c.type().equals("uuid") && c.notNull())) {
                found.add(name + " has no scope_id and is not exempt");
                continue;
            }
            if (!table.secured())
                found.add(name + ": row-level security is off");
            else if (!table.forced())
                found.add(name + ": row-level security is not forced");
            if (table.secured()) {
                var own = policies.stream().filter(p -> p.table().equals(name)).toList();
                if (own.stream().noneMatch(RowSecurityTest::keepsToScope))
                    found.add(name + ": no policy keeps it to its scope");
                own.stream().filter(p -> !keepsToScope(p) && !isForSearch(p))
                        .forEach(p -> found.add(name + ": policy " + p.name() + " lets more through"));
            }
            catalog.indexes().stream()
                    .filter(i -> i.table().equals(name) && i.unique() && !i.columns().getFirst().equals("scope_id"))
                    .forEach(i -> found.add(name + ": unique index " + i.name() + " does not begin with scope_id"));
            catalog.constraints().stream()
                    .filter(c -> c.table().equals(name) && c.kind().equals("f") && !EXEMPT.containsKey(c.toTable()))
                    .filter(c -> !c.columns().contains("scope_id")
                            || c.columns().indexOf("scope_id") != c.toColumns().indexOf("scope_id"))
                    .forEach(c -> found.add(name + ": " + c.name() + " refers across scopes"));
        }
        EXEMPT.keySet().stream().filter(e -> catalog.tables().stream().noneMatch(t -> t.name().equals(e)))
                .forEach(e -> found.add(e + " is exempt and not there"));
        trial.db().sql("select rolsuper or rolbypassrls from pg_roles where rolname = 'heed_app'").query(Boolean.class)
                .optional()
                .filter(yes -> yes).ifPresent(yes -> found.add("heed_app goes past row-level security"));
        trial.db().sql(
                "select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles a on a.oid = m.member where a.rolname = 'heed_app'")
                .query(String.class).list().forEach(role -> found.add("heed_app is a member of " + role));
        return found;
    }

    private static boolean keepsToScope(Catalog.RowPolicy policy) {
        return policy.permissive() && policy.command().equals("ALL") && policy.roles().equals(List.of("public"))
                && OF_THE_SCOPE.equals(policy.using()) && OF_THE_SCOPE.equals(policy.check());
    }

    /** The narrow search functions read ids across scopes as a role that nobody has. */
    private static boolean isForSearch(Catalog.RowPolicy policy) {
        return policy.command().equals("SELECT") && policy.roles().equals(List.of("heed_search"));
    }

    /** Tables that have a row for each of two scopes, and how such a row is made. */
    private record Filled(List<String> names, List<UUID> scopes, Map<String, List<Catalog.Column>> columns,
            Map<String, Map<String, String>> checked) {
        String row(String table, UUID scope) {
            var of = columns.getOrDefault(table, List.of());
            return "insert into %s (%s) values (%s)".formatted(table,
                    of.stream().map(Catalog.Column::name).collect(Collectors.joining(", ")),
                    of.stream().map(c -> value(c, scope, checked.getOrDefault(table, Map.of())))
                            .collect(Collectors.joining(", ")));
        }

        private static String value(Catalog.Column column, UUID scope, Map<String, String> checked) {
            if (column.name().equals("scope_id"))
                return "'" + scope + "'";
            var tied = TIED.get(column.full());
            if (tied != null)
                return tied;
            if (column.name().equals("ref"))
                return "'" + checked.getOrDefault("ref", "X") + "'";
            if (checked.containsKey(column.name()))
                return "'" + checked.get(column.name()) + "'";
            // Of two people who are linked, the lesser stands first.
            if (column.name().equals("one_id"))
                return "'00000000-0000-0000-0000-000000000001'";
            // What ends does so after it began.
            if (column.name().equals("ends_at"))
                return "now() + interval '1 hour'";
            return switch (column.type()) {
                case "uuid" -> "'" + UUID.randomUUID() + "'";
                case "text" -> "'x'";
                case "bytea" -> "'\\x01'";
                case "boolean" -> "false";
                case "timestamp with time zone" -> "now()";
                case "integer", "bigint", "smallint", "numeric" -> "1";
                case "date" -> "current_date";
                case "time without time zone" -> "'17:00'";
                default -> {
                    if (column.type().endsWith("[]"))
                        yield "'{}'";
                    throw new IllegalStateException("say here how a " + column.type() + " is filled: " + column.full());
                }
            };
        }
    }

    /** Rows for every table that belongs to a scope, without regard to what they refer to. */
    private static Filled withRowsOfTwoScopes(Trial trial) {
        var catalog = new Catalog(trial.db());
        var checked = new HashMap<String, Map<String, String>>();
        catalog.constraints().stream().filter(c -> c.kind().equals("c") && c.columns().size() == 1).forEach(c -> {
            var literal = LITERAL.matcher(c.definition());
            var allowed = c.definition().contains("^C-")
                    ? "C-0000-00"
                    : c.definition().contains("^A-")
                            ? "A-0000-00"
                            : c.definition().contains("^K-") ? "K-0000-00" : literal.find() ? literal.group(1) : "x";
            checked.computeIfAbsent(c.table(), k -> new HashMap<>()).put(c.columns().getFirst(), allowed);
        });
        var names = catalog.tables().stream().map(Catalog.Table::name).filter(t -> !EXEMPT.containsKey(t)).toList();
        var filled = new Filled(names, List.of(UUID.randomUUID(), UUID.randomUUID()),
                catalog.columns().stream().collect(Collectors.groupingBy(Catalog.Column::table)), checked);
        trial.run("set local session_replication_role = replica");
        for (var table : names)
            for (var scope : filled.scopes())
                trial.run(filled.row(table, scope));
        trial.run("set local session_replication_role = origin");
        return filled;
    }

    private static List<String> leaking(Trial trial, Filled filled) {
        var found = new ArrayList<String>();
        for (var table : filled.names())
            assertThat(trial.asSuperuser().db().sql("select count(distinct scope_id) from " + table).query(Long.class)
                    .single())
                    .as("scopes with rows in " + table).isEqualTo(2);
        for (var scope : filled.scopes()) {
            trial.asApplication(scope);
            for (var table : filled.names()) {
                var seen = trial.db().sql("select scope_id from " + table).query(UUID.class).list();
                if (!seen.contains(scope))
                    found.add(table + ": not even its own rows");
                if (seen.stream().anyMatch(s -> !s.equals(scope)))
                    found.add(table + ": rows of another scope");
            }
        }
        trial.asApplication(null);
        for (var table : filled.names())
            if (trial.db().sql("select count(*) from " + table).query(Long.class).single() > 0)
                found.add(table + ": rows without a scope");
        return found;
    }
}
