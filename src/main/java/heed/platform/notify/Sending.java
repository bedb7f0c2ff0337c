package heed.platform.notify;

import heed.platform.db.Transactions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox, at least once: a mail that left just before a power cut leaves again, under the same
 * message id, so that a mail program can tell. What fails waits longer each time, from ten seconds to an hour, for five
 * days. Where nobody can be written to, it is tried no more.
 */
@Component
class Sending {
    static final String NO_ADDRESS = "NoAddress";
    static final String NO_NUMBER = "NoNumber";
    static final String UNKNOWN_KIND = "UnknownKind";
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration KEEPS_TRYING = Duration.ofDays(5);
    private static final int BATCH = 100;

    private final JdbcClient db;
    private final Transactions transactions;
    private final Kinds kinds;
    private final ObjectProvider<Recipients> recipients;
    private final MailServers servers;
    private final NotifyAccounts accounts;
    private final NotifyPost post;
    private final Site site;
    private final Clock clock;

    private record Waiting(UUID id, UUID scope, UUID recipient, String kind, @Nullable String ref, int attempts,
            @Nullable Timestamp failedAt, String channel) {
        Channel by() {
            return Channel.valueOf(channel);
        }

        boolean due(Instant now) {
            return failedAt == null || !now.isBefore(failedAt.toInstant().plus(waitAfter(attempts)));
        }
    }

    /** What became of one. */
    private enum Outcome {
        SENT, FAILED, SERVER_AWAY, TAKEN
    }

    Sending(JdbcClient db, Transactions transactions, Kinds kinds, ObjectProvider<Recipients> recipients,
            MailServers servers, NotifyAccounts accounts, NotifyPost post, Site site, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.kinds = kinds;
        this.recipients = recipients;
        this.servers = servers;
        this.accounts = accounts;
        this.post = post;
        this.site = site;
        this.clock = clock;
    }

    /** What messages leave through, as it is set at the beginning of a round. */
    private record Ways(@Nullable MailServer server, @Nullable NotifyAccount account) {
        /** Whether GOV.UK Notify takes messages of this channel. */
        boolean byNotify(Channel channel) {
            return account != null
                    && !(channel == Channel.TEXT ? account.textTemplate() : account.mailTemplate()).isEmpty();
        }

        boolean has(Channel channel) {
            return byNotify(channel) || channel == Channel.MAIL && server != null;
        }
    }

    /**
     * One round: everything that is due, danger first, oldest first. A way that is away is not asked again in the same round,
     * so that a round never waits a hundred times.
     *
     * @return how many left
     */
    int round() {
        var ways = new Ways(servers.now().orElse(null), accounts.now().orElse(null));
        var away = EnumSet.noneOf(Channel.class);
        for (var channel : Channel.values())
            if (!ways.has(channel))
                away.add(channel);
        int sent = 0;
        for (var waiting : away.size() == Channel.values().length ? List.<Waiting>of() : due(away)) {
            if (away.contains(waiting.by()))
                continue;
            var outcome = transactions.inScope(waiting.scope(), () -> attempt(waiting.id(), ways));
            if (outcome == Outcome.SERVER_AWAY)
                away.add(waiting.by());
            if (outcome == Outcome.SENT)
                sent++;
        }
        return sent;
    }

    /** How long to wait after so many failures. */
    static Duration waitAfter(int attempts) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private List<Waiting> due(Set<Channel> away) {
        var now = clock.instant();
        var due = new ArrayList<Waiting>();
        // Looked through in memory, so that what waits for its next try never hides what is due behind it.
        for (var waiting : transactions.outsideScopes(() -> db.sql("""
                select id, scope_id as scope, recipient, kind, ref, attempts, failed_at, channel
                from platform.outbox
                where sent_at is null and coalesce(retried_at, written_at) > :since
                  and (failure is null or not failure = any(:never))
                order by urgent desc, written_at, id""")
                .param("since", Timestamp.from(now.minus(KEEPS_TRYING)))
                .param("never", new String[]{NO_ADDRESS, NO_NUMBER})
                .query(Waiting.class).list())) {
            if (waiting.due(now) && !away.contains(waiting.by()) && due.size() < BATCH)
                due.add(waiting);
        }
        return due;
    }

