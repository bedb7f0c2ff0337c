package heed.assurance.paper;

import heed.assurance.paper.Grid.Cell;
import heed.assurance.paper.Grid.Column;
import heed.assurance.paper.Grid.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables. They come in two forms: a row on one line with its cells parted by tabs; or torn apart, with every cell
 * on lines of its own that begin with a tab, as converters leave the tables of a word processor.
 */
final class Grids {
    private static final Pattern PAGE_NUMBER = Pattern.compile("\\d{1,3}");

    private final List<Part> parts;
    private final Mapping mapping;
    private final Set<Integer> furniture;

    private Grids(List<Part> parts, Mapping mapping, Set<Integer> furniture) {
        this.parts = parts;
        this.mapping = mapping;
        this.furniture = furniture;
    }

    /** The tables among these lines whose columns are known, at least two of each. */
    static List<Grid> in(List<Part> parts, Mapping mapping, Set<Integer> furniture) {
        return new Grids(parts, mapping, furniture).all();
    }

    /** Blocks of rows that have one shape and no heading that is known: each the lines of one. */
    static List<List<Part>> unknown(List<Part> parts, List<Grid> known) {
        var blocks = new ArrayList<List<Part>>();
        var block = new ArrayList<Part>();
        for (var part : parts) {
            var ours = known.stream().anyMatch(g -> g.lines().contains(part.number()));
            if (!ours && part.cells().size() >= 3 && part.filled() >= 2
                    && (block.isEmpty() || block.getFirst().cells().size() == part.cells().size()))
                block.add(part);
            else {
                if (block.size() >= 3)
                    blocks.add(List.copyOf(block));
                block.clear();
            }
        }
        if (block.size() >= 3)
            blocks.add(block);
        return blocks;
    }

    private List<Grid> all() {
        var grids = new ArrayList<Grid>();
        int i = 0;
        while (i < parts.size()) {
            var grid = rows(i);
            if (grid == null)
                grid = torn(i);
            if (grid == null)
                i++;
            else {
                grids.add(grid);
                while (i < parts.size() && parts.get(i).number() <= grid.last())
                    i++;
            }
        }
        return grids;
    }

    /** A heading: short cells of which most are known, two at least or one that a person named. */
    private boolean heading(List<String> cells) {
        var filled = cells.stream().filter(c -> !c.isEmpty()).toList();
        if (filled.size() < 2 || filled.stream().anyMatch(c -> c.length() > 70))
            return false;
        long known = Grid.columns(filled, mapping).stream().filter(c -> c.is() != null).count();
        boolean said = filled.stream().anyMatch(c -> mapping.column(c.replace('\n', ' ')).isPresent());
        return said || known >= 2 && known * 2 >= filled.size();
    }

    private @Nullable Grid rows(int start) {
        var head = parts.get(start);
        if (furniture.contains(head.number()) || head.cells().size() < 2 || head.tabFirst() && head.filled() < 3
                || !heading(head.cells()))
            return null;
        var headings = new ArrayList<>(head.cells());
        while (!headings.isEmpty() && headings.getLast().isEmpty())
            headings.removeLast();
        var columns = Grid.columns(headings, mapping);
        var headingLines = new ArrayList<>(List.of(head.number()));
        var lines = new TreeSet<>(List.of(head.number()));
        var rows = new ArrayList<Row>();
        boolean numbersFirst = numbersFirst(start, columns.size());
        for (int i = start + 1; i < parts.size(); i++) {
            var part = parts.get(i);
            if (furniture.contains(part.number()) && part.filled() <= 1)
                continue;
            if (part.cells().size() < 2) {
                // A heading that runs on every page stands between rows; anything else ends the table.
                if (part.text().equals(parts.getFirst().text()) && i + 1 < parts.size())
                    continue;
                break;
            }
            if (part.text().isEmpty())
                continue;
            if (part.cells().stream().allMatch(c -> c.matches("[-–—:= ]*"))) {
                lines.add(part.number());
                headingLines.add(part.number());
                continue;
            }
            if (!part.cells().equals(head.cells()) && heading(part.cells()) && part.filled() >= 3
                    && Grid.columns(part.cells(), mapping).stream().allMatch(c -> c.is() != null || c.heading().isEmpty()))
                break; // another table begins
            lines.add(part.number());
            if (Mapping.fold(String.join("|", part.cells())).equals(Mapping.fold(String.join("|", head.cells()))))
                headingLines.add(part.number());
            else
                rows.add(aligned(part, columns, numbersFirst));
        }
        return rows.isEmpty() ? null : new Grid(columns, headingLines, rows, lines);
    }

