package heed.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A start as a person makes it, with the PostgreSQL that Heed carries. */
class DatabaseStartTest {
    @TempDir
    private Path temporary = Path.of("");

    @Import({DatabaseConfiguration.class, Transactions.class})
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
    static class OnlyTheDatabase {
    }

    @Test
    void without_an_address_heed_starts_its_own_and_stops_it_with_itself() {
        Path data = temporary.resolve("data");
        for (int start = 1; start <= 2; start++) {
            try (ConfigurableApplicationContext context = run(data, "real")) {
                HikariDataSource source = (HikariDataSource) context.getBean(DataSource.class);
                assertThat(source.getMaximumPoolSize()).isEqualTo(16);
                JdbcClient jdbc = context.getBean(JdbcClient.class);
                assertThat(jdbc.sql("select current_user || ' ' || current_database()").query(String.class).single())
                        .isEqualTo("heed_app heed");
                // The driver alone would have set the machine's own zone.
                assertThat(jdbc.sql("show timezone").query(String.class).single()).isEqualTo("UTC");
                assertThat(jdbc.sql("select count(*) from pg_auth_members m join pg_roles r on r.oid = m.roleid "
                        + "where r.rolname = 'heed_search'").query(Integer.class).single()).isZero();
                assertThat(context.getBean(Transactions.class).open()).isFalse();
                assertThat(context.getBean(DataDirectory.class).kind()).isEqualTo(DataDirectory.Kind.REAL);
                assertThat(data.resolve("pg/postmaster.pid")).exists();
            }
            assertThat(data.resolve("pg/postmaster.pid")).doesNotExist();
        }
        DataDirectory.open(data, DataDirectory.Kind.REAL).close();
    }

    @Test
    void the_other_kind_of_start_is_refused_in_a_sentence() {
        Path data = temporary.resolve("shown");
        DataDirectory.open(data, DataDirectory.Kind.DEMO).close();

        assertThatThrownBy(() -> run(data, "real")).isInstanceOfSatisfying(CannotStart.class,
                refused -> assertThat(new CannotStartAnalyzer().analyze(refused).getDescription())
                        .contains("holds the demonstration"));
    }

    @Test
    void a_database_that_cannot_start_is_told_in_a_sentence() throws Exception {
        Path data = temporary.resolve("spoilt");
        DataDirectory.open(data, DataDirectory.Kind.REAL).close();
        Files.createDirectories(data.resolve("pg"));
        Files.writeString(data.resolve("pg/PG_VERSION"), "16\n");

        assertThatThrownBy(() -> run(data, "real")).satisfies(failed -> assertThat(
                new CannotStartAnalyzer().analyze(failed).getDescription()).contains("written by PostgreSQL 16"));
    }

    @Test
    void what_an_administrator_runs_is_the_text_that_heed_runs() throws Exception {
        assertThat(Roles.sql()).contains("create role heed_owner", "create role heed_app", "create role heed_search",
                "create database heed");
    }

    private static ConfigurableApplicationContext run(Path data, String profile) {
        return new SpringApplicationBuilder(OnlyTheDatabase.class)
                .web(WebApplicationType.NONE)
                .profiles(profile)
                .run("--heed.data=" + data, "--heed.postgres.binaries=" + TestCluster.PROGRAMS);
    }
}
