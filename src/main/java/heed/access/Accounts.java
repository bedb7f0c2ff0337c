package heed.access;

import heed.platform.Actor;
import heed.platform.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who can sign in. Everything here joins the caller's transaction, which must be one of {@code by.scope()}, and is in the
 * audit log. It needs {@link Permission#MANAGE_ACCOUNTS}, except for the system itself.
 */
public interface Accounts {
    /**
     * Opens an account for a member of staff of the actor's scope. Nobody can sign in to it until they choose a password
     * through an {@linkplain #invite invitation}; one for demonstration needs none.
     *
     * @param mail what they will sign in with; kept as a keyed digest only
     * @param demo whether it is signed in to with one click; only in the demo profile
     * @throws Refused               as not allowed now if the person or the mail address has an account
     * @throws IllegalStateException if {@code demo} outside the demo profile
     */
    void open(Actor by, UUID staff, UUID scope, String mail, boolean demo);

    /**
     * Who has accounts with these mail addresses, however they are written. Those without one are left out.
     *
     * @return by the address as given
     */
    Map<String, Holder> holders(Actor by, Collection<String> mails);

    /**
     * Who has an account.
     *
     * @param staff  who; null where they are of another scope, of which nothing more is told
     * @param closed whether it is closed
     */
    record Holder(@Nullable UUID staff, boolean closed) {
    }

    /**
     * Opens a closed account anew for somebody who came back: their old password, code app, recovery codes, passkeys and linked accounts are
     * forgotten, so that they begin with an {@linkplain #invite invitation} as others do.
     *
     * @throws Refused as not found if the scope has no such account; as not allowed now if it is not closed
     */
    void reopen(Actor by, UUID staff);

    /**
     * Makes a link with which somebody chooses a first or a new password, once, within 72 hours. Earlier links stop
     * working.
     *
     * @return the secret at the end of {@code /sign-in/invitation/…}; it is not kept and must not be logged
     * @throws Refused as not found if the scope has no such account; as not allowed now if it is closed
     */
    String invite(Actor by, UUID staff);

    /**
     * Closes an account and ends its sessions when the transaction commits.
     *
     * @throws Refused as not found if the scope has no such account
     */
    void close(Actor by, UUID staff);

    /**
     * Forgets somebody's code app, recovery codes and passkeys and ends their sessions: they set up an app anew at the next
     * sign-in.
     *
     * @throws Refused as not found if the scope has no such account
     */
    void resetCode(Actor by, UUID staff);

    /**
     * Where somebody is signed in now, the latest used first.
     *
     * @throws Refused as not found if the scope has no such account
     */
    List<OpenSession> sessions(Actor by, UUID staff);

    /**
     * Signs somebody out everywhere when the transaction commits, and tells them by mail.
     *
     * @throws Refused as not found if the scope has no such account
     */
    void endSessions(Actor by, UUID staff);
}
