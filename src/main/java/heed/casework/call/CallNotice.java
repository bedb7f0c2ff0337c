package heed.casework.call;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after logging says. */
enum CallNotice implements Notice {
    /** A call was logged. */
    CALL_LOGGED("The call is logged."),
    /** What came of it was added. */
    STEP_ADDED("It is added to the call.");

    private final String words;

    CallNotice(String words) {
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
            return List.of(CallNotice.values());
        }
    }
}
