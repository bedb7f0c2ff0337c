package heed.access.signin;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Confirming that whoever is signed in is still the one at the keyboard: the second factor again. Tries are counted with
 * those of signing in.
 */
@Service
class Confirming {
    static final String ACT = "signin.confirm";

    private final LocalAccounts accounts;
    private final Codes codes;
    private final Throttle throttle;
    private final Transactions transactions;
    private final Trail trail;

    Confirming(LocalAccounts accounts, Codes codes, Throttle throttle, Transactions transactions, Trail trail) {
        this.accounts = accounts;
        this.codes = codes;
        this.throttle = throttle;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Whether they have an app that shows codes. */
    boolean hasCodes(Actor by) {
        return accounts.of(by.staff()).map(Account::codeConfirmed).orElse(false);
    }

    /** How many recovery codes they have left. */
    int recoveryCodesLeft(Actor by) {
        return codes.recoveryCodesLeft(by.staff());
    }

    /** Whether this is a code from their app, or a recovery code, not used before; uses it up. */
    boolean code(Actor by, String typed) {
        var counted = throttle.account("code " + by.staff());
        if (throttle.full(List.of(counted))) {
            refused(by, "TOO_MANY_TRIES");
            return false;
        }
        boolean right = transactions.inScope(by.scope(), () -> {
            var account = accounts.of(by.staff()).filter(a -> !a.closed() && a.codeConfirmed());
            if (account.isEmpty())
                return false;
            if (!codes.use(account.get(), typed)) {
                if (!codes.useRecoveryCode(by.staff(), typed))
                    return false;
                trail.add(by, Trace.of("signin.recovery", by.staff()).fields("recovery_code"));
            }
            throttle.succeeded(counted);
            done(by, Strength.CODE.name());
            return true;
        });
        if (!right) {
            transactions.outsideScopes(() -> throttle.failed(List.of(counted)));
            refused(by, "WRONG_CODE");
        }
        return right;
    }

    /** Confirms an invented person, who has no second factor; the caller has checked that the session is one of those. */
    void demo(Actor by) {
        transactions.inScope(by.scope(), () -> done(by, Strength.DEMO.name()));
    }

    /** Confirms somebody whom their provider has just asked; the caller has checked what it told. */
    void sso(Actor by) {
        transactions.inScope(by.scope(), () -> done(by, Strength.SSO.name()));
    }

    /** Notes in the audit log that it was confirmed, in the open transaction. */
    void done(Actor by, String how) {
        trail.add(by, Trace.of(ACT, by.staff()).because(how));
    }

    /** Notes in the audit log that it was not. */
    void refused(Actor by, String why) {
        trail.refused(by, Trace.of(ACT, by.staff()).because(why));
    }
}
