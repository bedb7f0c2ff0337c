package heed.assurance.report;

import heed.assurance.exercise.SimpleText;
import heed.assurance.exercise.SimpleText.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A piece of a paper, before it is Word, PDF or a page. Public only because templates compile elsewhere. */
public sealed interface Block {
    /** A heading within a part: 2 under the part's own, 3 under that. */
    record Heading(int level, String words) implements Block {
    }

    /**
     * A paragraph.
     *
     * @param number by which it is called in a meeting, such as 3.2; empty for none. Word numbers its own.
     */
    record Para(List<Run> runs, String number) implements Block {
        /** Copies the runs. */
        public Para {
            runs = List.copyOf(runs);
        }

        Para(List<Run> runs) {
            this(runs, "");
        }
    }

    /** A list. */
    record Points(boolean numbered, List<List<Run>> points) implements Block {
        /** Copies the points. */
        public Points {
            points = List.copyOf(points);
        }
    }

    /**
     * A table; its first row names the columns.
     *
     * @param caption what it shows
     * @param heads   the names of the columns
     * @param rows    each as long as the heads
     * @param widths  of each column, in hundredths of the whole; empty for all alike
     */
    record Grid(String caption, List<String> heads, List<List<List<Run>>> rows, List<Integer> widths) implements Block {
        /**
         * Copies all of it.
         *
         * @throws IllegalArgumentException for a row that is not as long as the heads
         */
        public Grid {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
            widths = List.copyOf(widths);
            for (var row : rows)
                if (row.size() != heads.size())
                    throw new IllegalArgumentException("a row of another length");
        }

        static Grid of(String caption, List<Integer> widths, List<String> heads, Stream<? extends List<String>> rows) {
            return new Grid(caption, heads,
                    rows.map(row -> row.stream().map(cell -> List.of(new Run(cell, null))).toList()).toList(), widths);
        }
    }

    /** A paragraph of these words. */
    static Para para(String words) {
        return new Para(List.of(new Run(words, null)));
    }

    /** What somebody wrote. */
    static List<Block> written(String text) {
        var blocks = new ArrayList<Block>();
        for (var block : SimpleText.read(text))
            blocks.add(switch (block) {
                case SimpleText.Paragraph paragraph -> new Para(paragraph.runs());
                case SimpleText.Lines lines -> new Points(lines.numbered(), lines.lines());
                case SimpleText.Table table -> new Grid("", table.heads(), table.rows(), List.of());
            });
        return blocks;
    }

    /** A list of these words. */
    static Points points(boolean numbered, List<String> words) {
        return new Points(numbered, words.stream().map(w -> List.of(new Run(w, null))).toList());
    }
}
