package heed.platform.notify;

import heed.platform.setting.Settings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which account with GOV.UK Notify is set, encrypted as the mail server's password is. Who may set it, and telling the audit
 * log, is for the page that asks.
 */
@Component
public class NotifyAccounts {
    private static final String NAME = "notify";

    private final Settings settings;

    NotifyAccounts(Settings settings) {
        this.settings = settings;
    }

    /** The account; empty where none is set. */
    public Optional<NotifyAccount> now() {
        return kept().map(Kept::account);
    }

    /** The account with its version. */
    public Optional<Kept> kept() {
        return settings.get(NAME).filter(s -> !s.value().isEmpty())
                .map(s -> new Kept(NotifyAccount.of(s.value()), s.version()));
    }

    /** The version that a change is made from; -1 where none was ever set. */
    public int version() {
        return settings.get(NAME).map(s -> s.version()).orElse(-1);
    }

    /**
     * Sets the account.
     *
     * @param seenVersion the version the change was made from; -1 where none was ever set
     * @throws IllegalArgumentException if anything is wrong with it
     * @throws heed.platform.Refused    as moved on where somebody changed it since
     */
    public void set(NotifyAccount account, int seenVersion) {
        if (!account.wrongs().isEmpty())
            throw new IllegalArgumentException("an account that could not work");
        settings.put(NAME, account.kept(), seenVersion);
    }

    /** Takes the account away: no texts leave any more, and mail leaves through the mail server. */
    public void clear(int seenVersion) {
        settings.put(NAME, "", seenVersion);
    }

    /**
     * An account as it was set.
     *
     * @param account the account
     * @param version goes up by one at every change
     */
    public record Kept(NotifyAccount account, int version) {
    }
}
