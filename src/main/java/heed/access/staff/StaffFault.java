package heed.access.staff;

/**
 * What is wrong with a staff list.
 *
 * @param line   in which line of the file; 0 for the file as a whole
 * @param column which column, in a word; empty for the whole line
 * @param words  what to put right, a sentence without a full stop
 */
public record StaffFault(long line, String column, String words) {
    /** Keeps what was typed out of logs. */
    @Override
    public String toString() {
        return "StaffFault[" + line + " " + column + "]";
    }
}
