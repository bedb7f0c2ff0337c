package heed.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** A process of its own that starts a server, commits a row, says "ready" and stays until it is killed. */
final class AnotherHeed {
    private AnotherHeed() {
    }

    public static void main(String... args) throws Exception {
        try {
            DataDirectory directory = DataDirectory.open(Path.of(args[0]), DataDirectory.Kind.DEMO);
            EmbeddedPostgres server = EmbeddedPostgres.start(directory, Path.of(args[1]));
            try (Connection connection = server.superuser("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select 'oak' as word");
            }
            System.out.println("ready " + server.pid());
            System.in.read();
        } catch (CannotStart e) {
            System.out.println(e.sentence());
        }
    }
}
