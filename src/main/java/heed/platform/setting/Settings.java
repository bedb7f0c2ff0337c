package heed.platform.setting;

import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.InstallationKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is set for the whole installation, encrypted whole under the installation's key: some of it is secret, and the
 * rest is nobody's business either. Every method joins the open transaction, or opens one. Who may change what, and
 * telling the audit log, is for the page that asks.
 */
@Component
public class Settings {
    private static final String COLUMN = "platform.setting.sealed";

    private final JdbcClient db;
    private final Transactions transactions;
    private final InstallationKey key;
    private final Clock clock;

    Settings(JdbcClient db, Transactions transactions, InstallationKey key, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.key = key;
        this.clock = clock;
    }

    /** What is set under a name; empty where nothing is. */
    public Optional<Setting> get(String name) {
        return transactions.outsideScopes(() -> db
                .sql("select sealed, version from platform.setting where name = :name")
                .param("name", name)
                .query((row, n) -> new Setting(key.open(row.getBytes("sealed"), COLUMN, name), row.getInt("version")))
                .optional());
    }

    /**
     * Sets it for the first time.
     *
     * @return whether it was: false where somebody had set it already, and theirs stays
     */
    public boolean begin(String name, String value) {
        return transactions.outsideScopes(() -> db.sql("""
                insert into platform.setting (name, sealed, version, changed_at) values (:name, :sealed, 0, :now)
                on conflict do nothing""")
                .param("name", name).param("sealed", key.seal(value, COLUMN, name)).param("now", now()).update() == 1);
    }

    /**
     * Changes it, or sets it for the first time.
     *
     * @param seenVersion the version the change was made from; -1 where nothing was set
     * @throws heed.platform.Refused as moved on where somebody changed it since
     */
    public void put(String name, String value, int seenVersion) {
        transactions.outsideScopes(() -> {
            boolean changed = seenVersion < 0
                    ? begin(name, value)
                    : db.sql("""
                            update platform.setting set sealed = :sealed, version = version + 1, changed_at = :now
                            where name = :name and version = :seen""")
                            .param("sealed", key.seal(value, COLUMN, name)).param("now", now()).param("name", name)
                            .param("seen", seenVersion).update() == 1;
            if (!changed)
                throw Refusal.MOVED_ON.because("the setting changed: " + name);
        });
    }

    /** Forgets it. */
    public void forget(String name) {
        transactions.outsideScopes(() -> {
            db.sql("delete from platform.setting where name = :name").param("name", name).update();
        });
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
