package heed.casework.mine;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after adding to one's own concern says. */
enum MineNotice implements Notice {
    ADDED_TO_OWN("Thank you. What you added is with your concern."), RECEIVED_APART(
            "Thank you. What you added names someone who may work here, so we have received it as a concern of its own.");

    private final String words;

    MineNotice(String words) {
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
            return List.of(MineNotice.values());
        }
    }
}
