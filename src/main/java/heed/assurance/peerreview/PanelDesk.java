package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.check.Answer;
import heed.assurance.check.Checks;
import heed.assurance.check.Draft;
import heed.assurance.check.Finding;
import heed.assurance.check.Passage;
import heed.assurance.check.Place;
import heed.assurance.cycle.CycleState;
import heed.assurance.evidence.Window;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingRules;
import heed.assurance.exercise.ReturnMove;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.assurance.exercise.WordFromBoard;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a board does about one return that it received: reads it, decides disputes, agrees its ratings, moves it on. */
@Component
public class PanelDesk {
    private final Rooms rooms;
    private final BoardRatings ratings;
    private final ChallengeBook challenges;
    private final RatingDelivery delivery;
    private final WordFromBoard word;
    private final PeerMailing mailing;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    PanelDesk(Rooms rooms, BoardRatings ratings, ChallengeBook challenges, RatingDelivery delivery, WordFromBoard word,
            PeerMailing mailing,
            Transactions transactions, Trail trail, Clock clock) {
        this.rooms = rooms;
        this.ratings = ratings;
        this.challenges = challenges;
        this.delivery = delivery;
        this.word = word;
        this.mailing = mailing;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A return that the board received. @throws heed.platform.Refused as not found */
    Room open(Actor by, UUID received) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> {
            var room = rooms.of(by, received);
            trail.add(by, Trace.of("received-return.view", received));
            return room;
        });
    }

    /** Why the board agreed another rating than the one before, by question and audience. */
    Map<String, String> reasons(Actor by, UUID received) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> ratings.reasons(by, received));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
    }

    private WhoRates.Sitting sitting(Actor by, Room room) {
        return new WhoRates.Sitting(by.scope(), room.owner(), by.scope(), by.may(Permission.RUN_CYCLES),
                room.cycle().state(), room.state(), today(), null, null);
    }

    private static List<String> rules(Room room, List<Rating> all) {
        var found = new ArrayList<String>();
        for (var rating : all)
            for (var fault : RatingRules.check(rating, new RatingRules.Against(room.copy().council(),
                    room.edition().scale(), room.state(), room.edition().both(), true,
                    room.own(rating.item(), rating.audience()))))
                found.add(rating.item() + ": " + fault.words());
        return found;
    }

    /**
     * Writes down what a panel decided on a question, with the rating that follows, and settles what it was asked.
     *
     * @return what is wrong, in words; empty where it was written
     */
    public List<String> decide(Actor by, PanelDecision decision) {
        by.must(Permission.RUN_CYCLES);
        var wrong = transactions.inScope(by.scope(), () -> {
            var room = rooms.of(by, decision.ret());
            PeerDesk.question(room, decision.item());
            var found = new ArrayList<String>();
            WhoRates.faults(Voice.MODERATED, sitting(by, room)).forEach(f -> found.add(f.words()));
            decision.faults(room.challenges(), today()).forEach(f -> found.add(f.words()));
            var rating = decision.rating(room.edition().scale(), by.scope(), by.staff(), clock.instant());
            boolean rates = !(decision.verdict() instanceof Verdict.NotRated);
            found.addAll(rules(room, List.of(rating)));
            if (!found.isEmpty())
                return found;
            ratings.decide(by, decision, clock.instant());
            if (rates)
                ratings.add(by, decision.ret(), rating);
            var own = room.own(decision.item(), decision.audience());
            var outcome = decision.outcome(own == null ? new Verdict.NotRated() : own);
            for (var challenge : room.challenges())
                if (decision.refs().contains(challenge.ref()))
                    challenges.save(by,
                            challenge.move(ChallengeMove.DECIDE, Speaker.own(Party.BOARD, by.scope(), by.staff()),
                                    clock.instant(),
                                    new Challenge.Said(decision.why(), decision.minute(), outcome), true));
            trail.add(by, Trace.of("panel.decide", decision.id()).fields(decision.item()));
            return List.<String>of();
        });
        if (wrong.isEmpty()) {
            delivery.deliver(Actor.system(by.scope()));
            mailing.tell(Actor.system(decision.owner()), PeerMail.BOARD_HAS_DECIDED);
        }
        return wrong;
    }

    /**
     * Writes down the ratings that the board agreed in a minute, and moves the return to where that belongs.
     *
     * @return what is wrong, in words; empty where it was written
     */
    public List<String> agree(Actor by, BoardAgreement agreement) {
        by.must(Permission.RUN_CYCLES);
        record Done(List<String> wrong, @Nullable Room room) {
        }
        var done = transactions.inScope(by.scope(), () -> {
            var room = rooms.of(by, agreement.ret());
            var found = new ArrayList<String>();
            WhoRates.faults(Voice.AGREED, sitting(by, room)).forEach(f -> found.add(f.words()));
            for (var fault : agreement.faults(RatingRules.now(room.ratings()), room.challenges(),
                    LocalDate.ofInstant(room.copy().at(), LondonTime.ZONE), today()))
                found.add((fault.item().isEmpty() ? "" : fault.item() + ": ") + fault.fault().words());
            if (agreement.lines().isEmpty())
                found.add("Nothing is rated yet");
            var all = agreement.ratings(room.edition().scale(), by.scope(), by.staff(), clock.instant());
            found.addAll(rules(room, all));
            if (!found.isEmpty())
                return new Done(found, null);
            ratings.agree(by, agreement, clock.instant());
            all.forEach(r -> ratings.add(by, agreement.ret(), r));
            trail.add(by, Trace.list("board.agree", agreement.ret(), all.stream().map(Rating::id).toList()));
            return new Done(List.of(), room);
        });
        var room = done.room();
        if (room != null) {
            delivery.deliver(Actor.system(by.scope()));
            forward(room);
            mailing.tell(Actor.system(room.owner()), PeerMail.BOARD_HAS_DECIDED);
        }
        return done.wrong();
    }

    /** Moves a return through what the agreement implies: asked about, moderated, agreed. */
    private void forward(Room room) {
        var state = room.state();
        for (var move : List.of(ReturnMove.CHALLENGE, ReturnMove.MODERATE, ReturnMove.AGREE))
            if (move.from() == state) {
                word.move(Actor.system(room.owner()), room.ret(), move, null, true);
                state = move.to();
            }
    }

    /** Moves that the board may make of a return now, besides those that agreeing its ratings makes. */
    static List<ReturnMove> moves(Room room) {
        var moves = new ArrayList<ReturnMove>();
        if (room.state() == ReturnState.SUBMITTED && room.cycle().state() != CycleState.PUBLISHED)
            moves.add(ReturnMove.SEND_BACK);
        if (room.state() == ReturnState.UNDER_CHALLENGE && room.cycle().state() == CycleState.MODERATION
                && Challenge.inTheWay(room.challenges()).isEmpty())
            moves.add(ReturnMove.MODERATE);
        if (room.state() == ReturnState.AGREED
                && (room.cycle().state() == CycleState.AGREED || room.cycle().state() == CycleState.PUBLISHED))
            moves.add(ReturnMove.PUBLISH);
        return List.copyOf(moves);
    }

    /**
     * Moves a return.
     *
     * @param checked whether somebody read it for people and single cases, where it is published
     * @throws heed.platform.Refused as not allowed now where the move is not open, lacks words, or its guard says no
     */
    public void move(Actor by, UUID received, ReturnMove move, String note, boolean checked) {
        by.must(Permission.RUN_CYCLES);
        var room = transactions.inScope(by.scope(), () -> {
            var found = rooms.of(by, received);
            if (!moves(found).contains(move))
                throw Refusal.MOVED_ON.because("not open now");
            trail.add(by, Trace.of("received-return.move", received).because(move.name()));
            return found;
        });
        word.move(Actor.system(room.owner()), room.ret(), move, note.isBlank() ? null : note,
                move.guard() != ReturnMove.Guard.DISCLOSURE_CHECKED || checked);
        mailing.tell(Actor.system(room.owner()), PeerMail.BOARD_HAS_DECIDED);
    }

    /** What tells of a person or a single case in what a return says. (Invariant 22) */
    static List<Finding> disclosures(FrozenReturn said) {
        var answers = said.items().stream().map(i -> new Answer(i.code(), passages(i), false, null, true)).toList();
        var until = LocalDate.parse(said.windowUntil());
        return Checks.of(new Draft(answers, new Window(LocalDate.parse(said.windowFrom()), until), until)).stream()
                .filter(f -> f.kind() == Finding.Kind.DISCLOSURE).toList();
    }

    private static List<Passage> passages(FrozenReturn.ItemLine item) {
        var all = new ArrayList<Passage>();
        int n = 0;
        for (var paragraph : item.answer().split("\n\\s*\n"))
            if (!paragraph.isBlank())
                all.add(new Passage(new Place(item.code(), Place.Part.RESPONSE, ++n), paragraph));
        all.addAll(evidence(item));
        all.addAll(beside(item));
        return List.copyOf(all);
    }

    /** What is printed beside its ratings in somebody's own words, as places in it. */
    private static List<Passage> beside(FrozenReturn.ItemLine item) {
        var words = item.ratings().stream().flatMap(r -> Stream.concat(r.known().stream(),
                Stream.of(r.reason(), r.override(), r.transcribed()).filter(Objects::nonNull))).distinct().toList();
        return IntStream.range(0, words.size())
                .mapToObj(n -> new Passage(new Place(item.code(), Place.Part.RATING, n + 1), words.get(n))).toList();
    }

    /** Its statements of evidence, as places in it. */
    static List<Passage> evidence(FrozenReturn.ItemLine item) {
        var all = new ArrayList<Passage>();
        for (var line : item.evidence())
            all.add(new Passage(new Place(item.code(), Place.Part.EVIDENCE, all.size() + 1), line.words()));
        return List.copyOf(all);
    }

    /**
     * What the board has proposed to it: for each question what the panel, else the organisation says.
     *
     * @param apart whether children and adults are rated apart, where the edition is for both
     */
    static List<BoardAgreement.Line> proposed(Room room, boolean apart) {
        var lines = BoardAgreement.proposed(room.said().items().stream().map(FrozenReturn.ItemLine::code).toList(),
                RatingRules.now(room.ratings()));
        if (!apart || !room.edition().both())
            return lines;
        return lines.stream().flatMap(l -> l.audience() != Audience.ALL
                ? Stream.of(l)
                : Stream.of(Audience.CHILDREN, Audience.ADULTS)
                        .map(a -> new BoardAgreement.Line(l.item(), a, l.verdict(), l.why())))
                .toList();
    }

    /** Everybody's rating of a question that a panel may choose for. */
    static List<Audience> audiences(Room room) {
        return room.edition().both() ? List.of(Audience.values()) : List.of(Audience.ALL);
    }
}
