package heed.platform.backup;

import heed.platform.Actor;
import heed.platform.db.Cluster;
import heed.platform.db.Private;
import heed.platform.db.StoredFile;
import heed.platform.db.Transactions;
import heed.platform.seal.DisposalList;
import heed.platform.seal.InstallationKey;
import heed.platform.seal.RecordKey;
import heed.platform.seal.SealBroken;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * {@code export DIR}: every record in a form that needs no Heed to be read, with what is encrypted opened: a folder for each
 * recording scope, a file of JSON lines for each table. All of it is of one moment. Each scope's audit log says so before a
 * row is read.
 */
final class Export {
    private static final int PATIENCE = 30;
    private static final int AT_ONCE = 200;
    private static final String DATABASE = "heed";
    private static final String WARNING = """
            EVERYTHING IN HERE CAN BE READ BY WHOEVER HAS IT.

            This folder holds what people told Heed about children and adults at risk, opened: names, addresses, accounts,
            decisions and replies. Heed no longer protects it, and nobody's reading of it is in the audit log. Give it to
            nobody who does not need it, move it only encrypted, and delete it when it has served.

            index.json says what is here, of which moment, how many rows there are, and what was left out and why. Each
            file holds one JSON object on each line, one for each row.
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Asked asked;
    private final Spoken spoken;
    private final Clock clock;
    private final Map<String, Opening> openings = Opening.all();
    private final List<FilesOut> filesOut = SpringFactoriesLoader.forDefaultResourceLocation().load(FilesOut.class);
    private final Set<String> inFiles = new HashSet<>();
    private final List<Indexed> index = new ArrayList<>();
    private long disposed;

    /** A file of the export, as its index tells it. */
    private record Indexed(String file, long rows, String sha256) {
    }

    Export(Asked asked, Spoken spoken, Clock clock) {
        this.asked = asked;
        this.spoken = spoken;
        this.clock = clock;
        filesOut.forEach(each -> inFiles.addAll(each.columns()));
    }

    void run() throws IOException, SQLException {
        asked.refuseInsideData();
        asked.refuseTaken("an export");
        var key = asked.masterKey();
        if (key == null)
            throw new NotDone("An export opens what is encrypted and needs the master key, which is not at "
                    + asked.key() + ": say where it is with --heed.master-key=FILE.");
        var external = asked.external();
        if (external != null) {
            export(external, asked.externalUser(), asked.externalPassword(), key);
        } else {
            try (var cluster = Commands.evenIfStopped(Cluster.reach(asked.data(), asked.programs(), PATIENCE))) {
                export(cluster.url(DATABASE), "heed_app", cluster.appPassword(), key);
            }
        }
    }

    private void export(String url, String user, String password, heed.platform.seal.MasterKey key)
            throws IOException, SQLException {
        spoken.say("THIS WRITES EVERYTHING IN HEED IN A FORM THAT ANYBODY CAN READ, names and accounts included, to "
                + asked.folder() + ". It is in the audit log of every scope.");
        var draft = asked.beside("unfinished");
        var source = new DriverManagerDataSource(url, user, password);
        try (Connection reading = DriverManager.getConnection(url, user, password)) {
            var db = JdbcClient.create(new SingleConnectionDataSource(reading, true));
            var tables = Tables.all(db);
            refuseUnknown(tables);
            var trailed = new TreeSet<UUID>();
            trail(source, scopes(db, tables), trailed);
            reading.setAutoCommit(false);
            reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var taken = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
            // The first query settles which moment is read. A scope opened since is told before its rows are.
            var scopes = scopes(db, tables);
            trail(source, scopes, trailed);
            Private.folder(draft);
            try {
                Private.write(draft.resolve("UNFINISHED.txt"), "This export is not finished. Delete it.\n\n" + WARNING);
                var seals = new Seals(key, db, clock, DisposalList.at(draft.resolve("none.txt")));
                Files.delete(draft.resolve("none.txt"));
                var installation = new InstallationKey(key, db);
                int done = 0;
                for (var scope : scopes) {
                    spoken.say("Scope " + ++done + " of " + scopes.size());
                    db.sql("select set_config('heed.scope', ?, true)").param(scope.toString()).query(String.class)
                            .single();
                    scope(scope, draft, db, tables, seals, installation);
                }
                for (var table : tables)
                    if (!table.scoped() && !withheld(table.name()))
                        table(table, null, draft, "installation", db, new Opening.Keys(Actor.INSTALLATION, seals,
                                installation));
                finish(draft, taken, tables, scopes);
                Files.move(draft, asked.folder(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                Private.sync(asked.folder().resolveSibling("."));
            } finally {
                FileSystemUtils.deleteRecursively(draft);
            }
        } catch (SealBroken e) {
            throw new NotDone("Something encrypted does not open (" + e.getMessage()
                    + "): the master key may be another one. Nothing was exported.", e);
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException sql)
                throw sql;
            throw e;
        }
        spoken.say("Done: " + asked.folder() + ", " + index.stream().mapToLong(Indexed::rows).sum()
                + " rows in " + index.size() + " files."
                + (disposed == 0 ? "" : " " + disposed + " values of records that were disposed of are empty."));
        spoken.say("EVERYTHING IN IT CAN BE READ BY WHOEVER HAS IT. Delete it when it has served.");
    }

    /** Bytes and digests that nobody said how to open would otherwise leave as they are, or be forgotten. */
    private void refuseUnknown(List<Tables.Table> tables) {
        for (var table : tables)
            for (var column : table.columns()) {
                var name = table.name() + "." + column.name();
                if ((column.type().equals("bytea") || column.type().equals("bytea[]"))
                        && !openings.containsKey(name) && !withheld(table.name()) && !inFiles.contains(name))
                    throw new NotDone("This release of Heed does not know how to open " + name
                            + ": the database is of another release. Start that one's export.");
            }
    }

    private boolean withheld(String name) {
        var opening = openings.get(name);
        return opening != null && !opening.opens();
    }

    /** Every scope that any table outside row-level security names, and what happened before one was known. */
    private static Set<UUID> scopes(JdbcClient db, List<Tables.Table> tables) {
        var all = new LinkedHashSet<UUID>();
        all.add(Actor.INSTALLATION);
        var open = Set.copyOf(db.sql("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and not c.relrowsecurity""").query(String.class).list());
        for (var table : tables)
            if (table.scoped() && open.contains(table.name()))
                all.addAll(db.sql("select distinct scope_id from " + table.name() + " where scope_id is not null")
                        .query(UUID.class).list());
        return all;
    }

    private void trail(DriverManagerDataSource source, Set<UUID> scopes, Set<UUID> trailed) {
        var db = JdbcClient.create(source);
        var transactions = new Transactions(new JdbcTransactionManager(source), db);
        var trail = new Trail(db, transactions, clock);
        for (var scope : scopes)
            if (trailed.add(scope))
                transactions.inScope(scope,
                        () -> trail.add(Actor.system(scope), Trace.of("scope.export", scope).because("command")));
    }

    private void scope(UUID scope, Path draft, JdbcClient db, List<Tables.Table> tables, Seals seals,
            InstallationKey installation) throws IOException {
        var folder = "scope-" + scope;
        var keys = new Opening.Keys(scope, seals, installation);
        for (var table : tables)
            if (table.scoped() && !withheld(table.name()))
                table(table, scope, draft, folder, db, keys);
        var shelf = new Shelf(draft, folder);
        for (var each : filesOut)
            each.give(scope, db, seals, shelf);
        shelf.close();
    }

    private void table(Tables.Table table, @Nullable UUID scope, Path draft, String folder, JdbcClient db,
            Opening.Keys keys) throws IOException {
        var columns = new ArrayList<Tables.Column>();
        for (var column : table.columns())
            if (!withheld(table.name() + "." + column.name()) && !inFiles.contains(table.name() + "." + column.name()))
                columns.add(column);
        var sql = "select " + columns.stream().map(Tables.Column::name).collect(Collectors.joining(", ")) + " from "
                + table.name() + (scope == null ? "" : " where scope_id = '" + scope + "'")
                + (table.key().isEmpty() ? "" : " order by " + String.join(", ", table.key()));
        Private.folder(draft.resolve(folder));
        var path = folder + "/" + table.name() + ".jsonl";
        long rows = 0;
        try (var out = new BufferedWriter(
                Channels.newWriter(Private.fresh(draft.resolve(path)), StandardCharsets.UTF_8));
                var stream = db.sql(sql).withFetchSize(AT_ONCE).query((row, n) -> row(row, columns)).stream()) {
            var some = new ArrayList<Map<String, @Nullable Object>>();
            for (var each = stream.iterator(); each.hasNext();) {
                some.add(each.next());
                rows++;
                if (some.size() == AT_ONCE || !each.hasNext()) {
                    write(table, some, keys, out);
                    some.clear();
                }
            }
        }
        if (rows == 0) {
            Files.delete(draft.resolve(path));
            return;
        }
        index.add(new Indexed(path, rows, StoredFile.read(draft, path).sha256()));
    }

    private static Map<String, @Nullable Object> row(ResultSet row, List<Tables.Column> columns) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++)
            values.put(columns.get(i).name(), value(row, i + 1, columns.get(i).type()));
        return values;
    }

    private static @Nullable Object value(ResultSet row, int place, String type) throws SQLException {
        if (type.startsWith("timestamp with")) {
            var at = row.getObject(place, OffsetDateTime.class);
            return at == null ? null : at.withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString();
        }
        if (type.endsWith("[]")) {
            var array = row.getArray(place);
            return array == null ? null : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
        }
        var value = type.equals("bytea") ? row.getBytes(place) : row.getObject(place);
        return value == null || value instanceof Number || value instanceof Boolean || value instanceof byte[]
                ? value
                : value.toString();
    }

    private void write(Tables.Table table, List<Map<String, @Nullable Object>> rows, Opening.Keys keys,
            BufferedWriter out) throws IOException {
        var sealed = table.columns().stream().map(column -> openings.get(table.name() + "." + column.name()))
                .filter(java.util.Objects::nonNull).filter(Opening::opens).toList();
        for (var opening : sealed)
            open(opening, rows, keys);
        for (var row : rows) {
            out.write(JSON.writeValueAsString(row));
            out.write('\n');
        }
    }

    private void open(Opening opening, List<Map<String, @Nullable Object>> rows, Opening.Keys keys) {
        Map<UUID, RecordKey> found = new HashMap<>();
        if (opening.by() == Opening.By.RECORD)
            found.putAll(keys.of(rows.stream().map(row -> id(row, opening.recordColumn())).distinct().toList()));
        for (var row : rows)
            if (row.get(opening.name()) instanceof byte[] bytes) {
                var record = opening.by() == Opening.By.RECORD ? id(row, opening.recordColumn()) : null;
                if (record != null && !found.containsKey(record)) {
                    disposed(opening, record, keys);
                    row.put(opening.name(), null);
                    continue;
                }
                var opened = opening.open(bytes, String.valueOf(row.get(opening.rowColumn())),
                        record == null ? null : found.get(record), keys);
                row.put(opening.name(), opening.json() ? new RawValue(opened) : opened);
            }
    }

    /** A key may be gone because the record was disposed of, and for no other reason. */
    private void disposed(Opening opening, UUID record, Opening.Keys keys) {
        if (!keys.seals().disposed(keys.scope(), record))
            throw new NotDone("The key of record " + record + " in " + opening.table()
                    + " is missing, and it was not disposed of: the database is damaged. Nothing was exported.");
        disposed++;
    }

    private static UUID id(Map<String, @Nullable Object> row, String column) {
        return UUID.fromString(String.valueOf(row.get(column)));
    }

    private void finish(Path draft, Instant taken, List<Tables.Table> tables, Set<UUID> scopes) throws IOException {
        var leftOut = new LinkedHashMap<String, String>();
        for (var opening : openings.values())
            if (!opening.opens() && tables.stream().anyMatch(table -> opening.column().startsWith(table.name())))
                leftOut.put(opening.column(), opening.why());
        var whole = new LinkedHashMap<String, Object>();
        whole.put("format", "1");
        whole.put("heed", Commands.release());
        whole.put("taken", taken.toString());
        whole.put("scopes", scopes.stream().map(UUID::toString).toList());
        whole.put("files", index);
        whole.put("left_out", leftOut);
        Private.write(draft.resolve("index.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n");
        Private.write(draft.resolve("README.txt"), WARNING);
        Files.delete(draft.resolve("UNFINISHED.txt"));
        try (var all = Files.walk(draft)) {
            for (var each : all.toList())
                Private.sync(each);
        }
    }

    /** Files of one scope, kept under their ids: a name that somebody typed is not a safe one for a disk. */
    private final class Shelf implements FilesOut.Shelf {
        private final Path draft;
        private final String folder;
        private final List<Map<String, Object>> lines = new ArrayList<>();

        Shelf(Path draft, String folder) {
            this.draft = draft;
            this.folder = folder + "/files";
        }

        @Override
        public void put(UUID id, String name, Map<String, String> about, java.io.InputStream bytes)
                throws IOException {
            Private.folder(draft.resolve(folder));
            var stored = StoredFile.write(bytes, draft, folder + "/" + id, length -> {
            });
            var line = new LinkedHashMap<String, Object>(about);
            line.put("id", id.toString());
            line.put("name", name);
            line.put("bytes", stored.bytes());
            line.put("sha256", stored.sha256());
            lines.add(line);
        }

        void close() throws IOException {
            if (lines.isEmpty())
                return;
            var path = folder + ".jsonl";
            var text = lines.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n")) + "\n";
            Private.write(draft.resolve(path), text);
            index.add(new Indexed(path, lines.size(), StoredFile.read(draft, path).sha256()));
        }
    }
}
