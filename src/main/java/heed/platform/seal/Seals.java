package heed.platform.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PrfSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands out the keys that seal what is stored: master key &rarr; scope key &rarr; record key &rarr; text.
 * <p>
 * Every key is a Tink AES-256-GCM keyset in compact binary form, record keys too. A bare 256-bit key would be smaller
 * by some 75 bytes a record and a few microseconds faster to open, but could not be told from its successor: with a
 * keyset, sealed text and wrapped keys both name the key that made them, so a newer key can be added at any level while
 * older text still opens. Opening fifty records with their keys costs one query and well under ten milliseconds.
 * <p>
 * Deleting a record's row of {@code platform.record_key} makes what was sealed for it unreadable for good. So that this
 * holds, bare record keys are never kept in memory beyond their use; bare scope keys are, for the last few hundred
 * scopes.
 * <p>
 * Every call runs in the caller's transaction with the caller's scope set: under row-level security the keys of another
 * scope are not there.
 */
@Component
public final class Seals {
    private static final int SCOPES_REMEMBERED = 256;

    private final MasterKey master;
    private final JdbcClient db;
    private final Clock clock;
    private final DisposalList disposals;
    private final Map<UUID, ScopeKeys> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ScopeKeys> eldest) {
            return size() > SCOPES_REMEMBERED;
        }
    };

    /** The two keys of a scope: one seals and wraps, one makes search tokens. */
    private record ScopeKeys(Aead sealing, PrfSet index) {
    }

    /** Keys wrapped under {@code master}, kept in {@code db}, dated by {@code clock}, destroyed as {@code disposals} says. */
    public Seals(MasterKey master, JdbcClient db, Clock clock, DisposalList disposals) {
        this.master = master;
        this.db = db;
        this.clock = clock;
        this.disposals = disposals;
    }

    /**
     * Makes the keys of a new scope, in that scope's transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException
     *             if the scope has its keys already
     */
    public void openScope(UUID scope) {
        db.sql("""
                insert into platform.scope_key (scope_id, wrapped, index_wrapped, created_at)
                values (:scope, :wrapped, :index, :now)
                """).param("scope", scope)
                .param("wrapped",
                        Keysets.wrap(Keysets.fresh(Keysets.SEALING), master.wrapping(), scopePlace("wrapped", scope)))
                .param("index",
                        Keysets.wrap(Keysets.fresh(Keysets.TOKENS), master.wrapping(),
                                scopePlace("index_wrapped", scope)))
                .param("now", now()).update();
        forgetUnlessCommitted(scope);
    }

    /**
     * Makes the key of a new record.
     *
     * @throws SealBroken
     *             if the scope has no keys or they do not open
     * @throws org.springframework.dao.DuplicateKeyException
     *             if the record has its key already
     */
    public RecordKey newKey(UUID scope, UUID record) {
        KeysetHandle keyset = Keysets.fresh(Keysets.SEALING);
        db.sql("""
                insert into platform.record_key (scope_id, record_id, wrapped, created_at)
                values (:scope, :record, :wrapped, :now)
                """).param("scope", scope).param("record", record)
                .param("wrapped", Keysets.wrap(keyset, scopeKeys(scope).sealing(), recordPlace(scope, record)))
                .param("now", now()).update();
        return new RecordKey(Keysets.aead(keyset), scope, record);
    }

    /**
     * The key of a record.
     *
     * @throws SealBroken
     *             if it is not there (another scope's, disposed of, never made) or does not open
     */
    public RecordKey key(UUID scope, UUID record) {
        RecordKey found = keys(scope, Set.of(record)).get(record);
        if (found == null) {
            throw new SealBroken("There is no key in platform.record_key.wrapped for record " + record + ", scope "
                    + scope + ".");
        }
        return found;
    }

    /**
     * Destroys a record's key: what was sealed with it can never be opened again, and the disposal list sees to it that no
     * backup brings it back. A record without a key is left as it is.
     *
     * @throws IllegalStateException
     *             outside a transaction
     */
    public void destroy(UUID scope, UUID record) {
        int gone = db.sql("delete from platform.record_key where scope_id = :scope and record_id = :record")
                .param("scope", scope)
                .param("record", record)
                .update();
        if (gone > 0) {
            Disposal disposal = new Disposal(scope, record, clock.instant());
            DisposalList.note(disposal, db);
            disposals.follow(disposal);
        }
    }

    /** Whether a record's key was destroyed on purpose. */
    public boolean disposed(UUID scope, UUID record) {
        return db.sql("""
                select exists (select from platform.disposal where scope_id = :scope and record_id = :record)""")
                .param("scope", scope)
                .param("record", record)
                .query(Boolean.class)
                .single();
    }

    /**
     * The keys of many records in one query, for lists.
     *
     * @return one key per record that has one: a record disposed of in the meantime is left out, so that it does not
     *         take the rest of the list with it
     * @throws SealBroken
     *             if a key is there and does not open
     */
    public Map<UUID, RecordKey> keys(UUID scope, Collection<UUID> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        record Row(UUID recordId, byte[] wrapped) {
        }
        var rows = db.sql("""
                select record_id, wrapped from platform.record_key
                where scope_id = :scope and record_id = any(:records)
                """).param("scope", scope).param("records", records.toArray(UUID[]::new)).query((row, n) -> new Row(
                row.getObject("record_id", UUID.class), row.getBytes("wrapped"))).list();
        if (rows.isEmpty()) {
            return Map.of();
        }
        Aead above = scopeKeys(scope).sealing();
        Map<UUID, RecordKey> found = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            KeysetHandle keyset = Keysets.unwrap(row.wrapped(), above, recordPlace(scope, row.recordId()));
            found.put(row.recordId(), new RecordKey(Keysets.aead(keyset), scope, row.recordId()));
        }
        return found;
    }

    /**
     * The key for what belongs to a scope and to no one record in it, such as the names of staff.
     *
     * @throws SealBroken
     *             if the scope has no keys or they do not open
     */
    public RecordKey scopeKey(UUID scope) {
        return new RecordKey(scopeKeys(scope).sealing(), scope, null);
    }

    /** The key that makes a scope's search tokens. */
    PrfSet index(UUID scope) {
        return scopeKeys(scope).index();
    }

    private ScopeKeys scopeKeys(UUID scope) {
        synchronized (remembered) {
            ScopeKeys known = remembered.get(scope);
            if (known != null) {
                return known;
            }
        }
        // Read outside the lock: one scope's slow query must not hold up every other scope.
        ScopeKeys read = read(scope);
        synchronized (remembered) {
            remembered.put(scope, read);
        }
        return read;
    }

    private ScopeKeys read(UUID scope) {
        return db.sql("select wrapped, index_wrapped from platform.scope_key where scope_id = :scope")
                .param("scope", scope)
                .query((row, n) -> new ScopeKeys(
                        Keysets.aead(Keysets.unwrap(row.getBytes("wrapped"), master.wrapping(),
                                scopePlace("wrapped", scope))),
                        Keysets.prf(Keysets.unwrap(row.getBytes("index_wrapped"), master.wrapping(),
                                scopePlace("index_wrapped", scope)))))
                .optional().orElseThrow(() -> new SealBroken(
                        "There is no key in platform.scope_key.wrapped for scope " + scope + "."));
    }

    /** A key read in a transaction that is then rolled back exists nowhere else, so nothing more may be sealed by it. */
    private void forgetUnlessCommitted(UUID scope) {
        forget(scope);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        forget(scope);
                    }
                }
            });
        }
    }

    private void forget(UUID scope) {
        synchronized (remembered) {
            remembered.remove(scope);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String scopePlace(String column, UUID scope) {
        return "platform.scope_key." + column + " of scope " + scope;
    }

    private static String recordPlace(UUID scope, UUID record) {
        return "platform.record_key.wrapped of scope " + scope + ", record " + record;
    }
}
