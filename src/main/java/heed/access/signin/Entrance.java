package heed.access.signin;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens last whichever way somebody signed in: their session begins, and a browser not seen before is told of. */
@Component
class Entrance {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Transactions transactions;

    Entrance(SignIn signIn, Sessions sessions, Outbox outbox, Transactions transactions) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /**
     * Begins a session and tells its owner by mail where the browser is a new one.
     *
     * @return where to go now
     */
    String of(SignedIn who, String next, HttpServletRequest request, HttpServletResponse response) {
        if (signIn.known(Cookies.browser(request), who.staff()).isEmpty())
            transactions.inScope(who.scope(),
                    () -> outbox.add(
                            new Actor(who.staff(), who.scope(), Actor.NOBODY, Set.of(), request.getRemoteAddr()),
                            who.staff(), SignInMail.NEW_BROWSER, null, false));
        return first(who, next, request, response);
    }

    /** As {@link #of}, for a sign-in that was proved at this moment elsewhere, which may be a while ago. */
    String of(SignedIn who, Instant proved, String next, HttpServletRequest request, HttpServletResponse response) {
        var to = of(who, next, request, response);
        sessions.proved(request, proved);
        return to;
    }

    /** Begins the first session after setting an account up, of which they were told by mail already. */
    String first(SignedIn who, String next, HttpServletRequest request, HttpServletResponse response) {
        var known = Cookies.browser(request);
        var to = sessions.begin(request, response, who, next);
        if (signIn.known(known, who.staff()).isEmpty())
            Cookies.rememberBrowser(request, response, SignIn.withOthers(signIn.browser(who.staff()), known));
        return to;
    }
}