    /** Whether the first cells of the rows are numbers of the table, and not numbers of pages that ran into it. */
    private boolean numbersFirst(int head, int n) {
        int bare = 0;
        int all = 0;
        for (int i = head + 1; i < parts.size() && parts.get(i).cells().size() > 1; i++) {
            var first = parts.get(i).cells().getFirst();
            if (first.isEmpty() || parts.get(i).cells().size() > n)
                continue;
            all++;
            if (PAGE_NUMBER.matcher(first).matches())
                bare++;
        }
        return bare * 2 > all;
    }

    /** The cells of a row under their columns, also where a page number came between or a cell is missing. */
    private static Row aligned(Part part, List<Column> columns, boolean numbersFirst) {
        int n = columns.size();
        var cells = new ArrayList<>(part.cells());
        if (!numbersFirst && PAGE_NUMBER.matcher(cells.getFirst()).matches()) {
            // It stands before the first cell, or where that would be.
            if (cells.size() > n)
                cells.removeFirst();
            else
                cells.set(0, "");
        }
        while (cells.size() > n && cells.getLast().isEmpty())
            cells.removeLast();
        return cells.size() == n
                ? new Row(cells.stream().map(c -> cell(c, part)).toList(), false, List.of())
                : placed(cells, columns, part);
    }

    private static Cell cell(String text, Part part) {
        return new Cell(text, List.of(part.number()));
    }

    /** Puts cells under the columns that they look like, in their order, with the least misfit. */
    private static Row placed(List<String> cells, List<Column> columns, Part part) {
        int n = columns.size();
        int m = cells.size();
        if (m > n) {
            var kept = new ArrayList<>(cells.subList(0, n).stream().map(c -> cell(c, part)).toList());
            return new Row(kept, true, cells.subList(n, m).stream().filter(c -> !c.isEmpty()).map(c -> cell(c, part)).toList());
        }
        var cost = new int[m + 1][n + 1];
        for (var row : cost)
            Arrays.fill(row, 1_000);
        Arrays.fill(cost[0], 0);
        for (int c = 1; c <= m; c++)
            for (int k = c; k <= n; k++) {
                var is = columns.get(k - 1).is();
                int put = cost[c - 1][k - 1]
                        + (is == null ? cells.get(c - 1).isEmpty() ? 0 : 1 : Shape.misfit(is, cells.get(c - 1)));
                cost[c][k] = Math.min(put, cost[c][k - 1]);
            }
        var placed = new Cell[n];
        Arrays.fill(placed, Cell.EMPTY);
        for (int c = m, k = n; c > 0; k--)
            if (k == c || cost[c][k] < cost[c][k - 1])
                placed[k - 1] = cell(cells.get(--c), part);
        return new Row(List.of(placed), true, List.of());
    }

    /** A cell of a torn table in the making. */
    private record Torn(StringBuilder text, List<Integer> lines) {
        Torn(int line) {
            this(new StringBuilder(), new ArrayList<>(List.of(line)));
        }

        Cell cell() {
            return new Cell(Plain.of(text.toString()), List.copyOf(lines));
        }
    }

