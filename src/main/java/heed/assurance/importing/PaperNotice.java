package heed.assurance.importing;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of papers say after a change. */
enum PaperNotice implements Notice {
    PAPER_CHANGED("Your change is kept. What was read stays on record beside it."), //
    PAPER_ADDED("What you added is kept."), //
    PAPER_LEFT_OUT("It is left out. You can put it back."), //
    PAPER_PUT_BACK("It is as it was read."), //
    PAPER_LINES_OUT("The lines are left out. They stay in the source."), //
    PAPER_LOOKED_AT("Marked as looked at."), //
    PAPER_READ_AGAIN("The paper was read again. What its headings and columns are is remembered."), //
    PAPER_ACCEPTED("The paper is accepted. It stays here with its source."), //
    PAPER_TAKEN_BACK("It is taken back. What was made of the paper is gone, and it can be put right again."), //
    PAPER_DISCARDED("The paper is given up, and nothing of it is kept.");

    private final String words;

    PaperNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllPaperNotices implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
