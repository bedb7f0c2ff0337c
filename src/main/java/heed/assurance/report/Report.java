package heed.assurance.report;

import heed.assurance.exercise.FrozenReturn;
import heed.platform.Actor;
import heed.platform.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report in one version, but for what it says.
 *
 * @param id        which
 * @param ret       the return that it tells of
 * @param number    1, and one more for each correction of one that went out
 * @param amends    the version it corrects; null for the first
 * @param state     where it stands
 * @param checkedBy who checked it; null while nobody has
 * @param hash      what was frozen at the check, as {@link FrozenReport#hash()} shows it; null while it is written
 * @param version   goes up by one at every change
 */
public record Report(UUID id, UUID ret, int number, @Nullable UUID amends, ReportState state,
        @Nullable UUID checkedBy, @Nullable String hash, int version) {
    /**
     * A move and the entry that explains it.
     *
     * @param report the report after it
     * @param move   which
     * @param by     who
     * @param at     when
     * @param note   why; null where none was needed or given
     */
    public record Moved(Report report, ReportMove move, UUID by, Instant at, @Nullable String note) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Moved[" + move + "]";
        }
    }

    /** A first version. */
    static Moved begun(UUID ret, Actor by, Instant at) {
        return new Moved(new Report(UUID.randomUUID(), ret, 1, null, ReportMove.BEGIN.to(), null, null, 0),
                ReportMove.BEGIN, by.staff(), at, null);
    }

    /**
     * The next version of this one.
     *
     * @throws heed.platform.Refused as not allowed now while this one can still be changed itself, or without a reason
     */
    Moved amended(Actor by, Instant at, String why) {
        if (!state.fixed())
            throw Refusal.NOT_ALLOWED_NOW.because("it can still be changed itself");
        return new Moved(
                new Report(UUID.randomUUID(), ret, number + 1, id, ReportMove.AMEND.to(), null, null, 0),
                ReportMove.AMEND, by.staff(), at, worded(ReportMove.AMEND, why));
    }

    /**
     * It once its words were changed.
     *
     * @throws heed.platform.Refused as not allowed now where it is no draft
     */
    Report written() {
        if (!state.open())
            throw Refusal.NOT_ALLOWED_NOW.because("only a draft is written in");
        return new Report(id, ret, number, amends, state, null, null, version + 1);
    }

    /**
     * Checks it: what it says is fixed from here.
     *
     * @param missing   what is still to be written or cleared, none
     * @param untouched how many places that may tell of a person nobody has looked at, none
     * @param frozen    what it says
     * @throws heed.platform.Refused as moved on where it is no draft; as not allowed now while something is missing or open
     */
    Moved checked(Actor by, Instant at, int missing, int untouched, FrozenReport frozen) {
        starts(ReportMove.CHECK);
        if (missing > 0 || untouched > 0)
            throw Refusal.NOT_ALLOWED_NOW.because("something is missing, or tells of a person");
        return moved(ReportMove.CHECK, by, at, null, by.staff(), frozen.hash());
    }

    /**
     * Approves it.
     *
     * @throws heed.platform.Refused as moved on where it is not checked; as not allowed now to whoever checked it
     */
    Moved approved(Actor by, Instant at) {
        starts(ReportMove.APPROVE);
        if (by.staff().equals(checkedBy))
            throw Refusal.NOT_ALLOWED_NOW.because("whoever checked it does not approve it");
        return moved(ReportMove.APPROVE, by, at, null, checkedBy, hash);
    }

    /**
     * Publishes it as it was checked.
     *
     * @param frozen the text of what is about to go out, as it is kept
     * @throws heed.platform.Refused as moved on where it is not approved; as not allowed now where it is not what was checked
     */
    Moved published(Actor by, Instant at, String frozen) {
        starts(ReportMove.PUBLISH);
        if (!FrozenReturn.shown(FrozenReturn.hash(frozen)).equals(hash))
            throw Refusal.NOT_ALLOWED_NOW.because("it is not what was checked");
        return moved(ReportMove.PUBLISH, by, at, null, checkedBy, hash);
    }

    /**
     * A move that needs nothing but words.
     *
     * @throws heed.platform.Refused    as moved on where it stands elsewhere; as not allowed now without words
     * @throws IllegalArgumentException for a move that has a guard or begins a report
     */
    Moved move(ReportMove move, Actor by, Instant at, String note) {
        if (move.guard() != ReportMove.Guard.NONE || move.from() == null)
            throw new IllegalArgumentException(move + " is not made with words alone");
        starts(move);
        // What is written again is checked again; what is withdrawn keeps its hash, and what is given up never had one.
        return move.to().open()
                ? moved(move, by, at, worded(move, note), null, null)
                : moved(move, by, at, worded(move, note), checkedBy, hash);
    }

    private void starts(ReportMove move) {
        if (move.from() != state)
            throw Refusal.MOVED_ON.because(move + " does not start from " + state);
    }

    private static @Nullable String worded(ReportMove move, String note) {
        if (move.note() && note.isBlank())
            throw Refusal.NOT_ALLOWED_NOW.because(move + " needs words");
        return note.isBlank() ? null : note.strip();
    }

    private Moved moved(ReportMove move, Actor by, Instant at, @Nullable String note, @Nullable UUID checkedBy,
            @Nullable String hash) {
        return new Moved(new Report(id, ret, number, amends, move.to(), checkedBy, hash, version + 1), move, by.staff(),
                at, note);
    }
}
