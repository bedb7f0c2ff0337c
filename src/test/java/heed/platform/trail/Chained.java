package heed.platform.trail;

import heed.SetClock;
import heed.TestDatabase;
import heed.platform.Actor;
import heed.verify.VerifyTrail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An audit log with its chain, in a database and a folder of its own. */
public final class Chained {
    final TestDatabase database = TestDatabase.migrated();
    final SetClock clock = new SetClock();
    final Path folder;
    final Trail trail = new Trail(database.jdbc(), database.transactions(), clock);
    private Gathering gathering;

    /** With a data directory in this folder. */
    public Chained(Path folder) {
        this.folder = folder;
        this.gathering = startAgain();
    }

    /** As after a start on the same files. */
    Gathering startAgain() {
        gathering = new Gathering(database.jdbc(), database.transactions(), clock, keys(), heads(), folder);
        return gathering;
    }

    Gathering gathering() {
        return gathering;
    }

    SigningKeys keys() {
        return new SigningKeys(SigningKeys.placeIn(folder));
    }

    HeadsFile heads() {
        return new HeadsFile(HeadsFile.placeIn(folder));
    }

    /** Adds an entry. */
    Chained add(UUID scope, Trace trace) {
        var by = new Actor(UUID.randomUUID(), scope, scope, Set.of(), "192.0.2.7");
        database.transactions().inScope(scope, () -> trail.add(by, trace));
        return this;
    }

    /** The audit log as export-trail writes it, read through this connection as the application. */
    static String export(Connection connection, SetClock clock) throws IOException {
        var out = new StringWriter();
        new TrailExport(JdbcClient.create(new SingleConnectionDataSource(connection, true)), out)
                .write(clock.instant());
        return out.toString();
    }

    /** The same through a connection of its own. */
    String export() {
        return through(database.app());
    }

    private String through(DataSource source) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return export(connection, clock);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a verifier says of an export, and with what code it ends. */
    record Said(int code, String words) {
    }

    /** Verifies this with these options. */
    Said verify(String export, String... options) {
        try {
            var file = Files.writeString(folder.resolve("export.jsonl"), export);
            var args = new ArrayList<>(List.of(file.toString()));
            args.addAll(List.of(options));
            var words = new ByteArrayOutputStream();
            try (var out = new PrintStream(words, true, StandardCharsets.UTF_8)) {
                int code = VerifyTrail.run(out, out, args);
                return new Said(code, words.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The option that names the heads file. */
    String withHeads() {
        return "--heads=" + heads().file();
    }
}
