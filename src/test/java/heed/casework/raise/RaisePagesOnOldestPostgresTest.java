package heed.casework.raise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.OnOldestPostgres;
import org.junit.jupiter.api.Test;

/** All of it again on the oldest PostgreSQL that Heed takes. */
@OnOldestPostgres
class RaisePagesOnOldestPostgresTest extends RaisePagesTest {
    @Test
    void it_is_really_the_oldest() {
        assertThat(town.texts("show server_version").getFirst()).startsWith("15.");
    }
}
