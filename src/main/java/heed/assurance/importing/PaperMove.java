package heed.assurance.importing;

import static heed.assurance.importing.PaperState.*;

import heed.platform.Refusal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every move of a paper: where it may start and where it ends. Written down only here. */
public enum PaperMove {
    /** Somebody brings the file. */
    BRING(null, WAITING),
    /** It was read. */
    READ_WHOLE(EnumSet.of(WAITING), READ),
    /** There is nothing in it that can be read. */
    FAIL(EnumSet.of(WAITING), UNREADABLE),
    /** It is read once more, as another kind or with other headings. */
    READ_AGAIN(EnumSet.of(READ, UNREADABLE), WAITING),
    /** Somebody puts right what was read; it stays where it is. */
    CORRECT(EnumSet.of(READ), READ),
    /** Somebody accepts what was read. From here it never moves. */
    ACCEPT(EnumSet.of(READ), ACCEPTED),
    /** Somebody gives it up: file, reading and key go. An accepted paper stays. */
    DISCARD(EnumSet.of(WAITING, READ, UNREADABLE), null);

    private final @Nullable Set<PaperState> from;
    private final @Nullable PaperState to;

    PaperMove(@Nullable Set<PaperState> from, @Nullable PaperState to) {
        this.from = from;
        this.to = to;
    }

    /** Where it may start; empty for the first move. */
    public Set<PaperState> from() {
        return from == null ? Set.of() : Set.copyOf(from);
    }

    /** Where it ends; null where nothing is left. */
    public @Nullable PaperState to() {
        return to;
    }

    /** @throws heed.platform.Refused as moved on, where a paper in that state cannot be so moved */
    void mustStartFrom(PaperState state) {
        if (!from().contains(state))
            throw Refusal.MOVED_ON.because("the paper is " + state);
    }
}
