package heed.insight.dashboard;

import java.util.List;

/**
 * Figures on the start page, worded. Public only because templates compile elsewhere.
 *
 * @param quarter the quarter that runs
 * @param earlier the same a year earlier
 * @param few     how many services have too few staff for a rate
 * @param empty   whether nothing was counted in two years
 * @param opens   whether a number leads to its list
 */
public record GlancePage(String quarter, String earlier, List<Tile> tiles, Columns months, Bars services, int few,
        Bars kinds, boolean empty, boolean opens) {
    /** One number with last year's. */
    public record Tile(String title, Shown now, Shown before) {
    }
}
