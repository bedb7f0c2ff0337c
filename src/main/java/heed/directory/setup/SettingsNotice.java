package heed.directory.setup;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was just done to a setting. */
enum SettingsNotice implements Notice {
    /** After changing the numbers. */
    NUMBERS_SAVED("The numbers are saved. They stand on every page now."),
    /** After changing the mail server. */
    MAIL_SAVED("The mail server is saved. Waiting mail leaves within a few seconds."),
    /** After changing the account with GOV.UK Notify. */
    TEXTS_SAVED("The account with GOV.UK Notify is saved. Waiting messages leave within a few seconds."),
    /** After adding a service. */
    SERVICE_ADDED("The service has been added."),
    /** After changing a service. */
    SERVICE_CHANGED("The service has been changed.");

    private final String words;

    SettingsNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Gives them to the frame. */
    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
