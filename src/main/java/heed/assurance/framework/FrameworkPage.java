package heed.assurance.framework;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One framework, published or a draft. Public only because templates compile elsewhere.
 *
 * @param state    draft, published or superseded
 * @param colour   of the state
 * @param facts    about it
 * @param tables   what it says
 * @param yaml     where it is taken away as YAML
 * @param book     where it is taken away as a workbook
 * @param oscal    where an edition is taken away as OSCAL; null for anything else
 * @param profiles who can be asked to answer it
 * @param correct  where a correction begins; null where none can
 * @param draft    what can be done with a draft; null for what is published
 * @param versions every version, the latest first; empty where there is one
 */
public record FrameworkPage(Frame frame, String state, String colour, List<SummaryRow> facts, List<Table> tables,
        String yaml, String book, @Nullable String oscal, List<String> profiles, @Nullable String correct,
        @Nullable Preparing draft, List<Version> versions,
        List<Problem> problems) {
    /** A part of what it says. */
    public record Table(String caption, List<String> heads, List<List<String>> rows) {
    }

    /** Another version of it. */
    public record Version(String words, String href, String why) {
    }

    /**
     * A draft.
     *
     * @param moved   whether somebody changed it while this person wanted to publish
     * @param against what stands against publishing it
     * @param seen    its version
     * @param change  where it is changed
     * @param publish where it is published
     * @param discard where it is given up
     * @param button  what the button to publish says
     * @param reason  why what is published is corrected; null the first time
     * @param reasons to choose from
     * @param words   the same in words; null the first time
     */
    public record Preparing(boolean moved, List<String> against, String seen, String change, String publish,
            String discard, String button, @Nullable Field reason, List<Choice> reasons, @Nullable Field words) {
    }
}
