package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.platform.Refusal;
import heed.platform.web.LondonTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a peer says about one answer of another's return, and what came of it.
 *
 * @param id       which
 * @param ref      what people read aloud
 * @param ret      the return it is about
 * @param item     the question's code
 * @param audience whose rating it is about
 * @param kind     what it says
 * @param peer     the organisation that raised it
 * @param owner    the organisation whose return it is
 * @param state    where it stands
 * @param outcome  what came of it; null until it is resolved
 * @param turns    every turn, in order; never empty
 * @param version  goes up by one at every turn
 */
public record Challenge(UUID id, String ref, UUID ret, String item, Audience audience, ChallengeKind kind, UUID peer,
        UUID owner, ChallengeState state, @Nullable ChallengeOutcome outcome, List<Turn> turns, int version) {
    /** Copies the turns. */
    public Challenge {
        turns = List.copyOf(turns);
    }

    /** A challenge and the turn that explains it. */
    public record Moved(Challenge made, Turn turn) {
    }

    /**
     * What is said with a turn.
     *
     * @param words   in words
     * @param minute  from which minute; null for a turn in writing
     * @param outcome what came of it, for a move that resolves it; null for others
     */
    public record Said(String words, @Nullable Minute minute, @Nullable ChallengeOutcome outcome) {
        /** Words alone. */
        public static Said of(String words) {
            return new Said(words, null, null);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Said";
        }
    }

    /**
     * Raises one: as a question, or as praise that is resolved at once.
     *
     * @throws heed.platform.Refused as not allowed now: about one's own return, without words, or with a minute that is
     *                               not complete or not yet held
     */
    public static Moved raised(String ref, UUID ret, String item, Audience audience, ChallengeKind kind, UUID owner,
            Speaker by, Instant at, String words, @Nullable Minute minute) {
        if (by.party() != Party.PEER || by.organisation().equals(owner))
            throw Refusal.NOT_ALLOWED_NOW.because("nobody challenges their own return");
        var move = kind.asks() ? ChallengeMove.ASK : ChallengeMove.PRAISE;
        var said = new Said(words, minute, kind.asks() ? null : ChallengeOutcome.NOTED);
        var turn = turn(move, by, at, said);
        return new Moved(new Challenge(UUID.randomUUID(), ref, ret, item, audience, kind, by.organisation(), owner,
                move.to(), said.outcome(), List.of(turn), 0), turn);
    }

    /**
     * Takes a turn.
     *
     * @param clear whether what the move's {@link ChallengeMove.Guard} asks for is so
     * @throws heed.platform.Refused as moved on where it stands elsewhere; as not found for an organisation that is neither
     *                               side of it; as not allowed now without the words, the minute or the outcome it needs,
     *                               or where its guard says no
     */
    public Moved move(ChallengeMove move, Speaker by, Instant at, Said said, boolean clear) {
        if (move.from() == null || move.from() != state)
            throw Refusal.MOVED_ON.because(move + " does not start from " + state);
        if (!side(by))
            throw Refusal.NOT_FOUND.because("neither side of it");
        if (!move.parties().contains(by.party()))
            throw Refusal.NOT_ALLOWED_NOW.because(move + " is not for " + by.party());
        var came = said.outcome();
        if ((came == null) == (move.to() == ChallengeState.RESOLVED) || came != null && came.move() != move)
            throw Refusal.NOT_ALLOWED_NOW.because(move + " does not end in " + came);
        boolean asked = move.guard() != ChallengeMove.Guard.OUTCOME_SO || came != null && came.mustShow();
        if (move.guard() != ChallengeMove.Guard.NONE && asked && !clear)
            throw Refusal.NOT_ALLOWED_NOW.because(move + " waits for " + move.guard());
        if (move == ChallengeMove.DECIDE && said.minute() == null)
            throw Refusal.NOT_ALLOWED_NOW.because("a panel decides in a minute");
        var turn = turn(move, by, at, said);
        var all = new ArrayList<>(turns);
        all.add(turn);
        return new Moved(new Challenge(id, ref, ret, item, audience, kind, peer, owner, move.to(), came, all,
                version + 1), turn);
    }

    private static Turn turn(ChallengeMove move, Speaker by, Instant at, Said said) {
        if (move.note() && said.words().isBlank())
            throw Refusal.NOT_ALLOWED_NOW.because(move + " needs words");
        var minute = said.minute();
        if (minute != null && !minute.good(LocalDate.ofInstant(at, LondonTime.ZONE)))
            throw Refusal.NOT_ALLOWED_NOW.because("the minute is not complete, or its meeting not held");
        if (by.forThem() && minute == null)
            throw Refusal.NOT_ALLOWED_NOW.because("nobody writes for another without a minute");
        return new Turn(UUID.randomUUID(), move, by, at, said.words().strip(), minute);
    }

    private boolean side(Speaker by) {
        return switch (by.party()) {
            case PEER -> by.organisation().equals(peer);
            case OWNER -> by.organisation().equals(owner);
            // The board's own organisation is known to the cycle, and checked there.
            case BOARD -> true;
        };
    }

    /** Whether it is settled. */
    public boolean settled() {
        return state == ChallengeState.RESOLVED;
    }

    /** Whether an own rating may still rest on it: there is something to answer, and nobody took it back. */
    public boolean bears() {
        return kind.asks() && outcome != ChallengeOutcome.WITHDRAWN;
    }

    /** What a changed rating that answers it rests on. (Invariant 6) */
    public Rating.Ground ground() {
        return new Rating.Ground(Rating.Ground.Kind.CHALLENGE, ref, null);
    }

    /** Those that keep a return from being moderated: {@code Guard.PANEL_DECIDED} of its move asks that there are none. */
    public static List<Challenge> inTheWay(Collection<Challenge> all) {
        return all.stream().filter(c -> !c.settled()).toList();
    }

    /** Moves that this party may make now. */
    public List<ChallengeMove> open(Party party) {
        return ChallengeMove.from(state, party);
    }

    /** Organisations that took turns in it. */
    public Set<UUID> sides() {
        return Set.of(peer, owner);
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "Challenge[" + ref + "]";
    }
}
