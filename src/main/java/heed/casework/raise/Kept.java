package heed.casework.raise;

import heed.casework.concern.Telling;

/**
 * What became of a step that was typed.
 *
 * @param draft the draft as it now is
 * @param typed everything told, with what was typed now
 */
record Kept(Draft draft, Telling typed, How how) {
    /** Whether it was kept, and if not, why not. */
    enum How {
        /** It is in the draft. */
        SAVED,
        /** It was in the draft already. */
        SAME,
        /** Another tab or device changed the same step since the page was made; what it saved was left alone. */
        CHANGED_ELSEWHERE,
        /** The draft was sent before; what was sent does not change. */
        SENT
    }
}
