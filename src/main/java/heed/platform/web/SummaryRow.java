package heed.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One answer read back.
 *
 * @param key    what it is
 * @param value  what was said; line breaks and direction are kept. Empty shows "Not given"
 * @param href   where to change it
 * @param hidden what a screen reader hears after "Change", such as "when it happened"
 */
public record SummaryRow(String key, String value, @Nullable String href, @Nullable String hidden) {
    /** An answer that cannot be changed here. */
    public static SummaryRow of(String key, String value) {
        return new SummaryRow(key, value, null, null);
    }
}
