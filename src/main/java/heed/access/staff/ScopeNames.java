package heed.access.staff;

import heed.platform.names.KnownName;
import heed.platform.names.KnownNames;
import heed.platform.seal.Seals;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The opened names of those who work in a scope and have not left, for looking through a whole text at once. Opening and
 * reading some 1,300 names takes longer than comparing them, and they seldom change, so those of the last few scopes are kept in
 * memory, where the key that opens them is kept too. What is kept is used only while the table's count and sum of
 * versions are still the same: every change raises one of the two and nothing lowers either, so another node's change is
 * seen at once. They are kept only once the transaction that read them has ended well: what it wrote itself and took back
 * would have a stamp that a later change could have again.
 */
final class ScopeNames {
    private static final int SCOPES_REMEMBERED = 8;

    private final JdbcClient db;
    private final Seals seals;
    private final Map<UUID, Opened> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Opened> eldest) {
            return size() > SCOPES_REMEMBERED;
        }
    };

    /** The state of the table; both only ever grow. */
    record Stamp(long people, long versions) {
    }

    /**
     * Everyone's name.
     *
     * @param names by id
     * @param read  the same, read for looking through texts
     */
    record Opened(Stamp stamp, Map<UUID, String> names, KnownNames read) {
    }

    ScopeNames(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** The names, in the open transaction of the scope. */
    Opened of(UUID scope) {
        // Read before the names: names newer than their stamp are read again next time, never the reverse.
        var stamp = db.sql("select count(*) as people, coalesce(sum(version), 0) as versions from access.staff")
                .query(Stamp.class).single();
        synchronized (remembered) {
            var known = remembered.get(scope);
            if (known != null && known.stamp().equals(stamp))
                return known;
        }
        var key = seals.scopeKey(scope);
        var names = new HashMap<UUID, String>();
        db.sql("select id, name from access.staff where left_at is null").query(row -> {
            var id = row.getObject("id", UUID.class);
            names.put(id, key.open(row.getBytes("name"), Columns.NAME, id));
        });
        var opened = new Opened(stamp, Map.copyOf(names), KnownNames.of(names.entrySet().stream()
                .map(person -> new KnownName(person.getKey(), person.getValue())).toList()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                synchronized (remembered) {
                    remembered.put(scope, opened);
                }
            }
        });
        return opened;
    }
}