    /** One message, in one transaction: taken, sent and marked, so that two nodes never send one at the same time. */
    private Outcome attempt(UUID id, Ways ways) {
        var taken = db.sql("""
                select id, scope_id as scope, recipient, kind, ref, attempts, failed_at, channel
                from platform.outbox
                where id = :id and sent_at is null for update skip locked""")
                .param("id", id).query(Waiting.class).optional();
        if (taken.isEmpty() || !taken.get().due(clock.instant()))
            return Outcome.TAKEN;
        var waiting = taken.get();
        var kind = kinds.named(waiting.kind());
        if (kind.isEmpty())
            return failed(id, UNKNOWN_KIND, Outcome.FAILED);
        var channel = waiting.by();
        var to = to(waiting, channel);
        if (to.isEmpty())
            return failed(id, channel == Channel.TEXT ? NO_NUMBER : NO_ADDRESS, Outcome.FAILED);
        var letter = Letter.of(kind.get(), waiting.ref(), site.address());
        var failure = ways.byNotify(channel)
                ? byNotify(ways, id, channel, to.get(), letter)
                : byMail(ways, id, to.get(), letter);
        if (failure != null)
            return failed(id, failure.name(), failure.away() ? Outcome.SERVER_AWAY : Outcome.FAILED);
        db.sql("update platform.outbox set sent_at = :now, attempts = attempts + 1, failed_at = null, failure = null where id = :id")
                .param("now", now()).param("id", id).update();
        return Outcome.SENT;
    }

    private Optional<String> to(Waiting waiting, Channel channel) {
        return recipients.orderedStream()
                .flatMap(r -> (channel == Channel.TEXT
                        ? r.mobile(waiting.scope(), waiting.recipient())
                        : r.address(waiting.scope(), waiting.recipient()).map(Address::mail)).stream())
                .findFirst();
    }

    /** Why one did not leave: the class of the failure, and whether the next would meet the same. */
    private record Failure(String name, boolean away) {
    }

    private @Nullable Failure byNotify(Ways ways, UUID id, Channel channel, String to, Letter letter) {
        var account = Objects.requireNonNull(ways.account(), "asked only where there is one");
        var answer = post.send(account, id, channel, to, letter);
        return answer.taken() ? null : new Failure(answer.failure(), answer.away());
    }

    private @Nullable Failure byMail(Ways ways, UUID id, String to, Letter letter) {
        var server = ways.server();
        if (server == null)
            return new Failure("NoMailServer", true);
        var sender = server.sender();
        try {
            sender.send(message(sender, server.from(), new Address(to), letter, id));
            return null;
        } catch (MessagingException | MailException e) {
            // One that was refused leaves the others be; anything else will meet the next one too.
            boolean refused = e instanceof MailSendException send && !send.getFailedMessages().isEmpty()
                    && send.getMessageExceptions().length > 0
                    && send.getMessageExceptions()[0] instanceof jakarta.mail.SendFailedException;
            return new Failure(cause(e), !refused && !(e instanceof MessagingException));
        }
    }

    private Outcome failed(UUID id, String failure, Outcome outcome) {
        db.sql("update platform.outbox set attempts = attempts + 1, failed_at = :now, failure = :failure where id = :id")
                .param("now", now()).param("failure", failure).param("id", id).update();
        return outcome;
    }

    private MimeMessage message(JavaMailSenderImpl sender, String from, Address to, Letter letter, UUID id)
            throws MessagingException {
        var message = new Numbered(sender, "<" + id + "@" + site.host() + ">");
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to.mail(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // Out-of-office answers would go to a box nobody reads, and tell who is away.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** The class of what went wrong underneath: a message would quote the address. */
    static String cause(Exception e) {
        Throwable cause = e;
        if (e instanceof MailSendException send && send.getMessageExceptions().length > 0)
            cause = send.getMessageExceptions()[0];
        while (cause.getCause() != null && cause.getCause() != cause)
            cause = cause.getCause();
        return cause.getClass().getSimpleName();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** A message whose id is ours, so that sending it again is seen as the same one. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        Numbered(JavaMailSenderImpl sender, String number) {
            super(sender.getSession());
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
