package heed.casework.known;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after a decision on two people says. */
enum KnownNotice implements Notice {
    KNOWN_SAME("Kept as the same person. You can take this back."), KNOWN_DIFFERENT(
            "Kept as different people. They will not be offered again. You can take this back."), KNOWN_TAKEN_BACK(
                    "Taken back. It stays in the history.");

    private final String words;

    KnownNotice(String words) {
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
            return List.of(KnownNotice.values());
        }
    }
}
