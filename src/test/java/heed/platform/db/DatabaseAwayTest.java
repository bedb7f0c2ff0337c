package heed.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application's connections, when the server really goes away and comes back. */
class DatabaseAwayTest {
    /** How long a page may wait for nothing; a moment more for slow machines. */
    private static final Duration FEW_SECONDS = Duration.ofSeconds(8);

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void nobody_waits_long_for_a_server_that_is_gone_and_it_is_used_again_when_it_is_back() throws Exception {
        try (DataDirectory directory = DataDirectory.open(temporary.resolve("data"), DataDirectory.Kind.REAL)) {
            EmbeddedPostgres server = EmbeddedPostgres.start(directory, TestCluster.PROGRAMS);
            IntSupplier samePort = server::port;
            Roles.Passwords passwords;
            try (Connection superuser = server.superuser("postgres")) {
                passwords = Roles.ensure(superuser, directory.folder("keys"));
            }
            try (HikariDataSource app = Database.working(server.url(Roles.DATABASE), Roles.APP, passwords.app())) {
                assertThat(answer(app)).isEqualTo("1");
                server.close();
                assertThat(untilRefused(app)).isLessThan(FEW_SECONDS);
                assertThat(untilRefused(app)).isLessThan(FEW_SECONDS);

                server = EmbeddedPostgres.start(directory, TestCluster.PROGRAMS, true, samePort);
                assertThat(answer(app)).isEqualTo("1");

                freeze(server, "-STOP");
                try {
                    assertThat(untilRefused(app)).isLessThan(FEW_SECONDS);
                } finally {
                    freeze(server, "-CONT");
                }
                assertThat(answer(app)).isEqualTo("1");
            } finally {
                server.close();
            }
        }
    }

    private static Duration untilRefused(HikariDataSource app) {
        long from = System.nanoTime();
        assertThatThrownBy(() -> answer(app)).isInstanceOf(SQLException.class);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static String answer(HikariDataSource app) throws SQLException {
        try (Connection connection = app.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select 1")) {
            row.next();
            return row.getString(1);
        }
    }

    /** As a machine that hangs: it keeps its connections and says nothing. */
    private static void freeze(EmbeddedPostgres server, String signal) throws IOException, InterruptedException {
        ProcessHandle main = ProcessHandle.of(server.pid()).orElseThrow();
        for (ProcessHandle each : java.util.stream.Stream.concat(java.util.stream.Stream.of(main), main.descendants())
                .toList()) {
            new ProcessBuilder("kill", signal, Long.toString(each.pid())).start().waitFor();
        }
    }
}
