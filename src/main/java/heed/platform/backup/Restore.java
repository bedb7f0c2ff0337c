package heed.platform.backup;

import heed.platform.db.CannotStart;
import heed.platform.db.DataDirectory;
import heed.platform.db.EmbeddedPostgres;
import heed.platform.db.Private;
import heed.platform.db.StoredFile;
import heed.platform.db.Transactions;
import heed.platform.seal.DisposalList;
import heed.platform.seal.MasterKey;
import heed.platform.trail.Gathering;
import heed.platform.trail.Trail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * {@code restore DIR}: puts a backup into a new data directory, after comparing every file with the manifest, and destroys
 * again whatever was disposed of since. Until all of it is done no start takes the directory.
 */
final class Restore {
    private static final String DATABASE = "heed";

    private final Asked asked;
    private final Spoken spoken;
    private final Clock clock;

    Restore(Asked asked, Spoken spoken, Clock clock) {
        this.asked = asked;
        this.spoken = spoken;
        this.clock = clock;
    }

    void run() throws IOException, SQLException {
        if (asked.external() != null)
            throw new NotDone("A backup made by Heed goes into the PostgreSQL that Heed carries: leave out "
                    + "spring.datasource.url.");
        var manifest = Manifest.read(asked.folder());
        asked.refuseInsideData();
        var key = asked.masterKey();
        checkKey(manifest, key);
        checkFiles(asked.folder(), manifest);
        boolean listed = listIsThere(manifest);
        spoken.say("Restoring " + asked.folder() + " (" + manifest.started() + ", " + Spoken.size(manifest.bytes())
                + ") into " + asked.data() + ".");
        var directory = open(manifest, asked.data());
        try {
            sameVersion(manifest);
            fill(asked.folder(), manifest, directory, true);
            var list = DisposalList.at(listed ? asked.disposalList() : DisposalList.placeIn(directory.path()));
            EmbeddedPostgres.admit(directory, asked.programs());
            try (var server = Commands.evenIfStopped(EmbeddedPostgres.start(directory, asked.programs()));
                    var superuser = server.superuser(DATABASE)) {
                var trying = new Trying(superuser);
                var rows = trying.rows();
                if (!rows.equals(manifest.rows()))
                    throw Manifest.altered(asked.folder(), "the tables do not hold as many rows as it says");
                trying.sound();
                int opened = key == null ? 0 : trying.opens(key, asked.key(), clock, list.file());
                spoken.say("It starts, every page and index was checked, and the rows agree with the manifest"
                        + (key == null ? "." : "; a value of each of " + opened + " encrypted columns opened."));
                dispose(list, superuser);
                server.accounts(directory);
            }
            takeList(list, directory);
            // The audit log is shorter than it was: the chain that vouches for it says so from the next start on.
            Private.write(Gathering.restoredMark(directory.path()), "A backup was restored; Heed takes note of it.\n");
            directory.restored();
        } catch (IOException | SQLException | RuntimeException e) {
            directory.abandon();
            if (!listed)
                // An empty one would be taken for the list at the next try.
                Files.deleteIfExists(DisposalList.placeIn(directory.path()));
            throw e;
        }
        directory.close();
        spoken.say("Done. Start Heed with --heed.data=" + asked.data() + ".");
        if (key == null)
            spoken.say("First put the master key back at " + asked.key()
                    + (manifest.keyFingerprint() == null ? "" : " (fingerprint " + manifest.keyFingerprint() + ")")
                    + ", readable by its owner only: without it Heed does not start, and nothing can be read.");
    }

    private void checkKey(Manifest manifest, @Nullable MasterKey key) {
        if (key == null) {
            spoken.say("The master key is not at " + asked.key()
                    + ", so it cannot be seen whether somebody altered the backup on purpose; only whether it is whole.");
            return;
        }
        var here = key.fingerprint().orElse(null);
        if (manifest.keyFingerprint() != null && here != null && !here.equals(manifest.keyFingerprint()))
            throw new NotDone("The master key at " + asked.key() + " (fingerprint " + here
                    + ") is not the one of this backup (" + manifest.keyFingerprint()
                    + "): put the right one there, or take this one away. Nothing was changed.");
        if (manifest.vouched() == null)
            spoken.say("This backup was made without the master key at hand, so it cannot be seen whether somebody "
                    + "altered it on purpose; only whether it is whole.");
        else if (!manifest.vouchedBy(key))
            throw Manifest.altered(asked.folder(), "manifest.json was not written with this master key");
    }

