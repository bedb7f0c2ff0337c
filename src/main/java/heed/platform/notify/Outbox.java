package heed.platform.notify;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mail waiting to leave, written in the transaction that causes it: if the act is undone there is no mail, and if the act
 * is kept the mail leaves, at least once.
 */
@Component
public class Outbox {
    private static final Pattern REF = Pattern.compile("[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{2}");
    private static final Duration STUCK = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Transactions transactions;
    private final Kinds kinds;
    private final Texts texts;
    private final ObjectProvider<Recipients> recipients;
    private final Clock clock;

    Outbox(JdbcClient db, Transactions transactions, Kinds kinds, Texts texts, ObjectProvider<Recipients> recipients,
            Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.kinds = kinds;
        this.texts = texts;
        this.recipients = recipients;
        this.clock = clock;
    }

    /**
     * Writes mail to somebody of the actor's scope, in the open transaction.
     *
     * @param mail   what kind, one that a {@link Mails} bean gives
     * @param ref    the reference put into it; null for none
     * @param urgent whether it leaves before mail that is not, and as a text too where the recipient has a number and texts
     *               can be sent
     * @throws IllegalStateException    if no transaction is open
     * @throws IllegalArgumentException if the reference is not one, or no module gives that kind of mail
     */
    public void add(Actor by, UUID recipient, Mail mail, @Nullable String ref, boolean urgent) {
        if (!transactions.open())
            throw new IllegalStateException("mail needs the transaction of what causes it: " + mail.name());
        if (ref != null && !REF.matcher(ref).matches())
            // Not quoted: a caller that mixed up its arguments must not put text in a log.
            throw new IllegalArgumentException("only a reference can be put into mail: " + mail.name());
        if (kinds.named(mail.name()).isEmpty())
            throw new IllegalArgumentException("no module gives this kind of mail: " + mail.name());
        write(by, recipient, mail, ref, urgent, Channel.MAIL);
        if (urgent && texts.possible()
                && recipients.orderedStream().anyMatch(r -> r.mobile(by.scope(), recipient).isPresent()))
            write(by, recipient, mail, ref, true, Channel.TEXT);
    }

    private void write(Actor by, UUID recipient, Mail mail, @Nullable String ref, boolean urgent, Channel channel) {
        db.sql("""
                insert into platform.outbox (id, scope_id, recipient, kind, ref, urgent, written_at, channel)
                values (:id, :scope, :recipient, :kind, :ref, :urgent, :now, :channel)""")
                .param("id", UUID.randomUUID()).param("scope", by.scope()).param("recipient", recipient)
                .param("kind", mail.name()).param("ref", ref).param("urgent", urgent)
                .param("now", Timestamp.from(clock.instant())).param("channel", channel.name())
                .update();
    }

    /**
     * A message that was written.
     *
     * @param id        its id
     * @param recipient to whom
     * @param subject   what it says
     * @param ref       the reference in it; null for none
     * @param text      whether it is a text and not mail
     * @param writtenAt when it was written
     * @param sentAt    when it left; null while it has not
     * @param failure   the class of what went wrong last; null where nothing did
     */
    public record Told(UUID id, UUID recipient, String subject, @Nullable String ref, boolean text, Instant writtenAt,
            @Nullable Instant sentAt, @Nullable String failure) {
        /** Whether it could not be sent so far. */
        public boolean failing() {
            return sentAt == null && failure != null;
        }
    }

    private static final String TOLD = "select id, recipient, kind, ref, channel, written_at, sent_at, failure from platform.outbox ";

    /** Everything written about a reference, oldest first. Whether the actor may see that is for the caller to have asked. */
    public List<Told> about(Actor by, String ref) {
        return transactions.inScope(by.scope(), () -> db
                .sql(TOLD + "where scope_id = :scope and ref = :ref order by written_at, id")
                .param("scope", by.scope()).param("ref", ref).query(this::told).list());
    }

    /**
     * What could not be sent so far, or was given up, in the actor's scope, latest first. What of it the actor may see is for
     * the caller to say.
     */
    public List<Told> failing(Actor by) {
        return transactions.inScope(by.scope(), () -> db
                .sql(TOLD
                        + "where scope_id = :scope and sent_at is null and failure is not null order by written_at desc, id")
                .param("scope", by.scope()).query(this::told).list());
    }

    /** Tries what failed again at the next round, for five days from now. What is sent or gone is left alone. */
    public void retry(Actor by, UUID id) {
        transactions.inScope(by.scope(), () -> {
            db.sql("""
                    update platform.outbox set attempts = 0, failed_at = null, failure = null, retried_at = :now
                    where scope_id = :scope and id = :id and sent_at is null""")
                    .param("now", Timestamp.from(clock.instant())).param("scope", by.scope()).param("id", id).update();
        });
    }

    private Told told(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var ref = row.getString("ref");
        var sent = row.getTimestamp("sent_at");
        return new Told(row.getObject("id", UUID.class), row.getObject("recipient", UUID.class),
                kinds.named(row.getString("kind")).map(kind -> Letter.of(kind, ref, "").subject())
                        .orElse("A message of another release of Heed"),
                ref, row.getString("channel").equals(Channel.TEXT.name()), row.getTimestamp("written_at").toInstant(),
                sent == null ? null : sent.toInstant(), row.getString("failure"));
    }

    /**
     * Counts mail of the actor's scope written before a moment as having left then: a past that is loaded whole must not
     * write to anybody. In the open transaction, or one of its own.
     *
     * @throws IllegalStateException for anyone but the system itself
     */
    public void passOver(Actor system, Instant before) {
        if (!system.equals(Actor.system(system.scope())))
            throw new IllegalStateException("only the system passes mail over");
        transactions.inScope(system.scope(), () -> {
            db.sql("""
                    update platform.outbox set sent_at = written_at
                    where scope_id = :scope and sent_at is null and written_at < :before""")
                    .param("scope", system.scope()).param("before", Timestamp.from(before)).update();
        });
    }

    /**
     * How mail fares in the whole installation: counts and the classes of failures, without references or people.
     */
    public MailHealth health() {
        return transactions.outsideScopes(() -> {
            var failures = new LinkedHashMap<String, Integer>();
            db.sql("""
                    select failure, count(*) as mails from platform.outbox
                    where sent_at is null and failure is not null group by failure order by mails desc, failure""")
                    .query(row -> {
                        failures.put(row.getString("failure"), row.getInt("mails"));
                    });
            int waiting = db.sql("select count(*) from platform.outbox where sent_at is null").query(Integer.class)
                    .single();
            int late = db.sql("select count(*) from platform.outbox where sent_at is null and written_at < :since")
                    .param("since", Timestamp.from(clock.instant().minus(STUCK))).query(Integer.class).single();
            boolean left = db.sql("select exists (select 1 from platform.outbox where sent_at is not null)")
                    .query(Boolean.class).single();
            return new MailHealth(waiting, late, failures, left);
        });
    }
}
