package heed.assurance.exercise;

import heed.assurance.evidence.Window;
import heed.platform.Actor;
import heed.platform.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One organisation's answers to one edition, in one version.
 *
 * @param id            which
 * @param participation the invitation it answers; null for a past paper and for one made without a board
 * @param edition       the edition it answers
 * @param council       whose it is
 * @param profile       which part of the edition is answered; empty for all of it
 * @param year          the year it is about, as people name it
 * @param number        1, and one more for each correction
 * @param amends        the version it corrects; null for the first
 * @param window        what evidence has to be about
 * @param state         where it stands
 * @param version       goes up by one at every move
 * @param madeBy        who opened it
 * @param madeAt        when
 */
public record Return(UUID id, @Nullable UUID participation, UUID edition, UUID council, String profile, int year,
        int number, @Nullable UUID amends, Window window, ReturnState state, int version, UUID madeBy,
        Instant madeAt) {
    /**
     * A move and the entry that explains it.
     *
     * @param made the return after it
     * @param move which
     * @param by   who
     * @param at   when
     * @param note why; null where none was needed or given
     */
    public record Moved(Return made, ReturnMove move, UUID by, Instant at, @Nullable String note) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Moved[" + move + "]";
        }
    }

    /** A first version, by one of the moves by which a return comes to be. */
    static Moved opened(ReturnMove move, Actor by, Instant at, @Nullable UUID participation, UUID edition,
            UUID council, String profile, Window window) {
        if (move.from() != null || move == ReturnMove.AMEND)
            throw new IllegalArgumentException(move + " opens no first version");
        var made = new Return(UUID.randomUUID(), participation, edition, council, profile, window.to().getYear(), 1,
                null, window, move.to(), 0, by.staff(), at);
        return new Moved(made, move, by.staff(), at, null);
    }

    /**
     * The next version of this one, for correcting it.
     *
     * @throws heed.platform.Refused as not allowed now while it is not fixed, or without a reason
     */
    public Moved amended(Actor by, Instant at, String why) {
        if (!state.fixed())
            throw Refusal.NOT_ALLOWED_NOW.because("it can still be changed itself");
        if (why.isBlank())
            throw Refusal.NOT_ALLOWED_NOW.because("a new version has a reason");
        var made = new Return(UUID.randomUUID(), participation, edition, council, profile, year, number + 1, id, window,
                ReturnMove.AMEND.to(), 0, by.staff(), at);
        return new Moved(made, ReturnMove.AMEND, by.staff(), at, why.strip());
    }

    /**
     * Moves it.
     *
     * @param clear whether what the move's {@link ReturnMove.Guard} asks for is so
     * @throws heed.platform.Refused as moved on where it stands elsewhere; as not allowed now without the words it needs or
     *                               where its guard says no
     */
    public Moved move(ReturnMove move, Actor by, Instant at, @Nullable String note, boolean clear) {
        if (!move.mayStartFrom(state))
            throw Refusal.MOVED_ON.because(move + " does not start from " + state);
        if (move.note() && (note == null || note.isBlank()))
            throw Refusal.NOT_ALLOWED_NOW.because(move + " needs words");
        if (move.guard() != ReturnMove.Guard.NONE && !clear)
            throw Refusal.NOT_ALLOWED_NOW.because(move + " waits for " + move.guard());
        var made = new Return(id, participation, edition, council, profile, year, number, amends, window, move.to(),
                version + 1, madeBy, madeAt);
        return new Moved(made, move, by.staff(), at, note == null || note.isBlank() ? null : note.strip());
    }

    /** Where its pages are. */
    public String href() {
        return "/assurance/returns/" + id;
    }
}
