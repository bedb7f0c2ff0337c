package heed.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One answer to pick.
 *
 * @param value  what the form sends
 * @param text   what the person reads
 * @param hint   help under it
 * @param picked whether it is picked now
 */
public record Choice(String value, String text, @Nullable String hint, boolean picked) {
    /** An answer without help under it. */
    public static Choice of(String value, String text, boolean picked) {
        return new Choice(value, text, null, picked);
    }
}
