package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.cycle.CycleState;
import heed.assurance.evidence.Standing;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingRules;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns in challenges, for each of the three who take them, each from their own scope; see {@link PeerDesk}. */
@Component
public class Challenging {
    private final ChallengeBook challenges;
    private final BoardRatings ratings;
    private final Rooms rooms;
    private final RatingDelivery delivery;
    private final PeerMailing mailing;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Challenging(ChallengeBook challenges, BoardRatings ratings, Rooms rooms, RatingDelivery delivery,
            PeerMailing mailing,
            Transactions transactions, Trail trail, Clock clock) {
        this.challenges = challenges;
        this.ratings = ratings;
        this.rooms = rooms;
        this.delivery = delivery;
        this.mailing = mailing;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A turn that somebody may take.
     *
     * @param move  what it does
     * @param party as whom
     * @param heard whether the board writes down what the party said in a meeting
     */
    record Offer(ChallengeMove move, Party party, boolean heard) {
        /** As a form sends it. */
        String code() {
            return move + "-" + party + (heard ? "-HEARD" : "");
        }
    }

    /**
     * A challenge as one who has a say in it sees it.
     *
     * @param challenge it
     * @param room      the return it is about
     * @param parties   as whom they see it
     * @param offers    the turns that they may take now
     * @param ownRating whether they may change the organisation's own rating because of it
     */
    public record View(Challenge challenge, Room room, List<Party> parties, List<Offer> offers, boolean ownRating) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "View[" + challenge.id() + "]";
        }
    }

    /** Challenges that the person's organisation has a side in, the latest first; for those who keep its return. */
    List<ChallengeBook.Listed> with(Actor by) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var all = challenges.with(by).stream()
                    .filter(c -> c.peer().equals(by.scope()) || c.owner().equals(by.scope())).toList();
            trail.add(by, Trace.list("challenge.list", all.stream().map(ChallengeBook.Listed::id).toList()));
            return all;
        });
    }

    private record Side(UUID board, UUID received, List<Party> parties) {
    }

    private Side side(Actor by, UUID id, String act) {
        if (!by.may(Permission.RUN_CYCLES))
            by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var found = challenges.with(by).stream().filter(c -> c.id().equals(id)).findFirst()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("neither side of such a challenge"));
            var parties = new ArrayList<Party>();
            if (by.may(Permission.KEEP_RETURN) && found.owner().equals(by.scope()))
                parties.add(Party.OWNER);
            if (by.may(Permission.KEEP_RETURN) && found.peer().equals(by.scope()))
                parties.add(Party.PEER);
            if (by.may(Permission.RUN_CYCLES) && found.board().equals(by.scope()))
                parties.add(Party.BOARD);
            if (parties.isEmpty())
                throw Refusal.NOT_FOUND.because("no say in it");
            trail.add(by, Trace.of(act, id));
            return new Side(found.board(), found.received(), List.copyOf(parties));
        });
    }

    /** One challenge. @throws heed.platform.Refused as not found for those who have no say in it */
    public View open(Actor by, UUID id) {
        var side = side(by, id, "challenge.view");
        return transactions.inScope(side.board(), () -> {
            var there = PeerDesk.guest(by, side.board());
            trail.add(there, Trace.of("challenge.view", id));
            return view(rooms.of(there, side.received()), challenges.get(there, id), side.parties());
        });
    }

    private View view(Room room, Challenge challenge, List<Party> parties) {
        return new View(challenge, room, parties, open(room) ? offers(room, challenge, parties) : List.of(),
                open(room) && parties.contains(Party.OWNER) && challenge.bears() && !challenge.settled());
    }

    /** Whether turns may be taken: while peers ask and the panel sits. */
    private static boolean open(Room room) {
        return room.cycle().state() == CycleState.PEER_REVIEW || room.cycle().state() == CycleState.MODERATION;
    }

    private List<Offer> offers(Room room, Challenge challenge, List<Party> parties) {
        var offers = new ArrayList<Offer>();
        for (var party : parties)
            challenge.open(party).stream().filter(m -> m != ChallengeMove.DECIDE)
                    .filter(m -> m.guard() != ChallengeMove.Guard.ANSWERS_OVERDUE || overdue(room))
                    .forEach(m -> offers.add(new Offer(m, party, false)));
        if (parties.contains(Party.BOARD))
            for (var party : List.of(Party.OWNER, Party.PEER))
                challenge.open(party).stream()
                        .filter(m -> offers.stream().noneMatch(o -> o.move() == m && !o.heard()))
                        .forEach(m -> offers.add(new Offer(m, party, true)));
        return List.copyOf(offers);
    }

    private boolean overdue(Room room) {
        var by = room.cycle().dates().peerBy();
        return by != null && LocalDate.ofInstant(clock.instant(), LondonTime.ZONE).isAfter(by);
    }

    /**
     * Takes a turn.
     *
     * @param seen the version that was read
     * @param code of the offer that was chosen
     * @throws heed.platform.Refused as moved on where another turn was first; as not allowed now where it is not theirs, or
     *                               lacks the words, the minute or the outcome it needs
     */
    public void turn(Actor by, UUID id, int seen, String code, Challenge.Said said) {
        var side = side(by, id, "challenge.turn");
        var moved = transactions.inScope(side.board(), () -> {
            var there = PeerDesk.guest(by, side.board());
            var held = challenges.hold(there, id);
            if (held.version() != seen)
                throw Refusal.MOVED_ON.because("another turn was first");
            var room = rooms.of(there, side.received());
            var offer = view(room, held, side.parties()).offers().stream().filter(o -> o.code().equals(code))
                    .findFirst().orElseThrow(() -> Refusal.NOT_ALLOWED_NOW.because("not their turn"));
            var speaker = new Speaker(offer.party(), switch (offer.party()) {
                case PEER -> held.peer();
                case OWNER -> held.owner();
                case BOARD -> side.board();
            }, by.staff(), offer.heard());
            var outcome = offer.move() == ChallengeMove.WITHDRAW ? ChallengeOutcome.WITHDRAWN : said.outcome();
            var made = held.move(offer.move(), speaker, clock.instant(),
                    new Challenge.Said(said.words(), said.minute(), outcome), clear(room, held, offer.move()));
            challenges.save(there, made);
            trail.add(there, Trace.of("challenge.move", id).because(offer.move().name()));
            return made.made();
        });
        if (moved.state() == ChallengeState.OPEN)
            mailing.tell(Actor.system(moved.owner()), PeerMail.CHALLENGE_TO_ANSWER);
        if (moved.state() == ChallengeState.ANSWERED)
            mailing.tell(Actor.system(moved.peer()), PeerMail.CHALLENGE_WAS_ANSWERED);
    }

    private boolean clear(Room room, Challenge challenge, ChallengeMove move) {
        return switch (move.guard()) {
            case OUTCOME_SO -> changed(room, challenge);
            case ANSWERS_OVERDUE -> overdue(room);
            case NONE, ASKS, PRAISES -> true;
            case PANEL_DECIDED -> false;
        };
    }

    /** Whether the organisation changed its rating and named this challenge. */
    static boolean changed(Room room, Challenge challenge) {
        return room.ratings().stream().anyMatch(r -> r.voice() == Voice.SELF && r.item().equals(challenge.item())
                && challenge.ground().equals(r.ground()));
    }

    /**
     * Changes the organisation's own rating because of a challenge. (Invariant 6)
     *
     * @return why not, in words; empty where it was changed
     */
    List<Wrong> rateAgain(Actor by, UUID id, Verdict verdict, @Nullable String override) {
        var side = side(by, id, "challenge.rate");
        var wrong = transactions.inScope(side.board(), () -> {
            var there = PeerDesk.guest(by, side.board());
            var challenge = challenges.hold(there, id);
            var room = rooms.of(there, side.received());
            if (!view(room, challenge, side.parties()).ownRating())
                throw Refusal.NOT_ALLOWED_NOW.because("no rating to change because of it");
            var scale = room.edition().scale();
            var council = room.copy().council();
            var rating = new Rating(UUID.randomUUID(), challenge.item(), Voice.SELF, challenge.audience(),
                    scale.code(), scale.version(), verdict, council, by.staff(), clock.instant(), challenge.ground(),
                    override, null);
            var before = room.own(challenge.item(), challenge.audience());
            var found = new ArrayList<Wrong>();
            WhoRates.faults(Voice.SELF, new WhoRates.Sitting(by.scope(), room.owner(), side.board(),
                    by.may(Permission.KEEP_RETURN), room.cycle().state(), room.state(),
                    LocalDate.ofInstant(clock.instant(), LondonTime.ZONE), null, null))
                    .forEach(f -> found.add(new Wrong(null, f.words())));
            RatingChange.faults(rating, before, scale, room.ordered(), room.challenges(), room.decisions())
                    .forEach(f -> found.add(new Wrong(null, f.words())));
            boolean evidence = room.line(challenge.item())
                    .map(l -> Room.evidence(l).getOrDefault(Standing.IN, 0) > 0).orElse(false);
            RatingRules.check(rating, new RatingRules.Against(council, scale, room.state(), room.edition().both(),
                    evidence, before)).forEach(f -> found.add(new Wrong(f, f.words())));
            if (before != null && before.stored().equals(verdict.stored()))
                found.add(new Wrong(null, "This is the rating that stands already"));
            if (found.isEmpty()) {
                ratings.add(there, room.copy().id(), rating);
                trail.add(there, Trace.of("received-return.rate-again", room.copy().id()).fields(challenge.item()));
            }
            return found;
        });
        if (wrong.isEmpty())
            delivery.deliver(Actor.system(side.board()));
        return wrong;
    }

    /**
     * Something wrong with a rating.
     *
     * @param fault of the rating itself; null for others
     * @param words what to tell
     */
    record Wrong(RatingRules.@Nullable Fault fault, String words) {
    }

    /** Whether a turn's code is of one that a party is heard with. */
    static boolean heard(String code) {
        return code.endsWith("-HEARD");
    }

    /** The move that a code names; null for none. */
    static @Nullable ChallengeMove move(String code) {
        return Arrays.stream(ChallengeMove.values())
                .filter(m -> code.startsWith(m.name() + "-")).findFirst().orElse(null);
    }
}
