package heed.platform.setting;

/**
 * Something set for the whole installation.
 *
 * @param value   what is set
 * @param version goes up by one at every change
 */
public record Setting(String value, int version) {
    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "Setting[version=" + version + "]";
    }
}
