package heed.platform.seal;

import org.jspecify.annotations.Nullable;

/**
 * Something sealed, or the key to it, is missing, altered, moved from its place or made under another key.
 * <p>
 * The message carries identifiers and table or column names only, never text, so it may be logged.
 */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String message) {
        super(message);
    }

    SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
