package heed.platform.measure;

/**
 * A way to part a figure, which also filters it to one part.
 *
 * @param code     its name in addresses and snapshots, such as {@code service}
 * @param words    as it follows "by" on screen, such as "service"
 * @param overlaps whether one thing may stand in several parts, so that they add up to more than the whole
 */
public record Split(String code, String words, boolean overlaps) {
    /** By month of London. The keys of its parts are such as {@code 2026-04}, oldest first, and no month is left out. */
    public static final Split MONTH = new Split("month", "month", false);
    /** The key of the part that belongs to none, such as concerns of people who are in no service. */
    public static final String NOT_KNOWN = "NOT_KNOWN";
}
