package heed.assurance.importing;

import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/**
 * Saying what a paper's headings and columns are. Public only because templates compile elsewhere.
 *
 * @param name     the file's name
 * @param kind     what the paper is
 * @param kinds    what it may be
 * @param columns  headings of columns that were met
 * @param headings headings in the text that were not known
 * @param known    headings in the text that were
 * @param typed    rows for headings that were not met as such
 * @param made     how many corrections were made already, in words; empty for none
 */
public record MappingPage(Frame frame, String name, List<Problem> problems, Field kind, List<Choice> kinds,
        List<Row> columns, List<Row> headings, List<Row> known, List<Typed> typed, String made, String action,
        String back) {
    /** Copies the lists. */
    public MappingPage {
        problems = List.copyOf(problems);
        kinds = List.copyOf(kinds);
        columns = List.copyOf(columns);
        headings = List.copyOf(headings);
        known = List.copyOf(known);
        typed = List.copyOf(typed);
    }

    /**
     * One heading that was met.
     *
     * @param name    of its select
     * @param text    as printed
     * @param where   on which lines
     * @param choices what it may be
     */
    public record Row(String name, String text, String where, List<Choice> choices) {
    }

    /** A heading that is typed, and what it is. */
    public record Typed(Field heading, Field is, List<Choice> choices) {
    }

    /** Keeps the paper's words out of logs. */
    @Override
    public String toString() {
        return "MappingPage[]";
    }
}
