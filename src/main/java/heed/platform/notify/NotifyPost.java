package heed.platform.notify;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * Hands messages to GOV.UK Notify under our own reference. Before one is handed over it is asked for by that reference, so
 * that one that left just before a power cut does not leave again.
 */
@Component
class NotifyPost {
    /** What Notify answers where it does not know us or has no room for more today: the next message meets the same. */
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAILS = 500;

    static {
        // The JDK would send a request again by itself where the answer was lost, and a text would leave twice.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final String address;
    private final Duration patience;

    NotifyPost(@Value("${heed.notify.address:https://api.notifications.service.gov.uk}") String address,
            @Value("${heed.notify.patience:15s}") Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /**
     * What became of a message.
     *
     * @param failure the class of what went wrong; empty where Notify took it
     * @param away    whether the next message would meet the same
     */
    record Answer(String failure, boolean away) {
        static final Answer TAKEN = new Answer("", false);

        boolean taken() {
            return failure.isEmpty();
        }
    }

    /** Hands one over. The recipient's number or address is in no message of an exception that leaves here. */
    Answer send(NotifyAccount account, UUID id, Channel channel, String to, Letter letter) {
        // The client waits for ever by itself.
        var asked = new CompletableFuture<Answer>();
        Thread.ofVirtual().name("notify").start(() -> {
            try {
                asked.complete(hand(account, id, channel, to, letter));
            } catch (NotificationClientException | RuntimeException e) {
                asked.complete(answer(e));
            }
        });
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Answer("NotifyTimeout", true);
        } catch (ExecutionException e) {
            return new Answer("NotifyAway", true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer("Interrupted", true);
        }
    }

    private Answer hand(NotifyAccount account, UUID id, Channel channel, String to, Letter letter)
            throws NotificationClientException {
        var client = new NotificationClient(account.key(), address);
        var reference = id.toString();
        boolean text = channel == Channel.TEXT;
        if (!client.getNotifications(null, text ? "sms" : "email", reference, null).getNotifications().isEmpty())
            return Answer.TAKEN;
        if (text)
            client.sendSms(account.textTemplate(), to.replace(" ", ""), Map.of("message", letter.asText()), reference);
        else
            client.sendEmail(account.mailTemplate(), to,
                    Map.of("subject", letter.subject(), "message", letter.text()), reference);
        return Answer.TAKEN;
    }

    private static Answer answer(Exception e) {
        if (!(e instanceof NotificationClientException refused))
            return new Answer("Notify" + e.getClass().getSimpleName(), true);
        int status = refused.getHttpResult();
        // Without an answer from a server the client says 400 too; what it could not reach is in the cause.
        boolean unreached = refused.getCause() != null;
        return unreached
                ? new Answer("NotifyAway", true)
                : new Answer("Notify" + status, status == FORBIDDEN || status == TOO_MANY || status >= SERVER_FAILS);
    }
}
