package heed.casework.escalation;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is said while a concern waits. The words are the same whatever kind of concern it is. */
enum EscalationMail implements Mail {
    /** Somebody may be in danger, and nobody has taken it up. */
    UNTAKEN_DANGER("DANGER NOW: nobody has taken up {ref}", """
            Someone may be in danger, and nobody has taken this concern up yet.

            Reference: {ref}
            {link}

            Only taking it up stops these messages. Looking at it does not.
            """),
    /** It is due soon. */
    DUE_SOON("Due soon, and not taken up: {ref}", """
            A concern is due soon, and nobody has taken it up yet.

            Reference: {ref}
            {link}
            """),
    /** It is due, or overdue. */
    UNTAKEN("Due now, and not taken up: {ref}", """
            A concern is due, and nobody has taken it up yet.

            Reference: {ref}
            {link}

            Only taking it up stops these messages. Looking at it does not.
            """);

    private final Words words;

    EscalationMail(String subject, String body) {
        words = new Words(subject, body, "/concerns/{ref}");
    }

    static EscalationMail of(boolean danger, int step) {
        return danger ? UNTAKEN_DANGER : step == 1 ? DUE_SOON : UNTAKEN;
    }

    @Override
    public Words words() {
        return words;
    }

    /** Makes them known to the outbox. */
    @Component
    static class All implements Mails {
        @Override
        public List<? extends Mail> mails() {
            return List.of(EscalationMail.values());
        }
    }
}
