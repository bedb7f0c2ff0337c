package heed.access.signin;

import heed.access.Accounts;
import heed.access.OpenSession;
import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.seal.InstallationKey;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts kept in Heed's own database, found by a keyed digest of the mail address. */
@Component
class LocalAccounts implements Accounts {
    private static final Duration INVITED_FOR = Duration.ofHours(72);
    private static final int TOKEN_BYTES = 32;
    private static final String COLUMNS = "staff_id, scope_id, password, code_secret, code_confirmed_at, demo, closed_at";

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final InstallationKey key;
    private final Clock clock;
    private final OpenSessions open;
    private final Outbox outbox;
    private final boolean demo;
    private final SecureRandom random = new SecureRandom();

    LocalAccounts(JdbcClient db, Transactions transactions, Trail trail, InstallationKey key, Clock clock,
            OpenSessions open, Outbox outbox, Environment environment) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.key = key;
        this.clock = clock;
        this.open = open;
        this.outbox = outbox;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void open(Actor by, UUID staff, UUID scope, String mail, boolean demoAccount) {
        allowed(by);
        if (!scope.equals(by.scope()))
            throw Refusal.NOT_FOUND.because("another scope");
        if (demoAccount && !demo)
            throw new IllegalStateException("accounts for demonstration exist in the demo profile only");
        transactions.inScope(scope, () -> {
            if (db.sql("select count(*) from access.staff where id = :staff").param("staff", staff)
                    .query(Long.class).single() == 0)
                throw Refusal.NOT_FOUND.because("no such person");
            var added = db.sql("""
                    insert into access.account (staff_id, scope_id, mail_token, demo)
                    values (:staff, :scope, :mail, :demo) on conflict do nothing""")
                    .param("staff", staff).param("scope", scope).param("mail", mailToken(mail))
                    .param("demo", demoAccount).update();
            if (added == 0)
                throw Refusal.NOT_ALLOWED_NOW.because("account exists");
            trail.add(by, Trace.of("account.open", staff).fields("mail", "demo"));
        });
    }

