package heed.platform.notify;

import java.util.Map;

/**
 * How mail fares.
 *
 * @param waiting  how many mails have not left
 * @param late     how many of them have waited for more than ten minutes
 * @param failures how many of them failed last time, by the class of failure
 * @param everSent whether any mail ever left
 */
public record MailHealth(int waiting, int late, Map<String, Integer> failures, boolean everSent) {
    /** Copies the failures. */
    public MailHealth {
        failures = Map.copyOf(failures);
    }
}
