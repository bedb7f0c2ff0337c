package heed.platform.backup;

import heed.platform.seal.DisposalList;
import heed.platform.seal.InstallationKey;
import heed.platform.seal.MasterKey;
import heed.platform.seal.SealBroken;
import heed.platform.seal.Seals;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks whether a database that came out of a backup is whole. */
final class Trying {
    private final JdbcClient db;

    /** @param superuser of the database, by itself */
    Trying(Connection superuser) {
        this.db = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
    }

    JdbcClient db() {
        return db;
    }

    Map<String, Long> rows() {
        return Tables.rows(db);
    }

    /**
     * Reads every page of every table and index, with PostgreSQL's own checks (amcheck) and page checksums.
     *
     * @throws NotDone when one is not whole
     */
    void sound() {
        try {
            db.sql("create extension if not exists amcheck").update();
            var torn = db
                    .sql("""
                    select distinct c.oid::regclass::text from pg_class c
                    cross join lateral verify_heapam(c.oid::regclass) where c.relkind in ('r', 't', 'm') and c.relpersistence = 'p'""")
                    .query(String.class).list();
            if (!torn.isEmpty())
                throw new NotDone("The copied database is not whole: " + String.join(", ", torn) + ".");
            for (String index : db.sql("""
                    select c.oid, a.amname from pg_class c join pg_am a on a.oid = c.relam
                    join pg_index i on i.indexrelid = c.oid
                    where c.relkind = 'i' and c.relpersistence = 'p' and i.indisvalid
                      and a.amname in ('btree', 'gin')""")
                    .query((row, n) -> row.getString("amname").equals("btree")
                            ? "select bt_index_check(" + row.getLong("oid") + "::regclass, true)::text"
                            : "select gin_index_check(" + row.getLong("oid") + "::regclass)::text")
                    .list())
                db.sql(index).query((row, n) -> 0).list();
            db.sql("drop extension amcheck").update();
        } catch (DataAccessException e) {
            throw new NotDone("The copied database is not whole: PostgreSQL's own check of it failed (code "
                    + code(e) + ").", e);
        }
    }

    /**
     * Opens a value of every encrypted column that holds one.
     *
     * @return of how many columns
     * @throws NotDone when the key is another one, or something does not open
     */
    int opens(MasterKey master, Path place, Clock clock, Path anywhere) {
        if (!InstallationKey.kept(db))
            return 0;
        int opened = 0;
        var installation = installation(master, place);
        var seals = new Seals(master, db, clock, DisposalList.at(anywhere));
        var columns = Tables.all(db).stream()
                .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                .collect(Collectors.toSet());
        for (var opening : Opening.all().values())
            if (opening.opens() && columns.contains(opening.column()) && one(opening, seals, installation))
                opened++;
        return opened;
    }

    private InstallationKey installation(MasterKey master, Path place) {
        try {
            return new InstallationKey(master, db);
        } catch (SealBroken e) {
            throw new NotDone("The master key " + place + " does not open this database: it is another one.", e);
        }
    }

    private boolean one(Opening opening, Seals seals, @Nullable InstallationKey installation) {
        record Found(UUID scope, @Nullable UUID record, String row, byte[] sealed) {
        }
        var record = opening.by() == Opening.By.RECORD ? opening.recordColumn() : "null::uuid";
        var scoped = opening.by() == Opening.By.INSTALLATION ? "'" + new UUID(0, 0) + "'::uuid" : "scope_id";
        // Of a record that was disposed of the rows may still be there, without a key.
        var keyed = opening.by() == Opening.By.RECORD
                ? " and exists (select from platform.record_key k where k.scope_id = t.scope_id and k.record_id = t."
                        + record + ")"
                : "";
        var some = db.sql("select " + scoped + " as scope, " + record + " as record, " + opening.rowColumn()
                + "::text as row, " + opening.name() + " as sealed from " + opening.table() + " t where "
                + opening.name() + " is not null" + keyed + " limit 1")
                .query((row, n) -> new Found(row.getObject("scope", UUID.class), row.getObject("record", UUID.class),
                        row.getString("row"), row.getBytes("sealed")))
                .optional();
        if (some.isEmpty())
            return false;
        var found = some.get();
        var keys = new Opening.Keys(found.scope(), seals, installation);
        try {
            opening.open(found.sealed(), found.row(),
                    found.record() == null ? null : keys.of(List.of(found.record())).get(found.record()), keys);
            return true;
        } catch (SealBroken e) {
            throw new NotDone("An encrypted value of " + opening.column() + " does not open.", e);
        }
    }

    private static String code(DataAccessException e) {
        return e.getMostSpecificCause() instanceof java.sql.SQLException sql ? sql.getSQLState() : "?";
    }
}
