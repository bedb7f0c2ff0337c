package heed.assurance.paper;

import java.util.List;

/** What became of a file: its lines, or why there are none. */
public sealed interface Source {
    /**
     * The file was read.
     *
     * @param lines at least one that is not blank
     * @param pages how many pages the paper has, or sheets; 1 where the format knows none
     */
    record Lines(List<Line> lines, int pages) implements Source {
        /** Defends the list. */
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** It was not. */
    record Refused(Fault fault) implements Source {
    }

    /** Why a file gives no lines, with what a person is told: what is wrong, and what to do. */
    enum Fault {
        /** Nothing in it but blanks. */
        EMPTY("The file is empty: save the paper again and bring that copy"),
        /** A scan, or pictures only. */
        NO_TEXT("There is no text in the file, only pictures: bring the paper it was scanned or saved from"),
        /** A password is asked for. */
        ENCRYPTED("The file has a password: save a copy without one and bring that"),
        /** Cut short, or otherwise not what it says it is. */
        DAMAGED("The file is damaged and cannot be opened: open it in the program it comes from and save it again"),
        /** Longer than {@link Sources#MOST_PAGES} pages. */
        TOO_LONG("The paper is longer than 250 pages: bring the part that is the return, plan, report or review"),
        /** It was opened, and a reader of Heed failed on what is in it. */
        READER("Heed could not read it, and the fault is Heed’s: try again after an update, or type it by hand"),
        /** Anything else, older Office formats among it. */
        TYPE("Heed reads papers as .docx, .pdf, .xlsx or .txt: save the paper as one of these");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** What a person is told. */
        public String words() {
            return words;
        }
    }
}
