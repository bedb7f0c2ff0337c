package heed.assurance.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table: its columns and its rows.
 *
 * @param columns in their order
 * @param headingLines where the headings stand, again and again where they were printed again
 * @param lines every line that belongs to it
 */
record Grid(List<Column> columns, List<Integer> headingLines, List<Row> rows, TreeSet<Integer> lines) {
    /**
     * A column.
     *
     * @param is what it is, or null where nobody knows
     */
    record Column(String heading, @Nullable Field is) {
        String key() {
            return is == null ? Field.UNMAPPED + heading.replace('\n', ' ') : is.key();
        }
    }

    /**
     * A cell.
     *
     * @param text plain; its paragraphs parted by line feeds
     */
    record Cell(String text, List<Integer> lines) {
        static final Cell EMPTY = new Cell("", List.of());
    }

    /**
     * A row, its cells in the order of the columns.
     *
     * @param moved whether cells had to be put under their columns by what they look like
     * @param excess cells that fit under no column
     */
    record Row(List<Cell> cells, boolean moved, List<Cell> excess) {
        /** The lines that it was read from. */
        TreeSet<Integer> lines() {
            var all = new TreeSet<Integer>();
            cells.forEach(c -> all.addAll(c.lines()));
            return all;
        }
    }

    /** The place of a column, or -1. */
    int place(Field field) {
        for (int i = 0; i < columns.size(); i++)
            if (columns.get(i).is() == field)
                return i;
        return -1;
    }

    boolean has(Field field) {
        return place(field) >= 0;
    }

    /** What a row says in that column; empty where there is no such column. */
    String text(Row row, Field field) {
        int place = place(field);
        return place < 0 ? "" : row.cells().get(place).text();
    }

    int first() {
        return lines.first();
    }

    int last() {
        return lines.last();
    }

    /** How many columns are known. */
    long known() {
        return columns.stream().filter(c -> c.is() != null).count();
    }

    static List<Column> columns(List<String> headings, Mapping mapping) {
        var columns = new ArrayList<Column>();
        var taken = new ArrayList<Field>();
        for (var heading : headings) {
            var is = Synonyms.column(heading.replace('\n', ' '), mapping).filter(f -> !taken.contains(f)).orElse(null);
            if (is != null)
                taken.add(is);
            columns.add(new Column(heading, is));
        }
        return columns;
    }
}
