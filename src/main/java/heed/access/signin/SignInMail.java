package heed.access.signin;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mail about one's own signing in. It says no more than that; when it was, the mail's own date says. */
enum SignInMail implements Mail {
    /** Somebody signed in to their account in a browser not seen before. */
    NEW_BROWSER("New sign-in to Heed", """
            Somebody has just signed in to Heed as you, in a browser that you had not used for it before.

            If it was you, there is nothing to do. See where you are signed in: {link}

            If it was not you, end that session there, and tell your administrator today.
            """, "/account"),
    /** An administrator ended their sessions. */
    SESSIONS_ENDED("You were signed out of Heed", """
            An administrator signed you out of Heed everywhere.

            Sign in again when you need it: {link}

            If you do not know why, ask your administrator.
            """, "/sign-in"),
    /** Something that signs them in was added or removed. */
    WAYS_CHANGED("How you sign in to Heed has changed", """
            A way to sign in to Heed as you was added or removed: a passkey, or another account.

            If it was you, there is nothing to do. See how you sign in: {link}

            If it was not you, tell your administrator today.
            """, "/account");

    private final Words words;

    SignInMail(String subject, String body, String path) {
        words = new Words(subject, body, path);
    }

    @Override
    public Words words() {
        return words;
    }

    /** Gives them to the outbox. */
    @Component
    static class All implements Mails {
        @Override
        public List<? extends Mail> mails() {
            return List.of(values());
        }
    }
}
