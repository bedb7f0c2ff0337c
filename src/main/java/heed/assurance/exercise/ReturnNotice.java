package heed.assurance.exercise;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of returns say after a change. */
enum ReturnNotice implements Notice {
    /** It can be written. */
    RETURN_OPENED("The return is open. Text from last year has to be confirmed or changed."),
    /** The same, without a word in it. */
    RETURN_OPENED_EMPTY("The return is open, and empty: no text was taken over."),
    /** It is corrected. */
    RETURN_AMENDING("A new version is open. The one before stays as it was."),
    /** Those who sign read it. */
    RETURN_IN_REVIEW("Sent for internal review. Those who sign it off were told."),
    /** It can be written again. */
    RETURN_WRITING("Open for writing again."),
    /** It is signed off. */
    RETURN_SIGNED("Signed off. What it says is frozen."),
    /** It is submitted. */
    RETURN_SUBMITTED("Submitted. What was signed off stays as it is."),
    /** An answer, or a reason. */
    ANSWER_SAVED("Saved."),
    /** Last year’s text. */
    ANSWER_CONFIRMED("Confirmed: the text from last year still holds."),
    /** A rating. */
    RATING_SAVED("The rating is kept. Earlier ones stay on record."),
    /** A statement. */
    EVIDENCE_SAVED("The evidence is kept."),
    /** A statement stands elsewhere. */
    EVIDENCE_MOVED("Done."),
    /** A figure. */
    FIGURE_SAVED("The figure is kept."),
    /** The same, no longer cited. */
    FIGURE_REMOVED("The figure is no longer cited here."),
    /** Somebody is asked. */
    ITEM_SHARED("Shared. They were told by mail."),
    /** They are asked no more. */
    SHARE_ENDED("They do not see this question any more."),
    /** Theirs is done. */
    ANSWER_DONE_SAID("Thank you. Whoever asked you was told."),
    /** It is not after all. */
    ANSWER_NOT_DONE("Marked as not done."),
    /** Ratings that a paper had lost. */
    RATINGS_TYPED("The ratings are kept, with where they are from.");

    private final String words;

    ReturnNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllReturnNotices implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}
