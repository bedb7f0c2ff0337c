package heed.assurance.exercise;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of returns say after a change. */
enum ReturnNotice implements Notice {
    RETURN_OPENED("The return is open. Text from last year has to be confirmed or changed."), RETURN_AMENDING(
            "A new version is open. The one before stays as it was."), RETURN_IN_REVIEW(
                    "Sent for internal review. Those who sign it off were told."), RETURN_WRITING(
                            "Open for writing again."), RETURN_SIGNED(
                                    "Signed off. What it says is frozen."), RETURN_SUBMITTED(
                                            "Submitted. What was signed off stays as it is."), ANSWER_SAVED(
                                                    "Saved."), ANSWER_CONFIRMED(
                                                            "Confirmed: the text from last year still holds."), RATING_SAVED(
                                                                    "The rating is kept. Earlier ones stay on record."), EVIDENCE_SAVED(
                                                                            "The evidence is kept."), EVIDENCE_MOVED(
                                                                                    "Done."), FIGURE_SAVED(
                                                                                            "The figure is kept."), FIGURE_REMOVED(
                                                                                                    "The figure is no longer cited here."), ITEM_SHARED(
                                                                                                            "Shared. They were told by mail."), SHARE_ENDED(
                                                                                                                    "They do not see this question any more."), ANSWER_DONE_SAID(
                                                                                                                            "Thank you. Whoever asked you was told."), ANSWER_NOT_DONE(
                                                                                                                                    "Marked as not done."), RATINGS_TYPED(
                                                                                                                                            "The ratings are kept, with where they are from.");

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
