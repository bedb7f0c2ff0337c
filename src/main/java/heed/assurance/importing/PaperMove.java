package heed.assurance.importing;

import static heed.assurance.importing.PaperState.*;

import heed.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Every move of a paper: where it starts and where it ends. Written down only here. A paper that nobody accepted can also
 * be given up, and then nothing of it is left.
 */
public enum PaperMove {
    /** Somebody brings the file. */
    BRING(null, WAITING, "Brought in"),
    /** It was read. */
    READ_WHOLE(WAITING, READ, "Read"),
    /** There is nothing in it that can be read. */
    FAIL(WAITING, UNREADABLE, "Could not be read"),
    /** It is read once more, as another kind or with other headings. */
    READ_AGAIN(READ, WAITING, "Read another way"),
    /** The same, of one that could not be read. */
    TRY_AGAIN(UNREADABLE, WAITING, "Tried another way"),
    /** Somebody puts right what was read; it stays where it is. */
    CORRECT(READ, READ, "Put right"),
    /** Somebody accepts what was read. */
    ACCEPT(READ, ACCEPTED, "Accepted"),
    /** It was accepted by mistake: what was made of it is gone, so long as nobody did anything with that. */
    TAKE_BACK(ACCEPTED, READ, "Taken back");

    private final @Nullable PaperState from;
    private final PaperState to;
    private final String words;

    PaperMove(@Nullable PaperState from, PaperState to, String words) {
        this.from = from;
        this.to = to;
        this.words = words;
    }

    /** Where it starts; null for the first move. */
    public @Nullable PaperState from() {
        return from;
    }

    /** Where it ends. */
    public PaperState to() {
        return to;
    }

    /** What was done, as shown on screen. */
    public String words() {
        return words;
    }

    /** @throws heed.platform.Refused as moved on, where a paper in that state cannot be so moved */
    void mustStartFrom(PaperState state) {
        if (from != state)
            throw Refusal.MOVED_ON.because("the paper is " + state);
    }

    /** Has it read once more. @throws heed.platform.Refused as moved on, where it is being read or was accepted */
    static void mustBeReadable(PaperState state) {
        if (!mayBeReadAgain(state))
            throw Refusal.MOVED_ON.because("the paper is " + state);
    }

    static boolean mayBeReadAgain(PaperState state) {
        return state == READ_AGAIN.from || state == TRY_AGAIN.from;
    }

    /** @throws heed.platform.Refused as moved on, where it was accepted: that is for good */
    static void mayBeGivenUp(PaperState state) {
        if (state == ACCEPTED)
            throw Refusal.MOVED_ON.because("the paper is accepted");
    }
}
