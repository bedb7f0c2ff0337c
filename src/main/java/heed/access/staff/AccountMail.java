package heed.access.staff;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mail about one's own account. */
enum AccountMail implements Mail {
    /** Tells somebody that an administrator reset how they sign in, so that a reset they did not ask for is noticed. */
    SIGN_IN_RESET("Your sign-in to Heed was reset", """
            An administrator reset how you sign in to Heed.

            If you asked for this, use the link they gave you or sign in and set up your code app again: {link}

            If you did not ask for it, tell your safeguarding coordinator today.
            """);

    private final Words words;

    AccountMail(String subject, String body) {
        words = new Words(subject, body, "/sign-in");
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
