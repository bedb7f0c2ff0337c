package heed.casework.coding;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after coding says. */
enum CodingNotice implements Notice {
    /** It is coded. */
    CODED("Types, level, ward and time to act by are saved.");

    private final String words;

    CodingNotice(String words) {
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
            return List.of(CodingNotice.values());
        }
    }
}