    @Override
    public Map<String, Holder> holders(Actor by, Collection<String> mails) {
        allowed(by);
        return transactions.inScope(by.scope(), () -> {
            var asked = new HashMap<ByteBuffer, List<String>>();
            for (var mail : mails)
                asked.computeIfAbsent(ByteBuffer.wrap(mailToken(mail)), k -> new ArrayList<>()).add(mail);
            var found = new HashMap<String, Holder>();
            db.sql("select mail_token, staff_id, scope_id, closed_at from access.account where mail_token = any(:tokens)")
                    .param("tokens", asked.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                    .query(row -> {
                        var here = by.scope().equals(row.getObject("scope_id", UUID.class));
                        var holder = new Holder(here ? row.getObject("staff_id", UUID.class) : null,
                                row.getTimestamp("closed_at") != null);
                        for (var mail : asked.getOrDefault(ByteBuffer.wrap(row.getBytes("mail_token")), List.of()))
                            found.put(mail, holder);
                    });
            trail.add(by, Trace.of("account.find").fields("mail"));
            return Map.copyOf(found);
        });
    }

    @Override
    public void reopen(Actor by, UUID staff) {
        allowed(by);
        transactions.inScope(by.scope(), () -> {
            if (!mine(by, staff).closed())
                throw Refusal.NOT_ALLOWED_NOW.because("account open");
            db.sql("""
                    update access.account set closed_at = null, password = null, code_secret = null,
                      code_confirmed_at = null, code_last_step = null, version = version + 1 where staff_id = :staff""")
                    .param("staff", staff).update();
            db.sql("delete from access.recovery_code where staff_id = :staff").param("staff", staff).update();
            db.sql("delete from access.passkey where staff_id = :staff").param("staff", staff).update();
            db.sql("delete from access.sso_link where staff_id = :staff").param("staff", staff).update();
            endInvitations(staff);
            endSessions(staff);
            trail.add(by, Trace.of("account.reopen", staff).fields("closed_at", "password", "code_secret",
                    "recovery_code", "passkey"));
        });
    }

    @Override
    public String invite(Actor by, UUID staff) {
        allowed(by);
        return transactions.inScope(by.scope(), () -> {
            if (mine(by, staff).closed())
                throw Refusal.NOT_ALLOWED_NOW.because("account closed");
            var bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            endInvitations(staff);
            db.sql("insert into access.invitation (digest, staff_id, expires_at) values (:digest, :staff, :until)")
                    .param("digest", invitationToken(token)).param("staff", staff)
                    .param("until", Timestamp.from(clock.instant().plus(INVITED_FOR))).update();
            trail.add(by, Trace.of("account.invite", staff));
            return token;
        });
    }

    @Override
    public void close(Actor by, UUID staff) {
        allowed(by);
        transactions.inScope(by.scope(), () -> {
            mine(by, staff);
            db.sql("""
                    update access.account set closed_at = coalesce(closed_at, :now), version = version + 1
                    where staff_id = :staff""")
                    .param("now", Timestamp.from(clock.instant())).param("staff", staff).update();
            endInvitations(staff);
            endSessions(staff);
            trail.add(by, Trace.of("account.close", staff).fields("closed_at"));
        });
    }

    @Override
    public void resetCode(Actor by, UUID staff) {
        allowed(by);
        transactions.inScope(by.scope(), () -> {
            mine(by, staff);
            db.sql("""
                    update access.account set code_secret = null, code_confirmed_at = null, code_last_step = null,
                      version = version + 1 where staff_id = :staff""").param("staff", staff).update();
            db.sql("delete from access.recovery_code where staff_id = :staff").param("staff", staff).update();
            db.sql("delete from access.passkey where staff_id = :staff").param("staff", staff).update();
            endSessions(staff);
            trail.add(by, Trace.of("account.code.reset", staff).fields("code_secret", "recovery_code", "passkey"));
        });
    }

    @Override
    public List<OpenSession> sessions(Actor by, UUID staff) {
        allowed(by);
        return transactions.inScope(by.scope(), () -> {
            mine(by, staff);
            trail.add(by, Trace.of("session.view", staff));
            return open.of(staff);
        });
    }

    @Override
    public void endSessions(Actor by, UUID staff) {
        allowed(by);
        transactions.inScope(by.scope(), () -> {
            mine(by, staff);
            endSessions(staff);
            outbox.add(by, staff, SignInMail.SESSIONS_ENDED, null, false);
            trail.add(by, Trace.of("session.end-all", staff));
        });
    }

    /** The account a mail address signs in to, closed or not. */
    Optional<Account> byMail(String mail) {
        return db.sql("select " + COLUMNS + " from access.account where mail_token = :mail")
                .param("mail", mailToken(mail)).query(LocalAccounts::row).optional();
    }

    /** The account of a member of staff, closed or not. */
    Optional<Account> of(UUID staff) {
        return db.sql("select " + COLUMNS + " from access.account where staff_id = :staff").param("staff", staff)
                .query(LocalAccounts::row).optional();
    }

    /** Whose invitation this is, while it can be used. */
    Optional<Account> invited(String token) {
        return db.sql(
                "select staff_id from access.invitation where digest = :digest and used_at is null and expires_at > :now")
                .param("digest", invitationToken(token)).param("now", Timestamp.from(clock.instant()))
                .query(UUID.class).optional().flatMap(this::of).filter(a -> !a.closed() && !a.demo());
    }

    /** Lets changes to how one person signs in wait for each other, until the open transaction ends. */
    void lock(UUID staff) {
        db.sql("select staff_id from access.account where staff_id = :staff for update").param("staff", staff)
                .query(UUID.class).optional();
    }

    /** Whether somebody has a whole way to sign in: a code app beside a password, a passkey, or an account elsewhere. */
    boolean canSignIn(UUID staff) {
        return db.sql("""
                select exists (select 1 from access.account
                    where staff_id = :staff and password is not null and code_confirmed_at is not null)
                  or exists (select 1 from access.passkey where staff_id = :staff)
                  or exists (select 1 from access.sso_link where staff_id = :staff)""")
                .param("staff", staff).query(Boolean.class).single();
    }

    /** Uses an invitation up; whether it could still be used. */
    boolean useInvitation(String token) {
        return db.sql(
                "update access.invitation set used_at = :now where digest = :digest and used_at is null and expires_at > :now")
                .param("digest", invitationToken(token)).param("now", Timestamp.from(clock.instant())).update() == 1;
    }

    /** Replaces a password's digest and ends all sessions. */
    void password(UUID staff, String digest) {
        db.sql("update access.account set password = :password, version = version + 1 where staff_id = :staff")
                .param("password", digest).param("staff", staff).update();
        endSessions(staff);
    }

    private void allowed(Actor by) {
        if (!by.equals(Actor.system(by.scope())))
            by.must(Permission.MANAGE_ACCOUNTS);
    }

    private Account mine(Actor by, UUID staff) {
        return of(staff).filter(a -> a.scope().equals(by.scope()))
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such account"));
    }

    private void endInvitations(UUID staff) {
        db.sql("update access.invitation set used_at = :now where staff_id = :staff and used_at is null")
                .param("now", Timestamp.from(clock.instant())).param("staff", staff).update();
    }

    private void endSessions(UUID staff) {
        db.sql("delete from access.open_session where staff_id = :staff").param("staff", staff).update();
        db.sql("delete from access.spring_session where principal_name = :staff").param("staff", staff.toString())
                .update();
    }

    private byte[] mailToken(String mail) {
        var one = Normalizer.normalize(mail.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return key.token("access.account.mail", one);
    }

    private byte[] invitationToken(String token) {
        return key.token("access.invitation.digest", token);
    }

    private static Account row(ResultSet row, int n) throws SQLException {
        return new Account(row.getObject("staff_id", UUID.class), row.getObject("scope_id", UUID.class),
                row.getString("password"), row.getBytes("code_secret"), row.getTimestamp("code_confirmed_at") != null,
                row.getBoolean("demo"), row.getTimestamp("closed_at") != null);
    }
}
