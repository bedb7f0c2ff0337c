package heed.assurance.cycle;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mail that cycles cause, to those who keep the return of an invited organisation. */
enum CycleMail implements Mail {
    /** They are invited. */
    RETURN_INVITED("You are invited to a self-assessment", """
            A safeguarding board invites you to a self-assessment. Heed shows what is asked, and by when.

            {link}
            """),
    /** The board asks for news. */
    RETURN_ASKED("The board asks about your return", """
            The safeguarding board asks where your self-assessment stands. It is not handed in yet.

            {link}
            """),
    /** Two weeks or three days are left. */
    RETURN_DUE("Your return is due soon", """
            Your self-assessment is due soon, and not handed in yet. Heed shows the day.

            {link}
            """),
    /** The day has passed. */
    RETURN_OVERDUE("Your return is overdue", """
            The day for your self-assessment has passed, and it is not handed in yet.

            {link}
            """);

    private final Words words;

    CycleMail(String subject, String body) {
        words = new Words(subject, body, "/assurance");
    }

    @Override
    public Words words() {
        return words;
    }

    /** Makes it known to the outbox. */
    @Component
    static class AllCycleMail implements Mails {
        @Override
        public List<? extends Mail> mails() {
            return List.of(CycleMail.values());
        }
    }
}
