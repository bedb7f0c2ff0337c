package heed.platform.backup;

import heed.platform.Actor;
import heed.platform.db.Cluster;
import heed.platform.db.Private;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.trail.TrailExport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * {@code export-trail FILE}: the audit log with what vouches for it, of one moment, for {@code verify-trail}. It needs no key:
 * nothing in the audit log is encrypted. Each scope's audit log says so before a line is written.
 */
final class TrailOut {
    private static final int PATIENCE = 30;
    private static final String DATABASE = "heed";

    private final Asked asked;
    private final Spoken spoken;
    private final Clock clock;

    TrailOut(Asked asked, Spoken spoken, Clock clock) {
        this.asked = asked;
        this.spoken = spoken;
        this.clock = clock;
    }

    void run() throws IOException, SQLException {
        asked.refuseInsideData();
        asked.refuseTaken("an export");
        var external = asked.external();
        if (external != null) {
            write(external, asked.externalUser(), asked.externalPassword());
        } else {
            try (var cluster = Commands.evenIfStopped(Cluster.reach(asked.data(), asked.programs(), PATIENCE))) {
                write(cluster.url(DATABASE), "heed_app", cluster.appPassword());
            }
        }
    }

    private void write(String url, String user, String password) throws IOException, SQLException {
        var draft = asked.beside("unfinished");
        var source = new DriverManagerDataSource(url, user, password);
        try {
            trail(source);
            long entries;
            try (Connection reading = DriverManager.getConnection(url, user, password)) {
                reading.setAutoCommit(false);
                reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                entries = write(JdbcClient.create(new SingleConnectionDataSource(reading, true)), draft);
                reading.rollback();
            }
            Files.move(draft, asked.folder(), StandardCopyOption.ATOMIC_MOVE);
            Private.sync(asked.folder().resolveSibling("."));
            spoken.say("Done: " + asked.folder() + " (" + Spoken.size(Files.size(asked.folder())) + ", " + entries
                    + " entries). It holds ids, codes and network addresses, no name and nothing that was told.");
            spoken.say("Verify it with: java -jar heed.jar verify-trail " + asked.folder()
                    + " --heads=FILE, with the heads file from where the database's administrator cannot write.");
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException sql)
                throw sql;
            throw e;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private long write(JdbcClient db, Path draft) throws IOException {
        try (var file = Private.fresh(draft);
                var out = new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8))) {
            long entries = new TrailExport(db, out).write(clock.instant());
            file.force(true);
            return entries;
        }
    }

    private void trail(DriverManagerDataSource source) {
        var db = JdbcClient.create(source);
        var transactions = new Transactions(new JdbcTransactionManager(source), db);
        var trail = new Trail(db, transactions, clock);
        for (var scope : db.sql("select trail_scopes from platform.trail_scopes()")
                .query((row, n) -> row.getObject(1, UUID.class)).list())
            transactions.inScope(scope,
                    () -> trail.add(Actor.system(scope), Trace.of("trail.export", scope).because("command")));
    }
}
