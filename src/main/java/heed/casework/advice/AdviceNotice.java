package heed.casework.advice;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after asking or advising says. */
enum AdviceNotice implements Notice {
    /** A question was received. */
    ADVICE_ASKED_FOR("We have your question. Someone whose job it is has been told."),
    /** An officer answered. */
    ADVICE_SENT("Your advice is there for them to read."),
    /** A telephone call was recorded. */
    ADVICE_RECORDED("The advice is recorded."),
    /** A telephone call was recorded, for others to read. */
    ADVICE_RECORDED_APART(
            "The advice is recorded. It names someone who works here, so only the people who handle that can read it."),
    /** It became a draft. */
    CARRIED_INTO_CONCERN("Your question is in the account. Check it and send it.");

    private final String words;

    AdviceNotice(String words) {
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
            return List.of(AdviceNotice.values());
        }
    }
}
