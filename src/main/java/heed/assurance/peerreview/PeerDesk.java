package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingRules;
import heed.assurance.exercise.ReceivedReturns;
import heed.assurance.exercise.ReturnMove;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.assurance.exercise.WordFromBoard;
import heed.platform.Actor;
import heed.platform.Reference;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What peers do. The returns that they read are the board's copies, so each act is two transactions: in their own scope,
 * where it is asked whether they may and the audit log says who did it, and then as a guest in the board's scope, for
 * the pairing that the board made and nothing else.
 */
@Component
public class PeerDesk {
    private final Pairings pairings;
    private final ChallengeBook challenges;
    private final BoardRatings ratings;
    private final Rooms rooms;
    private final ReceivedReturns received;
    private final EarlierChallenges earlier;
    private final RatingDelivery delivery;
    private final WordFromBoard word;
    private final PeerMailing mailing;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    PeerDesk(Pairings pairings, ChallengeBook challenges, BoardRatings ratings, Rooms rooms, ReceivedReturns received,
            EarlierChallenges earlier, RatingDelivery delivery, WordFromBoard word, PeerMailing mailing,
            Transactions transactions,
            Trail trail, Clock clock) {
        this.pairings = pairings;
        this.challenges = challenges;
        this.ratings = ratings;
        this.rooms = rooms;
        this.received = received;
        this.earlier = earlier;
        this.delivery = delivery;
        this.word = word;
        this.mailing = mailing;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** As a guest in a board's scope: the same person, with none of the permissions they have at home. */
    static Actor guest(Actor by, UUID board) {
        return new Actor(by.staff(), board, by.council(), java.util.Set.of(), by.from());
    }

    /**
     * A reviewer's place at a return.
     *
     * @param asked    what their organisation was asked for
     * @param room     the return; null while it is not open to them
     * @param sitting  how things stand; null where there is no return yet
     * @param declared what this person declared last; null for nothing
     */
    record Seat(Pairings.Asked asked, @Nullable Room room, WhoRates.@Nullable Sitting sitting,
            @Nullable Declaration declared) {
        /** The return. @throws heed.platform.Refused as not found while it is not open to them */
        Room must() {
            if (room == null)
                throw Refusal.NOT_FOUND.because("not open to them now");
            return room;
        }

        WhoRates.Sitting sits() {
            if (sitting == null)
                throw Refusal.NOT_FOUND.because("not open to them now");
            return sitting;
        }
    }

    /** Reviews that the person's organisation was asked for, the latest first; for those who keep its return. */
    List<Pairings.Asked> asked(Actor by) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> pairings.asked(by));
    }

    private Pairings.Asked asked(Actor by, UUID pairing, Trace trace) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var found = pairings.asked(by).stream().filter(a -> a.pairing().id().equals(pairing)).findFirst()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("no such review asked of them"));
            trail.add(by, trace);
            return found;
        });
    }

    /** A reviewer's place, whether or not the return is open to them now. */
    Seat open(Actor by, UUID pairing) {
        var asked = asked(by, pairing, Trace.of("review.view", pairing));
        return transactions.inScope(asked.board(), () -> seat(by, asked, "received-return.review"));
    }

    /** What was asked about a question in earlier years, and what came of it. */
    List<EarlierChallenge> earlier(Actor by, Seat seat, String question) {
        by.must(Permission.KEEP_RETURN);
        var room = seat.must();
        return transactions.inScope(room.board(), () -> earlier.on(room, question));
    }

    private Seat seat(Actor by, Pairings.Asked asked, String act) {
        var there = guest(by, asked.board());
        var pairing = asked.pairing();
        var declared = Declaration.latest(pairings.declarations(there, pairing.cycle()), by.scope(), pairing.owner(),
                by.staff()).orElse(null);
        var copy = received.of(there, pairing.cycle()).stream().filter(c -> c.from().equals(pairing.owner()))
                .findFirst();
        if (copy.isEmpty())
            return new Seat(asked, null, null, declared);
        var room = rooms.of(there, copy.get().id());
        var sitting = new WhoRates.Sitting(by.scope(), pairing.owner(), asked.board(), by.may(Permission.KEEP_RETURN),
                room.cycle().state(), room.state(), today(), pairing, declared);
        if (!WhoRates.reads(sitting))
            return new Seat(asked, null, sitting, declared);
        trail.add(there, Trace.of(act, room.copy().id()));
        return new Seat(asked, room, sitting, declared);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
    }

    /** Whether the time granted has passed, or was ended. */
    static boolean over(Pairing pairing, LocalDate today) {
        var ended = pairing.ended();
        return today.isAfter(pairing.until()) || ended != null && !today.isBefore(ended);
    }

    /**
     * Declares working relationships, or that there are none.
     *
     * @throws heed.platform.Refused as not allowed now once the time granted is over
     */
    public void declare(Actor by, UUID pairing, List<Relationship> relationships) {
        var asked = asked(by, pairing, Trace.of("review.declare", pairing));
        if (over(asked.pairing(), today()))
            throw Refusal.NOT_ALLOWED_NOW.because("the time granted is over");
        transactions.inScope(asked.board(), () -> {
            var there = guest(by, asked.board());
            var made = new Declaration(UUID.randomUUID(), by.scope(), asked.pairing().owner(), by.staff(),
                    relationships, clock.instant(), null);
            pairings.declare(there, asked.pairing().cycle(), made);
            trail.add(there, Trace.of("declaration.make", made.id()));
        });
    }

    /**
     * Rates an answer.
     *
     * @return why not, in words; empty where it was rated
     * @throws heed.platform.Refused as not found while the return is not open to them
     */
    public List<String> rate(Actor by, UUID pairing, String question, Audience audience, Verdict verdict) {
        var asked = asked(by, pairing, Trace.of("review.rate", pairing).fields(question));
        var wrong = transactions.inScope(asked.board(), () -> {
            var seat = seat(by, asked, "received-return.rate");
            var room = seat.must();
            question(room, question);
            var faults = WhoRates.faults(Voice.PEER, seat.sits()).stream().map(WhoRates.Fault::words).toList();
            if (!faults.isEmpty())
                return faults;
            var scale = room.edition().scale();
            var rating = new Rating(UUID.randomUUID(), question, Voice.PEER, audience, scale.code(), scale.version(),
                    verdict, by.scope(), by.staff(), clock.instant(), null, null, null);
            var rules = RatingRules.check(rating, new RatingRules.Against(room.owner(), scale, room.state(),
                    room.edition().both(), false, null)).stream().map(RatingRules.Fault::words).toList();
            if (rules.isEmpty())
                ratings.add(room.there(), room.copy().id(), rating);
            return rules;
        });
        if (wrong.isEmpty())
            delivery.deliver(Actor.system(asked.board()));
        return wrong;
    }

    static void question(Room room, String question) {
        if (room.line(question).isEmpty())
            throw Refusal.NOT_FOUND.because("no such question in it");
    }

    /** What came of raising a challenge: which, or why not, in words. */
    public record Raised(@Nullable UUID challenge, List<String> wrong) {
    }

    /**
     * Raises a challenge.
     *
     * @throws heed.platform.Refused as not found while the return is not open to them
     */
    public Raised raise(Actor by, UUID pairing, String question, Audience audience, ChallengeKind kind, String words) {
        var asked = asked(by, pairing, Trace.of("review.challenge", pairing).fields(question).because(kind.name()));
        record Done(Raised raised, Room room) {
        }
        var done = transactions.inScope(asked.board(), () -> {
            var seat = seat(by, asked, "received-return.challenge");
            var room = seat.must();
            question(room, question);
            var faults = WhoRates.challenging(seat.sits()).stream().map(WhoRates.Fault::words).toList();
            if (!faults.isEmpty())
                return new Done(new Raised(null, faults), room);
            var ref = Reference.unused(() -> Reference.random('Q'), r -> challenges.taken(room.there(), r));
            var moved = Challenge.raised(ref, room.copy().id(), question, audience, kind, room.owner(),
                    Speaker.own(Party.PEER, by.scope(), by.staff()), clock.instant(), words, null);
            challenges.raise(room.there(), room.cycle().id(), moved);
            trail.add(room.there(), Trace.of("challenge.raise", moved.made().id()).because(kind.name()));
            return new Done(new Raised(moved.made().id(), List.of()), room);
        });
        if (done.raised().challenge() != null && kind.asks()) {
            underChallenge(done.room());
            mailing.tell(Actor.system(done.room().owner()), PeerMail.CHALLENGE_TO_ANSWER);
        }
        return done.raised();
    }

    /** From the first question on, the return says that it is under challenge. */
    private void underChallenge(Room room) {
        if (room.state() != ReturnState.SUBMITTED)
            return;
        try {
            word.move(Actor.system(room.owner()), room.ret(), ReturnMove.CHALLENGE, null, true);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            // Another peer was first.
        }
    }
}
