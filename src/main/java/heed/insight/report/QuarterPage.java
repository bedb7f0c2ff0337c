package heed.insight.report;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One quarter.
 *
 * @param frame    around the page
 * @param problems what to put right
 * @param sheet    the figures
 * @param state    draft, published or revised
 * @param colour   of the state
 * @param moved    what somebody changed meanwhile, in a sentence; null where nobody did
 * @param late     what is otherwise now than it was published, a sentence each
 * @param editions every copy that was published, where there is more than one
 * @param note     what changed, to be written; null for those who do not
 * @param version  the note's
 * @param publish  where publishing or revising begins; null where that may not be
 * @param publishing what that is called
 * @param over     whether the quarter is over
 * @param base     the quarter's address, for what is taken away; null for a draft
 * @param copy     which copy is taken away
 * @param edition  which publication is taken away
 * @param other    the other copy's address; null for those who read one
 * @param otherWords what the link to it says
 * @param code     the quarter's code
 * @param meanings how each figure is counted
 */
public record QuarterPage(Frame frame, List<Problem> problems, SheetView sheet, String state, String colour,
        @Nullable String moved, List<String> late, List<Edition> editions, @Nullable Field note, int version,
        @Nullable String publish, String publishing, boolean over, @Nullable String base, String copy, int edition,
        @Nullable String other, String otherWords, String code, List<Meaning> meanings) {
    /** Where the note goes. */
    public String noteAction() {
        return "/quarters/" + code + "/note";
    }

    /** A copy that was published: what it is, where, and why it was revised. */
    public record Edition(String words, @Nullable String href, String why) {
    }

    /** How a figure is counted. */
    public record Meaning(String title, String words) {
    }

    /** Keeps the note out of logs. */
    @Override
    public String toString() {
        return "QuarterPage[]";
    }
}
