package heed.platform.notify;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether texts can be sent at all: with GOV.UK Notify, or shown on screen in the demo. */
@Component
public class Texts {
    private final NotifyAccounts accounts;
    private final boolean demo;

    Texts(NotifyAccounts accounts, Environment environment) {
        this.accounts = accounts;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Whether they can. */
    public boolean possible() {
        return demo || accounts.now().filter(account -> !account.textTemplate().isEmpty()).isPresent();
    }
}
