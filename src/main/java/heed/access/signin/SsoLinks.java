package heed.access.signin;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.seal.InstallationKey;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Which accounts of other systems sign whom in here. An account is linked by its owner, who was signed in or held an
 * invitation, and never by its mail address: whoever runs the other system could give that to anyone.
 */
@Service
class SsoLinks {
    private final JdbcClient db;
    private final LocalAccounts accounts;
    private final Transactions transactions;
    private final Trail trail;
    private final Outbox outbox;
    private final InstallationKey key;
    private final Clock clock;

    /** One of somebody's. */
    record Link(UUID id, String provider, Instant at) {
    }

    SsoLinks(JdbcClient db, LocalAccounts accounts, Transactions transactions, Trail trail, Outbox outbox,
            InstallationKey key, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.transactions = transactions;
        this.trail = trail;
        this.outbox = outbox;
        this.key = key;
        this.clock = clock;
    }

    /** Whom an account elsewhere signs in, while they may sign in at all. */
    Optional<Account> whom(String issuer, String subject) {
        return db.sql("select staff_id from access.sso_link where subject = :subject")
                .param("subject", token(issuer, subject)).query(UUID.class).optional().flatMap(accounts::of)
                .filter(a -> !a.closed() && !a.demo());
    }

    /** Signs somebody in; whoever asks has checked that the provider proved enough. */
    SignedIn signIn(Account account, Actor stranger) {
        transactions.inScope(account.scope(),
                () -> trail.add(acting(account, stranger),
                        Trace.of("signin.done", account.staff()).because(Strength.SSO.name())));
        return new SignedIn(account.staff(), account.scope(), Strength.SSO, clock.instant());
    }

    /** Links an account elsewhere to the actor's, and tells them by mail; whether nobody had linked it. */
    boolean link(Actor by, String provider, String issuer, String subject) {
        return transactions.inScope(by.scope(), () -> {
            if (db.sql("""
                    insert into access.sso_link (id, staff_id, subject, provider, linked_at)
                    values (:id, :staff, :subject, :provider, :now) on conflict do nothing""")
                    .param("id", UUID.randomUUID()).param("staff", by.staff())
                    .param("subject", token(issuer, subject)).param("provider", provider)
                    .param("now", Timestamp.from(clock.instant())).update() == 0)
                return false;
            trail.add(by, Trace.of("signin.link", by.staff()).because(provider));
            outbox.add(by, by.staff(), SignInMail.WAYS_CHANGED, null, false);
            return true;
        });
    }

    /** Uses an invitation to link an account elsewhere; empty where either can no longer be used. */
    Optional<Account> accept(Actor stranger, String invitation, String provider, String issuer, String subject) {
        var account = accounts.invited(invitation);
        if (account.isEmpty())
            return Optional.empty();
        var by = acting(account.get(), stranger);
        return transactions.inScope(by.scope(), () -> {
            if (!accounts.useInvitation(invitation))
                return Optional.empty();
            if (!link(by, provider, issuer, subject))
                throw Refusal.NOT_ALLOWED_NOW.because("linked already");
            return account;
        });
    }

    /** The actor's own, the latest first. */
    List<Link> own(Actor by) {
        return db.sql("""
                select id, provider, linked_at from access.sso_link where staff_id = :staff
                order by linked_at desc, id""").param("staff", by.staff())
                .query((row, n) -> new Link(row.getObject("id", UUID.class), row.getString("provider"),
                        row.getTimestamp("linked_at").toInstant()))
                .list();
    }

    /**
     * Removes one of the actor's own, and tells them by mail.
     *
     * @throws heed.platform.Refused as not found, where it is not theirs; as not allowed now where it is their last way in
     */
    void remove(Actor by, UUID id) {
        transactions.inScope(by.scope(), () -> {
            accounts.lock(by.staff());
            if (db.sql("delete from access.sso_link where id = :id and staff_id = :staff").param("id", id)
                    .param("staff", by.staff()).update() == 0)
                throw Refusal.NOT_FOUND.because("no such link of theirs");
            if (!accounts.canSignIn(by.staff()))
                throw Refusal.NOT_ALLOWED_NOW.because("the last way to sign in");
            trail.add(by, Trace.of("signin.unlink", by.staff()));
            outbox.add(by, by.staff(), SignInMail.WAYS_CHANGED, null, false);
        });
    }

    /** Notes in the audit log that a sign-in elsewhere signed nobody in here. */
    void refused(Actor by, String why) {
        trail.refused(by, Trace.of("signin.try").because(why));
    }

    private static Actor acting(Account account, Actor stranger) {
        return new Actor(account.staff(), account.scope(), Actor.NOBODY, Set.of(), stranger.from());
    }

    /** The issuer's length keeps two pairs apart that would read alike joined. */
    private byte[] token(String issuer, String subject) {
        return key.token("access.sso_link.subject", issuer.length() + " " + issuer + " " + subject);
    }
}
