package heed.directory.vocabulary;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was just done to a list. */
enum ListNotice implements Notice {
    /** After any change. */
    LIST_CHANGED("The list has been changed. It counts at once, and the version before can be read under its history."),
    /** After adopting. */
    LIST_ADOPTED("The list has been adopted in your name.");

    private final String words;

    ListNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Gives them to the frame. */
    @Component
    static class AllOfLists implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
