package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.cycle.Cycle;
import heed.assurance.cycle.CycleState;
import heed.assurance.cycle.Cycles;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.ReceivedReturns;
import heed.assurance.exercise.ReturnState;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a board does about a cycle's reviews: pairs organisations, rules on what reviewers declare, lays returns side by side. */
@Component
public class BoardDesk {
    private final Cycles cycles;
    private final Pairings pairings;
    private final Rooms rooms;
    private final ReceivedReturns received;
    private final ChallengeBook challenges;
    private final PeerMailing mailing;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    BoardDesk(Cycles cycles, Pairings pairings, Rooms rooms, ReceivedReturns received,
            ChallengeBook challenges, PeerMailing mailing,
            Transactions transactions, Trail trail, Clock clock) {
        this.cycles = cycles;
        this.pairings = pairings;
        this.rooms = rooms;
        this.received = received;
        this.challenges = challenges;
        this.mailing = mailing;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A cycle's reviews at a glance.
     *
     * @param cycle        the cycle
     * @param invited      who was invited
     * @param came         the returns that came
     * @param first        the first question of one of them; null while none came
     * @param pairings     who reviews whom
     * @param declarations what reviewers declared, oldest first
     * @param names        names of organisations
     */
    public record Desk(Cycle cycle, List<Cycles.Standing> invited, List<Came> came, @Nullable String first,
            List<Pairing> pairings, List<Declaration> declarations, Map<UUID, String> names) {
        String name(UUID organisation) {
            return names.getOrDefault(organisation, "An organisation that has left");
        }

        /** Whether pairs can still be made. */
        boolean pairs() {
            return cycle.state().ordinal() <= CycleState.PEER_REVIEW.ordinal();
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Desk[" + cycle.id() + "]";
        }
    }

    /** A return that came: where it stands, and where the challenges on it do. */
    public record Came(ReceivedReturns.Copy copy, ReturnState state, List<ChallengeState> challenges) {
    }

    /** A cycle's reviews. @throws heed.platform.Refused as not found */
    public Desk desk(Actor by, UUID cycle) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> {
            var found = cycles.known(by, cycle);
            var standing = cycles.standing(by, cycle);
            var names = rooms.names();
            var states = challenges.states(by, cycle);
            var came = received.of(by, cycle).stream()
                    .map(c -> new Came(c, Rooms.state(standing, c), states.getOrDefault(c.id(), List.of())))
                    .sorted(Comparator.comparing((Came c) -> names.getOrDefault(c.copy().from(), ""))).toList();
            var first = came.isEmpty()
                    ? null
                    : received.said(by, came.getFirst().copy()).items().stream().map(FrozenReturn.ItemLine::code)
                            .findFirst().orElse(null);
            trail.add(by, Trace.list("cycle-reviews.view", cycle, came.stream().map(c -> c.copy().id()).toList()));
            return new Desk(found, standing, came, first, pairings.of(by, cycle), pairings.declarations(by, cycle),
                    names);
        });
    }

    /**
     * A cycle's returns, for one question side by side.
     *
     * @param rooms    the returns
     * @param order    codes of every question that one of them answers, in the order of the edition
     * @param invited  who was invited
     * @param pairings who reviews whom
     * @param names    names of organisations
     */
    record Laid(List<Room> rooms, List<String> order, List<Cycles.Standing> invited, List<Pairing> pairings,
            Map<UUID, String> names) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Laid[" + rooms.size() + "]";
        }
    }

    /** A cycle's returns whole. @throws heed.platform.Refused as not found */
    Laid sitting(Actor by, UUID cycle) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> {
            var all = rooms.all(by, cycle);
            trail.add(by, Trace.list("moderation.view", cycle, all.stream().map(r -> r.copy().id()).toList()));
            return new Laid(all, rooms.order(by, cycle, all), cycles.standing(by, cycle), pairings.of(by, cycle),
                    rooms.names());
        });
    }

    private Cycle pairing(Actor by, UUID id) {
        var cycle = cycles.known(by, id);
        if (cycle.state().ordinal() > CycleState.PEER_REVIEW.ordinal())
            throw Refusal.NOT_ALLOWED_NOW.because("peer review is over");
        return cycle;
    }

    /**
     * Asks one organisation to review another's return.
     *
     * @throws heed.platform.Refused as not found where one was not invited; as not allowed now once peer review is over, or
     *                               where the two are one or are paired already
     */
    public void pair(Actor by, UUID cycle, UUID reviewer, UUID owner, LocalDate from, LocalDate until) {
        by.must(Permission.RUN_CYCLES);
        transactions.inScope(by.scope(), () -> {
            pairing(by, cycle);
            var invited = cycles.standing(by, cycle).stream().map(Cycles.Standing::scope).collect(Collectors.toSet());
            if (!invited.contains(owner) || rooms.names().get(reviewer) == null)
                throw Refusal.NOT_FOUND.because("not of this cycle");
            if (reviewer.equals(owner))
                throw Refusal.NOT_ALLOWED_NOW.because("nobody reviews their own return");
            var made = new Pairing(UUID.randomUUID(), cycle, reviewer, owner, from, until, null);
            if (!pairings.add(by, made, clock.instant()))
                throw Refusal.NOT_ALLOWED_NOW.because("paired already");
            trail.add(by, Trace.of("pairing.make", made.id()));
        });
        mailing.tell(Actor.system(reviewer), PeerMail.REVIEW_ASKED);
    }

    /**
     * Pairs everybody who was invited: each reviews so many, and last year's pairs are avoided where they can be. Pairs that
     * are there stay.
     *
     * @return how many pairs are new
     */
    int pairAll(Actor by, UUID cycle, int each, LocalDate from, LocalDate until) {
        by.must(Permission.RUN_CYCLES);
        var fresh = transactions.inScope(by.scope(), () -> {
            pairing(by, cycle);
            var avoid = new HashSet<Pairing.Pair>();
            pairings.all(by).stream().filter(p -> !p.cycle().equals(cycle))
                    .forEach(p -> avoid.add(new Pairing.Pair(p.reviewer(), p.owner())));
            var made = new ArrayList<Pairing>();
            for (var pair : Pairing.proposed(
                    cycles.standing(by, cycle).stream().map(Cycles.Standing::scope).toList(), each, avoid)) {
                var one = new Pairing(UUID.randomUUID(), cycle, pair.reviewer(), pair.owner(), from, until, null);
                if (pairings.add(by, one, clock.instant()))
                    made.add(one);
            }
            trail.add(by, Trace.list("pairing.propose", cycle, made.stream().map(Pairing::id).toList()));
            return made;
        });
        fresh.stream().map(Pairing::reviewer).distinct()
                .forEach(r -> mailing.tell(Actor.system(r), PeerMail.REVIEW_ASKED));
        return fresh.size();
    }

    /** Ends a pairing from today on. @throws heed.platform.Refused as not found, or as moved on where it was ended */
    void end(Actor by, UUID cycle, UUID pairing) {
        by.must(Permission.RUN_CYCLES);
        transactions.inScope(by.scope(), () -> {
            if (pairings.of(by, cycle).stream().noneMatch(p -> p.id().equals(pairing)))
                throw Refusal.NOT_FOUND.because("no such pairing");
            pairings.end(by, pairing, today());
            trail.add(by, Trace.of("pairing.end", pairing));
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
    }

    /** A declaration that waits for the panel. */
    record Waiting(UUID cycle, Declaration declaration, String reviewer, String owner) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Waiting[" + declaration.id() + "]";
        }
    }

    /** One declaration. @throws heed.platform.Refused as not found */
    Waiting declaration(Actor by, UUID id) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> {
            var found = pairings.declaration(by, id);
            var names = rooms.names();
            trail.add(by, Trace.of("declaration.view", id));
            return new Waiting(found.cycle(), found.declaration(),
                    names.getOrDefault(found.declaration().reviewer(), "An organisation that has left"),
                    names.getOrDefault(found.declaration().owner(), "An organisation that has left"));
        });
    }

    /**
     * Writes down what the panel made of a declaration.
     *
     * @throws heed.platform.Refused as moved on where it has decided; as not allowed now without a good minute or a reason,
     *                               or where nothing was declared
     */
    public void rule(Actor by, UUID id, Declaration.Ruling ruling) {
        by.must(Permission.RUN_CYCLES);
        transactions.inScope(by.scope(), () -> {
            if (pairings.declaration(by, id).declaration().relationships().isEmpty())
                throw Refusal.NOT_ALLOWED_NOW.because("nothing was declared");
            if (!ruling.minute().good(today()) || ruling.why().isBlank())
                throw Refusal.NOT_ALLOWED_NOW.because("a ruling has a minute and a reason");
            pairings.rule(by, id, ruling, clock.instant());
            trail.add(by, Trace.of("declaration.rule", id).because(ruling.says().name()));
        });
    }
}
