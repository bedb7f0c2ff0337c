package heed.assurance.plan;

import heed.platform.web.Frame;
import java.util.List;

/**
 * A plan. Public only because templates compile elsewhere.
 *
 * @param at     its address
 * @param beside the plans before and after it
 * @param counts how many actions there are of each of Heed's colours, in letter and word
 * @param views  by what it can be read
 * @param differ how many have two colours that differ, in words; empty for none
 * @param keeps  whether the reader may change it
 */
public record PlanPage(Frame frame, String title, String year, String at, List<View> beside,
        List<Count> counts, List<View> views,
        List<ActionGroup> groups, String differ, String empty, boolean keeps) {
    /** Copies the lists. */
    public PlanPage {
        beside = List.copyOf(beside);
        counts = List.copyOf(counts);
        views = List.copyOf(views);
        groups = List.copyOf(groups);
    }

    /** How many of a colour. */
    public record Count(String colour, String tag, String meaning, String many) {
    }

    /** A way to read it. */
    public record View(String text, String href, boolean current) {
    }
}
