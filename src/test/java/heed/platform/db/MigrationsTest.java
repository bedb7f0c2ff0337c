package heed.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a small set of migrations of its own, one table a module. */
class MigrationsTest {
    private static final String TRIED = "db/migration-tried/";
    private static final UUID SCOPE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final TestCluster cluster = TestCluster.running();
    private final String name = cluster.newDatabase();
    private final HikariDataSource owner = cluster.owner(name);
    private final HikariDataSource app = cluster.app(name);
    private final JdbcClient jdbc = JdbcClient.create(app);

    @BeforeEach
    void migrate() throws Exception {
        Migrations.run(owner, TRIED);
    }

    @AfterEach
    void close() {
        owner.close();
        app.close();
    }

    @Test
    void every_module_has_its_schema_and_its_history_and_a_second_run_changes_nothing() throws Exception {
        Migrations.run(owner, TRIED);

        for (String module : Migrations.MODULES) {
            assertThat(JdbcClient.create(owner)
                    .sql("select count(*) from " + module + ".flyway_schema_history where success and version = '001'")
                    .query(Integer.class).single()).isEqualTo(1);
        }
    }

    @Test
    void an_ordinary_start_does_not_run_them_and_a_changed_set_does() throws Exception {
        JdbcClient asOwner = JdbcClient.create(owner);
        asOwner.sql("drop table casework.flyway_schema_history").update();
        Migrations.run(owner, TRIED);
        assertThat(asOwner.sql("select to_regclass('casework.flyway_schema_history') is null").query(Boolean.class)
                .single())
                .isTrue();

        asOwner.sql("comment on schema casework is 'Migrated by Heed to something else'").update();
        assertThatThrownBy(() -> Migrations.run(owner, TRIED)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("module casework");
    }

    @Test
    void the_application_may_do_only_what_a_migration_granted() {
        assertThat(jdbc.sql("select count(*) from access.leaf").query(Integer.class).single()).isZero();
        assertThatThrownBy(() -> jdbc.sql("delete from access.leaf").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("create table access.mine ()").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                () -> jdbc.sql("select count(*) from access.flyway_schema_history").query(Integer.class).single())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_search_function_reads_across_row_level_security_for_the_scope_that_is_set_only() {
        Transactions transactions = TestCluster.transactions(app);
        UUID id = UUID.randomUUID();
        transactions.inScope(SCOPE, () -> {
            jdbc.sql("insert into casework.leaf values (?, ?, 'oak')").param(id).param(SCOPE).update();
        });

        assertThat(transactions.inScope(SCOPE, this::find)).containsExactly(id);
        assertThat(find()).isEmpty();
    }

    @Test
    void nobody_keeps_the_right_to_make_things_as_heed_search() {
        assertThat(jdbc.sql("select has_schema_privilege('heed_search', 'casework', 'create')").query(Boolean.class)
                .single())
                .isFalse();
    }

    @Test
    void the_applications_account_passes_the_start_check() throws Exception {
        try (Connection connection = app.getConnection()) {
            DurabilityCheck.check(connection);
        }
    }

    @Test
    void an_owner_a_superuser_and_a_member_of_heed_search_are_refused() throws Exception {
        try (Connection connection = owner.getConnection()) {
            assertThatThrownBy(() -> DurabilityCheck.check(connection)).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("heed_owner owns tables");
        }
        try (Connection connection = cluster.superuser(name)) {
            assertThatThrownBy(() -> DurabilityCheck.check(connection)).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("superuser");
            try (Statement statement = connection.createStatement(); Connection heedApp = app.getConnection()) {
                statement.execute("grant heed_search to heed_app");
                try {
                    assertThatThrownBy(() -> DurabilityCheck.check(heedApp)).isInstanceOf(CannotStart.class)
                            .hasMessageContaining("heed_search");
                } finally {
                    statement.execute("revoke heed_search from heed_app");
                }
            }
        }
    }

    @Test
    void an_account_that_may_lose_acknowledged_writes_is_refused() throws Exception {
        try (Connection connection = app.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            assertThatThrownBy(() -> DurabilityCheck.check(connection)).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("synchronous_commit off");
            statement.execute("reset synchronous_commit");
        }
    }

    private List<UUID> find() {
        return jdbc.sql("select casework.find_leaf(?, 'o%')").param(SCOPE).query(UUID.class).list();
    }
}
