package heed.platform.db;

import org.jspecify.annotations.Nullable;

/** Heed cannot start, and the message says why and what to do in words for the person at the keyboard. */
public class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence one plain sentence, without personal text */
    public CannotStart(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence one plain sentence, without personal text
     * @param cause what happened underneath
     */
    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence; never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
