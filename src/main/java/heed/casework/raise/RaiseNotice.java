package heed.casework.raise;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after an act of telling us says. */
enum RaiseNotice implements Notice {
    DRAFT_DISCARDED("Your draft has been deleted.");

    private final String words;

    RaiseNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(RaiseNotice.values());
        }
    }
}
