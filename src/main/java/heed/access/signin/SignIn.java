package heed.access.signin;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.seal.InstallationKey;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Signing in: a password, then a code. A wrong mail address, a wrong password, a closed account and too many tries have
 * one answer and take the same work.
 */
@Component
class SignIn {
    private static final int NONCE_BYTES = 16;
    /** How many people one browser is known for: a shared desk. */
    private static final int SHARED_BY = 6;
    private static final String BETWEEN = "~";

    private final LocalAccounts accounts;
    private final Passwords passwords;
    private final Codes codes;
    private final Throttle throttle;
    private final Transactions transactions;
    private final Trail trail;
    private final InstallationKey key;
    private final Clock clock;
    private final boolean demo;
    private final SecureRandom random = new SecureRandom();

    SignIn(LocalAccounts accounts, Passwords passwords, Codes codes, Throttle throttle, Transactions transactions,
            Trail trail, InstallationKey key, Clock clock, Environment environment) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.throttle = throttle;
        this.transactions = transactions;
        this.trail = trail;
        this.key = key;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * The first step.
     *
     * @param browser what {@link #browser} once gave this browser; anything else is as good as nothing
     * @param next    the page to show afterwards
     * @return empty for every reason alike
     */
    Optional<HalfSignedIn> password(Actor stranger, String mail, String password, String browser, String next) {
        var found = accounts.byMail(mail);
        // An account for demonstration has no password, so this is the second lock outside the demo profile.
        var account = found.filter(a -> !a.closed() && (demo || !a.demo()));
        var byAccount = throttle.account(account.flatMap(a -> known(browser, a.staff())).map(b -> "browser " + b)
                .orElse("mail " + mail.strip().toLowerCase(Locale.ROOT)));
        var counted = List.of(byAccount, throttle.address(stranger.from()));
        if (throttle.full(counted)) {
            refused(found, stranger, "TOO_MANY_TRIES");
            return Optional.empty();
        }
        var digest = account.map(Account::password).orElse(null);
        if (!passwords.matches(password, digest)) {
            transactions.outsideScopes(() -> throttle.failed(counted));
            refused(found, stranger, "WRONG_PASSWORD");
            return Optional.empty();
        }
        transactions.outsideScopes(() -> throttle.succeeded(byAccount));
        return account.map(a -> new HalfSignedIn(a.staff(), a.scope(), next, clock.instant()));
    }

    /** Whether this person still has to set up an app for codes. */
    boolean mustEnrol(HalfSignedIn half) {
        return accounts.of(half.staff()).map(a -> !a.codeConfirmed()).orElse(false);
    }

    /** The secret to set an app up with; empty when there is nothing to set up any more. */
    Optional<byte[]> secret(HalfSignedIn half) {
        return transactions.outsideScopes(() -> open(half).filter(a -> !a.codeConfirmed()).map(codes::secret));
    }

    /**
     * Confirms an app by its first code.
     *
     * @return the recovery codes to show once; empty if the code is not right
     */
    Optional<List<String>> enrol(Actor stranger, HalfSignedIn half, String code) {
        var counted = List.of(throttle.account("code " + half.staff()));
        if (throttle.full(counted))
            return Optional.empty();
        return transactions.inScope(half.scope(), () -> {
            var account = open(half).filter(a -> !a.codeConfirmed());
            if (account.isEmpty() || !codes.use(account.get(), code)) {
                throttle.failed(counted);
                return Optional.empty();
            }
            var by = acting(half.staff(), half.scope(), stranger);
            trail.add(by, Trace.of("signin.enrol", half.staff()).fields("code_secret", "recovery_code"));
            trail.add(by, Trace.of("signin.done", half.staff()).because(Strength.CODE.name()));
            return Optional.of(codes.freshRecoveryCodes(half.staff()));
        });
    }

    /** The second step: a code from the app, or a recovery code. */
    Optional<SignedIn> code(Actor stranger, HalfSignedIn half, String typed) {
        var byAccount = throttle.account("code " + half.staff());
        var counted = List.of(byAccount);
        if (throttle.full(counted)) {
            refused(accounts.of(half.staff()), stranger, "TOO_MANY_TRIES");
            return Optional.empty();
        }
        var done = transactions.inScope(half.scope(), () -> {
            var account = open(half).filter(Account::codeConfirmed);
            if (account.isEmpty())
                return false;
            var by = acting(half.staff(), half.scope(), stranger);
            if (!codes.use(account.get(), typed)) {
                if (!codes.useRecoveryCode(half.staff(), typed))
                    return false;
                trail.add(by, Trace.of("signin.recovery", half.staff()).fields("recovery_code"));
            }
            throttle.succeeded(byAccount);
            trail.add(by, Trace.of("signin.done", half.staff()).because(Strength.CODE.name()));
            return true;
        });
        if (!done) {
            transactions.outsideScopes(() -> throttle.failed(counted));
            refused(accounts.of(half.staff()), stranger, "WRONG_CODE");
            return Optional.empty();
        }
        return Optional.of(signedIn(half));
    }

    /** Who is signed in after both steps. */
    SignedIn signedIn(HalfSignedIn half) {
        return new SignedIn(half.staff(), half.scope(), Strength.CODE, clock.instant());
    }

    /** How many recovery codes somebody has left. */
    int recoveryCodesLeft(HalfSignedIn half) {
        return codes.recoveryCodesLeft(half.staff());
    }

    /** Whether an invitation can still be used. */
    boolean invited(String token) {
        return accounts.invited(token).isPresent();
    }

    /** Uses an invitation to choose a password; empty if it can no longer be used. */
    Optional<HalfSignedIn> choose(Actor stranger, String token, String password) {
        var account = accounts.invited(token);
        if (account.isEmpty())
            return Optional.empty();
        var digest = passwords.digest(password);
        var a = account.get();
        return transactions.inScope(a.scope(), () -> {
            if (!accounts.useInvitation(token))
                return Optional.empty();
            accounts.password(a.staff(), digest);
            trail.add(acting(a.staff(), a.scope(), stranger),
                    Trace.of("signin.password", a.staff()).fields("password"));
            return Optional.of(new HalfSignedIn(a.staff(), a.scope(), "/", clock.instant()));
        });
    }

    /** Signs in to an account for demonstration; empty for any other, and always outside the demo profile. */
    Optional<SignedIn> demo(Actor stranger, UUID staff) {
        if (!demo)
            return Optional.empty();
        return accounts.of(staff).filter(a -> a.demo() && !a.closed()).map(a -> {
            transactions.inScope(a.scope(), () -> trail.add(acting(staff, a.scope(), stranger),
                    Trace.of("signin.done", staff).because(Strength.DEMO.name())));
            return new SignedIn(staff, a.scope(), Strength.DEMO, clock.instant());
        });
    }

    /** Records that somebody signed out. */
    void out(Actor by) {
        transactions.inScope(by.scope(), () -> trail.add(by, Trace.of("signin.out", by.staff())));
    }

    /** What tells a browser that this person signed in with from others; it says nothing about who they are. */
    String browser(UUID staff) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var text = HexFormat.of().formatHex(nonce);
        return text + "." + key.tokenHex("access.browser", text + " " + staff);
    }

