package heed.platform.notify;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Tries a mail server with one mail, at once, before or after it is set. */
@Component
public class MailTrial {
    private final Site site;

    MailTrial(Site site) {
        this.site = site;
    }

    /**
     * Sends one mail that says it is a trial. It takes some seconds where the server does not answer.
     *
     * @return what went wrong, as a class of failure and no more; empty where the server took the mail
     */
    public Optional<String> send(MailServer server, Address to) {
        var sender = server.sender();
        try {
            MimeMessage message = sender.createMimeMessage();
            message.setFrom(new InternetAddress(server.from(), true));
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to.mail(), true));
            message.setSubject("A trial mail from Heed", StandardCharsets.UTF_8.name());
            message.setText("Heed can send mail. Nothing needs to be done.\n\n" + site.address() + "\n",
                    StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
            return Optional.empty();
        } catch (jakarta.mail.MessagingException | MailException e) {
            return Optional.of(Sending.cause(e));
        }
    }
}
