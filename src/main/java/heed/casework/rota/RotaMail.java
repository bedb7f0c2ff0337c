package heed.casework.rota;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mail that the rota causes. */
enum RotaMail implements Mail {
    /** To every officer and the coordinator: nobody is on duty. */
    ROTA_EMPTY("Nobody is on duty", """
            Nobody is on the safeguarding rota now. Until somebody is, every designated safeguarding officer is told of
            each new concern.

            {link}
            """, "/rota");

    private final String subject;
    private final String body;
    private final String path;

    RotaMail(String subject, String body, String path) {
        this.subject = subject;
        this.body = body;
        this.path = path;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public String body() {
        return body;
    }

    @Override
    public String path() {
        return path;
    }

    /** Makes it known to the outbox. */
    @Component
    static class All implements Mails {
        @Override
        public List<? extends Mail> mails() {
            return List.of(RotaMail.values());
        }
    }
}
