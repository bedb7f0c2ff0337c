package heed;

import static org.assertj.core.api.Assertions.assertThat;

import heed.platform.db.DataDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every Spring test works on the real database, in a database and a data directory of its own. */
@SpringBootTest
class TestDatabaseTest {
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private DataDirectory directory;

    @Test
    void a_spring_test_has_a_database_of_its_own_without_asking() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("heed_app");
        assertThat(jdbc.sql("select current_database()").query(String.class).single()).startsWith("heed_");
        assertThat(directory.path()).startsWith(Path.of(System.getProperty("java.io.tmpdir")));
    }
}
