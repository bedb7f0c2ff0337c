package heed.platform.measure;

/**
 * How a figure is counted, in plain words, as shown under "How this is counted".
 *
 * @param code     its name in addresses, exports and snapshots, such as {@code concerns-raised}; never given to another
 * @param title    what it is called on screen, such as "Concerns raised"
 * @param group    the heading it stands under, such as "Time"
 * @param counts   what counts, in sentences
 * @param leaves   what is left out, in sentences; empty where there is nothing to say
 * @param unit     what the number is of
 * @param list     what a line of the list behind it is, in the plural, such as "concerns"
 */
public record Definition(String code, String title, String group, String counts, String leaves, Unit unit,
        String list) {
    /** Where it is explained. */
    public String href() {
        return "/figures/" + code;
    }
}
