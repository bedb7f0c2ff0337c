package heed.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything here really happens: servers are killed, ports are taken, folders are spoilt. */
class EmbeddedPostgresTest {
    private Path folder = Path.of("");
    private @Nullable DataDirectory directory;
    private @Nullable EmbeddedPostgres server;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createTempDirectory("heed-postgres-");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        if (directory != null) {
            directory.close();
        }
        TestCluster.delete(folder);
    }

    @Test
    void it_is_durable_checked_and_closed_to_the_outside() throws Exception {
        EmbeddedPostgres started = start();

        for (String on : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(ask(started, "show " + on)).as(on).isEqualTo("on");
        }
        assertThat(ask(started, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(started, "show unix_socket_directories")).isEmpty();
        assertThat(ask(started, "show password_encryption")).isEqualTo("scram-sha-256");
        assertThat(ask(started, "show server_encoding")).isEqualTo("UTF8");
        assertThat(
                ask(started,
                        "select concat(datlocprovider, ' ', datlocale) from pg_database where datname = 'postgres'"))
                .isEqualTo("b C.UTF-8");
        assertThat(ask(started,
                "select string_agg(type || ' ' || address || ' ' || auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("host 127.0.0.1 scram-sha-256");
        assertThat(ask(started, "show shared_buffers")).isEqualTo("128MB");
        assertThat(ask(started, "show max_connections")).isEqualTo("100");
        assertThatThrownBy(() -> DriverManager.getConnection(started.url("postgres"), "heed_superuser", "guessed"))
                .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
    }

    @Test
    void files_are_for_their_owner_only() throws Exception {
        start();

        assertThat(mode(folder)).isEqualTo("rwx------");
        for (String each : List.of("pg", "keys", "logs")) {
            assertThat(mode(folder.resolve(each))).as(each).isEqualTo("rwx------");
        }
        for (String each : List.of("keys/database-superuser", "heed.properties", "heed.lock", "logs/postgres.log")) {
            assertThat(mode(folder.resolve(each))).as(each).isEqualTo("rw-------");
        }
        assertThat(folder.resolve("pg.password")).doesNotExist();
    }

    @Test
    void what_was_written_is_there_after_a_stop_and_a_start() throws Exception {
        EmbeddedPostgres first = start();
        long pid = first.pid();
        run(first, "create table kept as select 'oak' as word");
        first.close();
        first.close();
        assertThat(folder.resolve("pg/postmaster.pid")).doesNotExist();

        EmbeddedPostgres second = start();
        assertThat(second.pid()).isNotEqualTo(pid);
        assertThat(ask(second, "select word from kept")).isEqualTo("oak");
    }

    @Test
    void a_killed_server_starts_again_with_everything_committed() throws Exception {
        EmbeddedPostgres first = start();
        run(first, "create table kept (n int)");
        for (int n = 1; n <= 100; n++) {
            run(first, "insert into kept values (" + n + ")");
        }
        kill(first.pid());
        assertThat(folder.resolve("pg/postmaster.pid")).exists();

        EmbeddedPostgres second = start();
        assertThat(ask(second, "select count(*) || ' ' || sum(n) from kept")).isEqualTo("100 5050");
    }

    @Test
    void a_killed_heed_leaves_a_server_that_the_next_start_stops_first() throws Exception {
        Process killed = anotherHeed();
        String said = firstLine(killed);
        assertThat(said).startsWith("ready ");
        long orphan = Long.parseLong(said.substring("ready ".length()));
        killed.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        EmbeddedPostgres started = start();

        assertThat(started.pid()).isNotEqualTo(orphan);
        assertThat(ask(started, "select word from kept")).isEqualTo("oak");
        assertThat(ProcessHandle.of(orphan).flatMap(left -> left.info().commandLine())).isEmpty();
    }

    @Test
    void a_second_heed_on_the_same_folder_says_so_and_stops() throws Exception {
        EmbeddedPostgres first = start();

        Process second = anotherHeed();
        assertThat(firstLine(second))
                .startsWith("Another Heed (process " + ProcessHandle.current().pid() + ") is already using");
        assertThat(second.waitFor()).isZero();
        assertThatThrownBy(() -> DataDirectory.open(folder, DataDirectory.Kind.DEMO)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("already using");
        assertThat(ask(first, "select 1")).isEqualTo("1");
    }

    @Test
    void a_note_whose_process_number_now_belongs_to_a_stranger_is_not_believed() throws Exception {
        EmbeddedPostgres first = start();
        run(first, "create table kept as select 'oak' as word");
        Path note = folder.resolve("pg/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(note));
        first.close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            lines.set(0, Long.toString(stranger.pid()));
            Files.write(note, lines);

            EmbeddedPostgres second = start();

            assertThat(ask(second, "select word from kept")).isEqualTo("oak");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_busy_port_is_left_for_another() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int other = free.getLocalPort();
            free.close();
            Iterator<Integer> ports = List.of(busy.getLocalPort(), other).iterator();

            server = EmbeddedPostgres.start(directory(), TestCluster.PROGRAMS, true, ports::next);

            assertThat(server.port()).isEqualTo(other);
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void data_of_another_major_version_are_left_alone_and_it_says_what_to_do() throws Exception {
        start().close();
        Path version = folder.resolve("pg/PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class)
                .hasMessageContaining("written by PostgreSQL 17").hasMessageContaining("carries PostgreSQL 18")
                .hasMessageContaining("pg_upgrade");

        Files.writeString(version, "18\n");
        assertThat(ask(start(), "select 1")).isEqualTo("1");
    }

    @Test
    void a_first_start_that_was_interrupted_is_begun_again() throws Exception {
        Files.createDirectories(directory().path().resolve("pg.new/base"));
        Files.writeString(folder.resolve("pg.password"), "left behind");

        assertThat(ask(start(), "select 1")).isEqualTo("1");
        assertThat(folder.resolve("pg.new")).doesNotExist();
    }

    @Test
    void spoilt_data_stop_the_start_with_a_sentence() throws Exception {
        start().close();
        Files.delete(folder.resolve("pg/global/pg_control"));

        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("PostgreSQL did not start").hasMessageContaining("its log is");
    }

    @Test
    void root_without_user_namespaces_runs_it_as_another_account() throws Exception {
        // Programs of its own, because that account may not be able to reach the project's folder.
        server = EmbeddedPostgres.start(directory(), folder.resolve("programs"), false, EmbeddedPostgresTest::freePort);
        run(server, "create table kept as select 'oak' as word");

        boolean root = "root".equals(System.getProperty("user.name"));
        String owner = Files.getOwner(folder.resolve("pg")).getName();
        assertThat(owner.equals("root")).isFalse();
        assertThat(owner.equals(System.getProperty("user.name"))).isEqualTo(!root);
        assertThat(mode(folder.resolve("keys"))).isEqualTo("rwx------");
        server.close();

        // The next start keeps to the account that the data belong to.
        server = EmbeddedPostgres.start(directory(), folder.resolve("programs"));
        assertThat(ask(server, "select word from kept")).isEqualTo("oak");
        assertThat(Files.getOwner(folder.resolve("pg/PG_VERSION")).getName()).isEqualTo(owner);
    }

    @Test
    void errors_in_statements_do_not_reach_the_log() throws Exception {
        EmbeddedPostgres started = start();

        assertThatThrownBy(() -> run(started, "select 'Marigold Thistledown'::uuid")).isInstanceOf(SQLException.class);
        started.close();

        assertThat(Files.readString(folder.resolve("logs/postgres.log"))).doesNotContain("Marigold");
    }

    private DataDirectory directory() {
        DataDirectory opened = directory;
        if (opened == null) {
            opened = DataDirectory.open(folder, DataDirectory.Kind.DEMO);
            directory = opened;
        }
        return opened;
    }

    private EmbeddedPostgres start() {
        EmbeddedPostgres started = EmbeddedPostgres.start(directory(), TestCluster.PROGRAMS);
        server = started;
        return started;
    }

    private Process anotherHeed() throws IOException {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), AnotherHeed.class.getName(), folder.toString(),
                TestCluster.PROGRAMS.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** The first line that is not the log's. */
    private static String firstLine(Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.contains(" -- ")) {
                return line;
            }
        }
        return "";
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        assertThat(postmaster.destroyForcibly()).isTrue();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void run(EmbeddedPostgres on, String sql) throws SQLException {
        try (Connection connection = on.superuser("postgres"); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres on, String sql) throws SQLException {
        try (Connection connection = on.superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            assertThat(answer.next()).isTrue();
            return String.valueOf(answer.getString(1));
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
