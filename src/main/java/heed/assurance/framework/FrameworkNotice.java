package heed.assurance.framework;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of frameworks say after a change. */
enum FrameworkNotice implements Notice {
    /** A file was taken. */
    FRAMEWORK_DRAFTED("The draft is kept. Nobody else sees it until you publish it."),
    /** It was changed. */
    FRAMEWORK_CHANGED("The draft is changed."),
    /** It was given up. */
    FRAMEWORK_DISCARDED("The draft was given up."),
    /** It is out. */
    FRAMEWORK_PUBLISHED("It is published, and stays as it is."),
    /** Several are. */
    FRAMEWORKS_PUBLISHED("They are published, with the scales they need.");

    private final String words;

    FrameworkNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllFrameworkNotices implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
