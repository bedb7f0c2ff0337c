package heed.access.staff;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was just done to somebody's record. */
enum PeopleNotice implements Notice {
    /** After giving a role. */
    ROLE_GIVEN("The role has been given. It counts from their next page."),
    /** After ending a role. */
    ROLE_ENDED("The role has ended. To undo this, give it again."),
    /** After changing a person's details. */
    PERSON_CHANGED("The details have been saved."),
    /** After changing a mobile number. */
    MOBILE_SAVED("The mobile number has been saved."),
    /** After marking a leaver. */
    PERSON_LEFT("They are marked as having left, and cannot sign in any more."),
    /** After a confirmed staff list. */
    STAFF_IMPORTED("The staff list has been applied."),
    /** After giving a staff list up. */
    IMPORT_DISCARDED("The staff list has been given up. Nothing was changed."),
    /** After a reset of the code app. */
    CODE_RESET("Their code app, recovery codes and passkeys are forgotten. They set up an app at their next sign-in."),
    /** After ending all their sessions. */
    SESSIONS_ENDED("They are signed out everywhere, and told by mail.");

    private final String words;

    PeopleNotice(String words) {
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
