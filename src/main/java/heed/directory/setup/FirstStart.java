package heed.directory.setup;

import heed.directory.organisation.Organisations;
import heed.platform.notify.Site;
import heed.platform.setting.Setting;
import heed.platform.setting.Settings;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether Heed is still empty, and the one-time code that then goes to the log. */
@Component
class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String CODE = "set-up.code";
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    private final Organisations organisations;
    private final Settings settings;
    private final Site site;
    private final boolean demo;
    private final SecureRandom random = new SecureRandom();
    private volatile boolean done;

    FirstStart(Organisations organisations, Settings settings, Site site, Environment environment) {
        this.organisations = organisations;
        this.settings = settings;
        this.site = site;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Whether set-up is still to be done. */
    boolean setUpNeeded() {
        if (demo || done)
            return false;
        done = !organisations.scopes().isEmpty();
        return !done;
    }

    /** Whether this is a demonstration, which is never set up. */
    boolean demo() {
        return demo;
    }

    /** Writes the code to the log, and only there; every start and every node writes the same one. */
    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (!setUpNeeded())
            return;
        settings.begin(CODE, fresh(LENGTH));
        code().ifPresent(code -> LOG.info("Heed is empty. Open {}/set-up and enter this code: {}", site.address(),
                String.join("-", code.substring(0, 4), code.substring(4, 8), code.substring(8))));
    }

    /** The code, without hyphens. */
    Optional<String> code() {
        return settings.get(CODE).map(Setting::value);
    }

    /** Forgets the code: set-up is done. */
    void forgetCode() {
        settings.forget(CODE);
    }

    /** Random letters and digits that are not taken for each other, five bits each. */
    String fresh(int letters) {
        var fresh = new StringBuilder();
        for (int i = 0; i < letters; i++)
            fresh.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return fresh.toString();
    }
}
