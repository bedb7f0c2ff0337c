package heed.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A start on somebody else's PostgreSQL: what suits is taken, and what does not is told in a sentence. */
@ExtendWith(OutputCaptureExtension.class)
class ExternalPostgresTest {
    private static final String SECRET = "hunter2-larch";
    private final TestCluster cluster = TestCluster.oldest();

    @TempDir
    private Path temporary = Path.of("");

    @Import(DatabaseConfiguration.class)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
            JdbcClientAutoConfiguration.class})
    static class OnlyTheDatabase {
    }

    @Test
    void the_usual_spring_settings_are_enough() {
        String name = cluster.newDatabase();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(OnlyTheDatabase.class)
                .web(WebApplicationType.NONE)
                .run("--heed.data=" + temporary.resolve("data"), "--spring.datasource.url=" + cluster.url(name),
                        "--spring.datasource.username=heed_app",
                        "--spring.datasource.password=" + cluster.appPassword(), "--spring.flyway.user=heed_owner",
                        "--spring.flyway.password=" + cluster.ownerPassword())) {
            assertThat(context.getBean(JdbcClient.class).sql("select current_user").query(String.class).single())
                    .isEqualTo("heed_app");
            assertThat(context.getBean(DataSource.class)).isNotNull();
            assertThat(temporary.resolve("data/pg")).doesNotExist();
        }
    }

    @Test
    void an_older_server_is_refused() {
        ServerCheck.version(150000, "15.0");
        assertThatThrownBy(() -> ServerCheck.version(140012, "14.12")).isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 14.12, and Heed needs 15 or newer");
    }

    @Test
    void a_wrong_password_is_told_at_once_and_not_repeated(CapturedOutput log) {
        assertThat(refused(place("heed_app", SECRET, Roles.OWNER, cluster.ownerPassword())))
                .contains("does not let heed_app in", "spring.datasource.password").doesNotContain(SECRET);
        assertThat(refused(place("heed_app", cluster.appPassword(), Roles.OWNER, SECRET)))
                .contains("does not let heed_owner in", "spring.flyway.password").doesNotContain(SECRET);
        assertThat(log.getAll()).doesNotContain(SECRET);
    }

    @Test
    void an_address_with_a_password_in_it_is_not_repeated() {
        assertThat(refused(new Database.Place(cluster.url("nowhere") + "?sslpassword=" + SECRET, "heed_app", "x",
                Roles.OWNER, cluster.ownerPassword(), null, Duration.ZERO)))
                .contains("no such database", "/nowhere").doesNotContain(SECRET);
        assertThat(refused(new Database.Place("jdbc:mysql://u:" + SECRET + "@h/x", "heed_app", "x", Roles.OWNER,
                "x", null, Duration.ZERO))).contains("not an address of a PostgreSQL").doesNotContain(SECRET);
    }

    @Test
    void a_server_that_is_away_is_asked_again_and_then_told() throws IOException {
        int nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = taken.getLocalPort();
        }
        long from = System.nanoTime();
        assertThat(refused(new Database.Place("jdbc:postgresql://127.0.0.1:" + nobody + "/heed", "heed_app", "x",
                Roles.OWNER, SECRET, null, Duration.ofSeconds(2))))
                .contains("does not answer", "127.0.0.1:" + nobody + "/heed", "tried for 2 seconds")
                .doesNotContain(SECRET);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
    }

    @Test
    void accounts_with_too_much_or_too_little_are_refused() throws SQLException {
        assertThat(refused(place(Roles.OWNER, cluster.ownerPassword(), Roles.OWNER, cluster.ownerPassword())))
                .contains("needs two accounts");
        asSuperuser("create role tried_super login superuser password '" + SECRET + "'",
                "create role tried_free login bypassrls password '" + SECRET + "'",
                "create role tried_little login password '" + SECRET + "'");
        try {
            assertThat(refused(place("tried_super", SECRET, Roles.OWNER, cluster.ownerPassword())))
                    .contains("tried_super is a superuser or passes row-level security");
            assertThat(refused(place("tried_free", SECRET, Roles.OWNER, cluster.ownerPassword())))
                    .contains("tried_free is a superuser or passes row-level security");
            assertThat(refused(place("tried_little", SECRET, Roles.OWNER, cluster.ownerPassword())))
                    .contains("tried_little does not have the rights of heed_app");
            assertThat(refused(place(Roles.APP, cluster.appPassword(), "tried_super", SECRET)))
                    .contains("tried_super is a superuser", "migrate as heed_owner");
            assertThat(refused(place(Roles.APP, cluster.appPassword(), "tried_little", SECRET)))
                    .contains("tried_little may not make what the migrations make");
        } finally {
            asSuperuser("drop role tried_super", "drop role tried_free", "drop role tried_little");
        }
    }

    @Test
    void a_server_that_may_lose_writes_is_refused_before_anything_is_written() throws SQLException {
        String name = cluster.newDatabase();
        asSuperuser("alter database " + name + " set synchronous_commit = off");
        assertThat(refused(at(name, Roles.APP, cluster.appPassword(), Roles.OWNER, cluster.ownerPassword())))
                .contains("synchronous_commit off");
        try (Connection superuser = cluster.superuser(name);
                Statement statement = superuser.createStatement();
                var schemas = statement.executeQuery("select to_regnamespace('platform') is null")) {
            schemas.next();
            assertThat(schemas.getBoolean(1)).isTrue();
        }
    }

    @Test
    void the_script_puts_wrong_privileges_right_and_holds_no_password() throws Exception {
        asSuperuser("alter role heed_search login", "alter role heed_app createdb");
        assertThat(refused(place(Roles.APP, cluster.appPassword(), Roles.OWNER, cluster.ownerPassword())))
                .contains("heed_search", "can sign in", "database-script");
        String text = DatabaseScript.text();
        assertThat(text).contains("\\gexec", ":'owner_password'", "'    \\\\password heed_app'")
                .doesNotContain(cluster.appPassword(), cluster.ownerPassword());
        String sql = Roles.sql();
        asSuperuser(sql.substring(0, sql.lastIndexOf(Roles.LAST)));
        ServerCheck.check(place(Roles.APP, cluster.appPassword(), Roles.OWNER, cluster.ownerPassword()),
                Duration.ZERO);
    }

    private Database.Place place(String app, String appPassword, String owner, String ownerPassword) {
        return at(cluster.newDatabase(), app, appPassword, owner, ownerPassword);
    }

    private Database.Place at(String database, String app, String appPassword, String owner, String ownerPassword) {
        return new Database.Place(cluster.url(database), app, appPassword, owner, ownerPassword, null, Duration.ZERO);
    }

    private static String refused(Database.Place place) {
        @Nullable
        String[] said = new String[1];
        assertThatThrownBy(() -> ServerCheck.check(place, place.patience()))
                .isInstanceOfSatisfying(CannotStart.class, no -> said[0] = no.sentence());
        return String.valueOf(said[0]);
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = cluster.superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
