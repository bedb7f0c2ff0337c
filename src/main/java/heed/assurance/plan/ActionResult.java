package heed.assurance.plan;

import java.util.List;

/**
 * What came of an action (invariant 16).
 *
 * @param outcome what was done or changed
 * @param impact  what difference it made
 * @param levels  the kinds of impact; at least one
 */
public record ActionResult(String outcome, String impact, List<ImpactLevel> levels) {
    /** Copies the levels. */
    public ActionResult {
        levels = List.copyOf(levels);
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "ActionResult" + levels;
    }
}
