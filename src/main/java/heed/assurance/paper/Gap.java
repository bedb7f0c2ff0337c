package heed.assurance.paper;

import java.util.List;

/**
 * Lines that became no piece, and why.
 *
 * @param lines neighbours, in their order
 */
public record Gap(List<Integer> lines, Why why) {
    /** Why lines became no piece. */
    public enum Why {
        /** To be looked at by a person. */
        NOT_RECOGNISED("Not recognised", true),
        /** Stands where a table is, and does not fit its columns. */
        OUTSIDE_COLUMNS("In the table, and does not fit its columns", true),
        /** A page number, a heading that runs on every page, a rule, a page left blank on purpose. */
        FURNITURE("Page number, running heading or rule", false),
        /** A list of contents: what it lists is read where it stands. */
        CONTENTS("List of contents", false),
        /** A row of column headings, printed again or used up in reading the table. */
        COLUMN_HEADINGS("Column headings", false),
        /** A person looked at it and wanted nothing of it. */
        LEFT_OUT("Left out", false);

        private final String words;
        private final boolean toSettle;

        Why(String words, boolean toSettle) {
            this.words = words;
            this.toSettle = toSettle;
        }

        /** How it is said on a page. */
        public String words() {
            return words;
        }

        /** Whether a person should look at it: nothing is lost with the others. */
        public boolean toSettle() {
            return toSettle;
        }
    }

    /** Defends the list. */
    public Gap {
        lines = List.copyOf(lines);
    }
}