    /**
     * What one browser is given: this, and what it was given for others who share it.
     *
     * @param before what it holds
     */
    static String withOthers(String given, String before) {
        return Stream.concat(Stream.of(given), parts(before)).limit(SHARED_BY).collect(Collectors.joining(BETWEEN));
    }

    /** What of this was given to a browser when this person signed in with it; empty where nothing was. */
    Optional<String> known(String browser, UUID staff) {
        return parts(browser).limit(SHARED_BY).filter(part -> remembered(part, staff)).findFirst();
    }

    private static Stream<String> parts(String browser) {
        return Arrays.stream(browser.split(BETWEEN, -1)).filter(part -> !part.isEmpty());
    }

    private boolean remembered(String browser, UUID staff) {
        int dot = browser.indexOf('.');
        return dot == 2 * NONCE_BYTES && MessageDigest.isEqual(
                key.tokenHex("access.browser", browser.substring(0, dot) + " " + staff)
                        .getBytes(StandardCharsets.US_ASCII),
                browser.substring(dot + 1).getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<Account> open(HalfSignedIn half) {
        return accounts.of(half.staff()).filter(a -> !a.closed());
    }

    private void refused(Optional<Account> account, Actor stranger, String reason) {
        var trace = account.map(a -> Trace.of("signin.try", a.staff())).orElse(Trace.of("signin.try")).because(reason);
        trail.refused(account.map(a -> acting(Actor.NOBODY, a.scope(), stranger)).orElse(stranger), trace);
    }

    private static Actor acting(UUID staff, UUID scope, Actor stranger) {
        return new Actor(staff, scope, Actor.NOBODY, Set.of(), stranger.from());
    }
}
