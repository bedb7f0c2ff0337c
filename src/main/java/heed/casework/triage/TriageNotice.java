package heed.casework.triage;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after an officer's act says. */
enum TriageNotice implements Notice {
    TAKEN_UP("You have taken this up."), TAKEN_BY_ANOTHER(
            "Someone else took this up before you. It is theirs now."), DECIDED(
                    "Your decision is recorded. Now write to whoever told us."), HANDED_BACK(
                            "It is back in the queue, and the other officers have been told."), STOOD_ASIDE(
                                    "You have stood aside, and others have been told."), WRITTEN(
                                            "Your message is there for them to read."), SUPPORT_RECORDED(
                                                    "The support is recorded."), ADDED("Your note is added."), REOPENED(
                                                            "It is reopened, and with you."), REASONS_CHANGED(
                                                                    "The list is changed.");

    private final String words;

    TriageNotice(String words) {
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
            return List.of(TriageNotice.values());
        }
    }
}
