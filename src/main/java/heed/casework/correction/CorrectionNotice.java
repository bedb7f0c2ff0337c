package heed.casework.correction;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after asking for or answering a correction says. */
enum CorrectionNotice implements Notice {
    CORRECTION_ASKED("You have asked for this to be corrected. Someone else has to answer it."), CORRECTION_DONE(
            "It has been corrected. Whoever asked has been told."), CORRECTION_NOT_DONE(
                    "Nothing was changed. Whoever asked has been told."), PUT_BACK(
                            "It is in use again, and waits in the queue.");

    private final String words;

    CorrectionNotice(String words) {
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
            return List.of(CorrectionNotice.values());
        }
    }
}
