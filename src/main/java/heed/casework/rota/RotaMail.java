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

    private final Words words;

    RotaMail(String subject, String body, String path) {
        words = new Words(subject, body, path);
    }

    @Override
    public Words words() {
        return words;
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
