package heed.insight.report;

/**
 * What is wrong with a file of totals.
 *
 * @param line   in which line; 0 for the file as a whole
 * @param column which column, in a word; empty for the whole line
 * @param words  what to put right, a sentence without a full stop
 */
public record TotalFault(long line, String column, String words) {
}