    private @Nullable Grid torn(int start) {
        if (!parts.get(start).tabFirst())
            return null;
        var heads = flow(start, 14).stream().map(Torn::cell).map(c -> c.text().replace('\n', ' ')).toList();
        int known = 0;
        while (known < heads.size() && known(heads.get(known)))
            known++;
        if (known < 2)
            return null;
        var flow = flow(start, Integer.MAX_VALUE);
        int n = width(heads, known, flow.stream().map(t -> t.cell().text()).toList());
        if (n < 3 || flow.size() < 2 * n)
            return null;
        var columns = Grid.columns(heads.subList(0, n), mapping);
        var headingLines = new ArrayList<Integer>();
        flow.subList(0, n).forEach(t -> headingLines.addAll(t.lines()));
        var lines = new TreeSet<>(headingLines);
        var rows = new ArrayList<Row>();
        int at = n;
        for (; at + n <= flow.size(); at += n) {
            var cells = flow.subList(at, at + n).stream().map(Torn::cell).toList();
            if (cells.stream().allMatch(c -> c.text().isEmpty()) || heading(cells.stream().map(Cell::text).toList()))
                break;
            rows.add(new Row(cells, false, List.of()));
            cells.forEach(c -> lines.addAll(c.lines()));
        }
        return rows.isEmpty() ? null : new Grid(columns, headingLines, rows, lines);
    }

    private boolean known(String heading) {
        return !heading.isEmpty() && Synonyms.column(heading, mapping).isPresent();
    }

    /**
     * How many columns the table has: as many headings as are known, or a few more whose words are not, where the cells
     * then sit better. A heading that is not known in the middle counts if more known ones follow.
     */
    private int width(List<String> heads, int known, List<String> flow) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int n = known; n <= heads.size() && n <= known + 6; n++) {
            if (heads.get(n - 1).isEmpty() || heads.get(n - 1).length() > 40)
                break;
            var columns = Grid.columns(heads.subList(0, n), mapping);
            if (columns.stream().filter(c -> c.is() != null).count() * 2 < n)
                continue;
            double misfit = 0;
            int judged = 0;
            for (int i = n; i < flow.size(); i++) {
                var is = columns.get(i % n).is();
                if (is == Field.LEAD || is == Field.TIMESCALE || is == Field.STATUS) {
                    misfit += Shape.misfit(is, flow.get(i));
                    judged++;
                }
            }
            double each = (judged == 0 ? 1 : misfit / judged) + (flow.size() % n == 0 ? 0 : 0.2);
            if (each < least - 0.05) {
                least = each;
                best = n;
            }
        }
        return best;
    }

    /**
     * The cells from here on: each begins with a tab at the beginning of a line. The flow ends before the headings of the
     * next table; a paragraph that stands apart behind the last cell of a row is no part of it.
     */
    private List<Torn> flow(int start, int most) {
        var cells = new ArrayList<Torn>();
        for (int i = start; i < parts.size() && cells.size() <= most; i++) {
            var part = parts.get(i);
            if (!part.tabFirst()) {
                if (furniture.contains(part.number()))
                    continue;
                var last = cells.getLast();
                boolean apart = part.blanks() >= 3 && !Plain.of(last.text().toString()).isEmpty()
                        && (i + 1 == parts.size() || headsNext(i));
                if (apart)
                    break;
                last.text().append('\n').append(part.bullet() ? "- " : "").append(part.cells().getFirst());
                last.lines().add(part.number());
                for (int c = 1; c < part.cells().size(); c++) {
                    var torn = new Torn(part.number());
                    torn.text().append(part.cells().get(c));
                    cells.add(torn);
                }
                continue;
            }
            // The first tab only begins the cell; each further one begins another.
            for (int c = 1; c < Math.max(2, part.cells().size()); c++) {
                var torn = new Torn(part.number());
                torn.text().append(c < part.cells().size() ? part.cells().get(c) : "");
                cells.add(torn);
            }
        }
        return cells;
    }

    /** Whether, after this and perhaps a few more lines without tabs, the headings of another table follow. */
    private boolean headsNext(int from) {
        int i = from;
        while (i < parts.size() && !parts.get(i).tabFirst())
            i++;
        var next = new ArrayList<String>();
        for (; i < parts.size() && next.size() < 3; i++)
            parts.get(i).cells().stream().skip(1).filter(c -> !c.isEmpty()).forEach(next::add);
        return i >= parts.size() && next.isEmpty()
                || next.size() >= 3 && next.stream().limit(3).filter(this::known).count() >= 2;
    }
}
