package heed.access.staff;

import heed.platform.db.Transactions;
import heed.platform.notify.Address;
import heed.platform.notify.Recipients;
import heed.platform.seal.Seals;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Staff's addresses for the job that sends mail. Not in the audit log: nobody sees them but the mail server, and what was
 * sent to whom is in the outbox.
 */
@Component
class StaffMail implements Recipients {
    private final JdbcClient db;
    private final Transactions transactions;
    private final Seals seals;
    private final Clock clock;

    StaffMail(JdbcClient db, Transactions transactions, Seals seals, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public Optional<Address> address(UUID scope, UUID staff) {
        return transactions.inScope(scope, () -> db
                .sql("select mail from access.staff where id = :id and (left_at is null or left_at > :now)")
                .param("id", staff).param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Address(seals.scopeKey(scope).open(row.getBytes("mail"), Columns.MAIL, staff)))
                .optional());
    }

    @Override
    public Optional<String> mobile(UUID scope, UUID staff) {
        return transactions.inScope(scope, () -> db.sql("""
                select mobile from access.staff
                where id = :id and mobile is not null and (left_at is null or left_at > :now)""")
                .param("id", staff).param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> seals.scopeKey(scope).open(row.getBytes("mobile"), Columns.MOBILE, staff))
                .optional());
    }
}
