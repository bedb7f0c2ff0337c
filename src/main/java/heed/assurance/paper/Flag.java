package heed.assurance.paper;

import java.util.List;

/**
 * Something about a piece that a person should look at.
 *
 * @param kind what
 * @param lines the other lines that it is about, for instance where the same row stands again; may be empty
 */
public record Flag(Kind kind, List<Integer> lines) {
    /** Kinds of flag, each with what the review screen says. */
    public enum Kind {
        /** The rating was a picture or a colour, or was left out: the text does not say. */
        RATING_NOT_RECOVERABLE("The paper has a heading for a rating and nothing under it that can be read"),
        /** A standard that the paper's own table of ratings leaves out. */
        NOT_RATED("Listed, and not among those rated"),
        /** Who, by when or how it stands is missing in this row alone. */
        CELL_EMPTY("A cell that the other rows fill is empty"),
        /** Both rows are kept, each with the lines of the other. */
        ROW_TWICE("The same row stands twice"),
        /** A summary says it again; all its lines are those of the piece. */
        PRINTED_AGAIN("Printed more than once and kept once"),
        /** The same thing, not word for word. */
        PRINTED_DIFFERENTLY("Printed again in other words; the first wording is kept"),
        /** A page or a line ended within a sentence. */
        JOINED("Joined from parts that stood apart"),
        /** A row has as many dates or leads as actions. */
        PAIRED_BY_ORDER("Put together by their order within the row"),
        /** Nothing is guessed about which belongs to which. */
        NOT_PAIRED("The row has more or fewer of these than of actions, so they stay with the row"),
        /** They say different things, so both are kept. */
        CODE_TWICE("The same number stands before two things"),
        /** A converter lost its cells. */
        TORN_TABLE("A table that arrived as running text was put together again"),
        /** The row has more or fewer cells than the headings. */
        COLUMN_UNSURE("The columns of this row were worked out from its shape"),
        /** A question without any. */
        NO_EVIDENCE("No evidence stands under this question"),
        /** A question without an answer. */
        NO_RESPONSE("No response stands under this question");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What the review screen says. */
        public String words() {
            return words;
        }
    }

    /** Defends the list. */
    public Flag {
        lines = List.copyOf(lines);
    }

    static Flag of(Kind kind) {
        return new Flag(kind, List.of());
    }
}
