package heed.platform.backup;

import org.jspecify.annotations.Nullable;

/** A command did not do what was asked; the message says why and what to do, in words for whoever typed it. */
final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence plain, without personal text */
    NotDone(String sentence) {
        super(sentence);
    }

    /** @param sentence plain, without personal text */
    NotDone(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
