package heed.assurance.paper;

/**
 * One line of a paper's source, as it was found. A row of a table is one line: its cells are parted by tabs, paragraphs
 * within a cell by line feeds. In plain text every line of the file is one line, also where a table was torn apart.
 *
 * @param number from 1, without gaps, over the whole paper
 * @param page from 1; 1 throughout where the format knows no pages; the number of the sheet in a workbook
 * @param text as found, blank lines included
 */
public record Line(int number, int page, String text) {
    /** Whether there is nothing to read on it. */
    public boolean blank() {
        return text.isBlank();
    }
}
