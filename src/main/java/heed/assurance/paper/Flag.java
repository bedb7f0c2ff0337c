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
        RATING_NOT_RECOVERABLE("The paper has a heading for a rating and nothing under it that can be read"),
        NOT_RATED("Listed, and not among those rated"),
        CELL_EMPTY("A cell that the other rows fill is empty"),
        ROW_TWICE("The same row stands twice"),
        PRINTED_AGAIN("Printed more than once and kept once"),
        PRINTED_DIFFERENTLY("Printed again in other words; the first wording is kept"),
        JOINED("Joined from parts that stood apart"),
        PAIRED_BY_ORDER("Put together by their order within the row"),
        NOT_PAIRED("The row has more or fewer of these than of actions, so they stay with the row"),
        CODE_TWICE("The same number stands before two things"),
        NUMBER_MISSING("A number is missing in the series before this one"),
        TORN_TABLE("A table that arrived as running text was put together again"),
        COLUMN_UNSURE("The columns of this row were worked out from its shape"),
        NO_EVIDENCE("No evidence stands under this question"),
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