    /** What can be seen without reading it all: missing and added files, and lengths. */
    static void checkFiles(Path backup, Manifest manifest) throws IOException {
        var pg = backup.resolve("pg");
        for (var each : manifest.folders())
            inside(pg, each);
        var told = manifest.files().stream().map(StoredFile::path).collect(Collectors.toSet());
        for (var each : manifest.files()) {
            var file = inside(pg, each.path());
            if (!Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                throw Manifest.altered(backup, "pg/" + each.path() + " is missing");
            if (Files.size(file) != each.bytes())
                throw Manifest.altered(backup, "pg/" + each.path() + " is " + Files.size(file) + " bytes long and not "
                        + each.bytes());
        }
        Set<String> found = new HashSet<>();
        try (var all = Files.walk(pg)) {
            all.filter(each -> !Files.isDirectory(each)).forEach(each -> found.add(pg.relativize(each).toString()));
        }
        found.removeAll(told);
        if (!found.isEmpty())
            throw Manifest.altered(backup, "pg/" + found.iterator().next() + " was added to it");
    }

    private static Path inside(Path folder, String name) {
        var path = folder.resolve(name).normalize();
        if (!path.startsWith(folder) || name.isEmpty())
            throw Manifest.altered(folder, "its manifest points outside it");
        return path;
    }

    private boolean listIsThere(Manifest manifest) {
        var place = asked.disposalList();
        if (!Files.exists(place) && !asked.withoutDisposals())
            throw new NotDone("There is no disposal list at " + place + ", so what was disposed of after "
                    + manifest.started() + " would come back. Say where the newest one is with --heed.disposals=FILE "
                    + "(it was in the old data directory, unless it was kept elsewhere); if it is lost, say so with "
                    + "--without-disposals.");
        if (Files.exists(place))
            return true;
        spoken.say("WITHOUT A DISPOSAL LIST: what was disposed of after " + manifest.started()
                + " comes back with this backup. Dispose of it again.");
        return false;
    }

    private void sameVersion(Manifest manifest) throws IOException {
        var carried = EmbeddedPostgres.carriedVersion(asked.programs());
        if (!Manifest.major(carried).equals(manifest.major()))
            throw new NotDone("This backup was made by PostgreSQL " + manifest.postgres()
                    + ", and this Heed carries PostgreSQL " + carried + ": restore it with Heed " + manifest.heed()
                    + ", which made it, and convert the restored data with pg_upgrade before you start this one.");
    }

    /** A new data directory, held and not yet fit to be started. */
    static DataDirectory open(Manifest manifest, Path data) {
        try {
            return DataDirectory.forRestore(data,
                    DataDirectory.Kind.valueOf(manifest.kind().toUpperCase(Locale.ROOT)));
        } catch (CannotStart e) {
            throw new NotDone(e.sentence(), e);
        }
    }

    /**
     * Copies the backup's files into it and compares each with the manifest on the way.
     *
     * @param lasting whether it has to be on the disk when this returns
     */
    void fill(Path backup, Manifest manifest, DataDirectory directory, boolean lasting) throws IOException {
        var from = backup.resolve("pg");
        var pg = Private.folder(directory.path().resolve("pg"));
        for (var each : manifest.folders())
            Private.folder(inside(pg, each));
        var progress = spoken.progress("Copied");
        long[] done = {0};
        for (var each : manifest.files()) {
            inside(pg, each.path());
            try (InputStream in = Files.newInputStream(from.resolve(each.path()))) {
                var copied = StoredFile.write(in, pg, each.path(), length -> {
                    done[0] += length;
                    progress.reached(done[0], manifest.bytes());
                });
                if (!copied.equals(each))
                    throw Manifest.altered(backup, "pg/" + each.path() + " is not as it was written");
            } catch (NoSuchFileException e) {
                throw Manifest.altered(backup, "pg/" + each.path() + " is missing");
            }
        }
        if (lasting) {
            for (var each : manifest.files())
                Private.sync(pg.resolve(each.path()));
            for (var each : manifest.folders())
                Private.sync(pg.resolve(each));
            Private.sync(pg);
        }
    }

    private void dispose(DisposalList list, java.sql.Connection superuser) {
        var source = new SingleConnectionDataSource(superuser, true);
        var db = org.springframework.jdbc.core.simple.JdbcClient.create(source);
        var transactions = new Transactions(new JdbcTransactionManager(source), db);
        var unknown = list.unknownTo(db, transactions);
        if (!unknown.isEmpty() && !asked.withoutDisposals())
            throw new NotDone("The disposal list " + list.file() + " lacks " + unknown.size()
                    + " disposals that the backup knows of: it is another Heed's, or an old or damaged copy. Say where "
                    + "the newest one is with --heed.disposals=FILE; if it is lost, add --without-disposals.");
        var said = list.read();
        int again = list.settle(db, transactions, new Trail(db, transactions, clock));
        spoken.say("The disposal list names " + said.destroyed().size() + " records; " + again
                + " of them were in the backup and were destroyed again.");
        if (said.unread() > 0)
            spoken.say(said.unread() + " lines of the disposal list are not whole and were passed over.");
        for (var each : said.unsettled())
            spoken.say("It is not known whether the disposal of record " + each.record() + " in scope " + each.scope()
                    + " at " + each.at() + " was finished: it was left as it is. Look whether to dispose of it again.");
    }

    /** A start without {@code heed.disposals} finds all of it in the data directory. */
    private static void takeList(DisposalList list, DataDirectory directory) {
        var place = DisposalList.placeIn(directory.path());
        if (!place.equals(list.file()))
            DisposalList.at(place).takeOver(list);
    }
}
