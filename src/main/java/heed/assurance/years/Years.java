package heed.assurance.years;

import heed.assurance.years.Crosswalk.Entry;
import heed.assurance.years.Crosswalk.ScaleRef;
import heed.assurance.years.Crosswalk.Share;
import heed.assurance.years.Crosswalk.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Themes by year. Each year shows what was rated, in its own scale's letter and word; between two years stand a grade and,
 * only where it allows, how the rating moved (invariant 19). Nothing here writes a rating (invariant 18).
 *
 * @param years the years, oldest first
 * @param rows  the themes in order
 */
public record Years(List<Year> years, List<Row> rows) {
    /**
     * A year of the grid.
     *
     * @param edition   its edition's code
     * @param year      which
     * @param title     the edition's title
     * @param nodes     titles of its standards by code
     */
    public record Year(String edition, int year, String title, Map<String, String> nodes) {
        /** Copies the titles. */
        public Year {
            nodes = Map.copyOf(nodes);
        }
    }

    /** One theme through the years. @param cells one for each year */
    public record Row(Theme theme, List<Cell> cells) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A theme in one year.
     *
     * @param nodes what of the year's edition stands in the theme; empty for a gap
     * @param gap   why there is nothing; empty where there is something
     * @param since how it compares with the last year before that has something, or why it cannot be; null for the first year
     */
    public record Cell(Year year, List<NodeCell> nodes, String gap, @Nullable Comparison since) {
        /** Copies the standards. */
        public Cell {
            nodes = List.copyOf(nodes);
        }
    }

    /** A standard in a cell, with every rating it was given: none hides another. */
    public record NodeCell(Share share, String title, List<Rated> ratings) {
        /** Copies the ratings. */
        public NodeCell {
            ratings = List.copyOf(ratings);
        }
    }

    /**
     * How far a year compares with an earlier one.
     *
     * @param from     the earlier year
     * @param grade    how far
     * @param stated   what the crosswalk's author says of the wording; null where nothing
     * @param why      why no better, a sentence each
     * @param entries  the entries it rests on, with relation, coverage and confidence
     * @param status   of the crosswalk, such as "draft"
     * @param movement how the rating moved, in words; empty where the grade does not allow that, or nothing can be said
     */
    public record Comparison(Year from, Grade grade, @Nullable Grade stated, List<String> why, List<Entry> entries,
            String status,
            String movement) {
        /** Copies the lists. */
        public Comparison {
            why = List.copyOf(why);
            entries = List.copyOf(entries);
        }
    }

    /** Copies the lists. */
    public Years {
        years = List.copyOf(years);
        rows = List.copyOf(rows);
    }

    /**
     * Lays ratings out by theme and year.
     *
     * @param years   oldest first
     * @param ratings every rating that may be seen, of whichever voice
     * @param voice   whose rating a movement is said of
     * @param orders  the letters of each scale, best first; none for scales without an order
     */
    public static Years of(Crosswalk crosswalk, List<Year> years, List<Rated> ratings, String voice,
            Map<ScaleRef, List<String>> orders) {
        var comparing = new Comparing(crosswalk, voice, orders);
        var rows = new ArrayList<Row>();
        for (var theme : crosswalk.themes()) {
            var cells = new ArrayList<Cell>();
            Cell before = null;
            for (var year : years) {
                var cell = cell(comparing, theme, year, cells.isEmpty() ? null : cells.getLast(), before, ratings);
                cells.add(cell);
                if (!cell.nodes().isEmpty())
                    before = cell;
            }
            rows.add(new Row(theme, cells));
        }
        return new Years(years, rows);
    }

    private static Cell cell(Comparing comparing, Theme theme, Year year, @Nullable Cell last, @Nullable Cell before,
            List<Rated> ratings) {
        var nodes = theme.in(year.edition()).stream().map(share -> new NodeCell(share,
                year.nodes().getOrDefault(share.node(), share.node()),
                ratings.stream().filter(r -> r.edition().equals(year.edition()) && r.node().equals(share.node()))
                        .toList()))
                .toList();
        if (nodes.isEmpty()) {
            var gap = gap(comparing.crosswalk(), year, before);
            return new Cell(year, nodes, gap, last == null ? null : comparing.nothing(theme, last.year(), year, gap));
        }
        if (before != null)
            return new Cell(year, nodes, "", comparing.of(theme, before, year, nodes));
        return new Cell(year, nodes, "",
                last == null ? null : comparing.nothing(theme, last.year(), year, last.gap()));
    }

    /** Why a year has nothing on a theme: what became of what stood there before, or what comes later. */
    private static String gap(Crosswalk crosswalk, Year year, @Nullable Cell before) {
        var whole = "Nothing on this theme in " + year.year();
        if (before == null)
            return whole + ".";
        var had = before.nodes().stream().map(n -> n.share().node()).toList();
        return crosswalk.gaps().stream()
                .filter(g -> g.to().equals(year.edition()) && g.from().equals(before.year().edition())
                        && g.nodes().stream().anyMatch(had::contains))
                .findFirst()
                .map(g -> whole + ": " + String.join(", ", g.nodes().stream().filter(had::contains).toList()) + " of "
                        + before.year().year() + " " + g.words() + ".")
                .orElse(whole + ".");
    }
}
