package heed.casework.triage;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Barring;
import heed.access.policy.Opening;
import heed.access.policy.Openings;
import heed.access.policy.Policy;
import heed.access.staff.Staff;
import heed.casework.CaseRef;
import heed.casework.ConcernRef;
import heed.casework.coding.Coding;
import heed.casework.coding.Codings;
import heed.casework.concern.Arrival;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Correspondence;
import heed.casework.concern.Decision;
import heed.casework.concern.Person;
import heed.casework.concern.Status;
import heed.casework.concern.Telling;
import heed.casework.countersign.Countersignatures;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The officers' desk: the queue, and each move of a concern with what it needs. Everything is read through the officer's eyes. */
@Service
public class Desk {
    /** Rows on a page of the queue. */
    public static final int PAGE = 50;

    private final Concerns concerns;
    private final Correspondence letters;
    private final Decisions decisions;
    private final SupportOffers support;
    private final Reasons reasons;
    private final Codings codings;
    private final Countersignatures countersignatures;
    private final Barring barring;
    private final Openings openings;
    private final Arrival arrival;
    private final Staff staff;
    private final Grants grants;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Desk(Concerns concerns, Correspondence letters, Decisions decisions, SupportOffers support, Reasons reasons,
            Codings codings, Countersignatures countersignatures, Barring barring, Openings openings,
            Arrival arrival, Staff staff, Grants grants, Organisations organisations,
            Transactions transactions, Trail trail, Clock clock) {
        this.concerns = concerns;
        this.letters = letters;
        this.decisions = decisions;
        this.support = support;
        this.reasons = reasons;
        this.codings = codings;
        this.countersignatures = countersignatures;
        this.barring = barring;
        this.openings = openings;
        this.arrival = arrival;
        this.staff = staff;
        this.grants = grants;
        this.organisations = organisations;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** The shelves of the queue. */
    enum Shelf {
        WAITING(List.of(Status.RECEIVED)), IN_HAND(List.of(Status.IN_TRIAGE)), DECIDED(List.of(Status.DECIDED));

        private final List<Status> statuses;

        Shelf(List<Status> statuses) {
            this.statuses = statuses;
        }

        List<Status> statuses() {
            return statuses;
        }
    }

    /** One page of the queue, opened. */
    record Queue(Shelf shelf, List<Concern> concerns, Map<UUID, List<Person>> people, Map<UUID, String> officers,
            Map<UUID, Instant> actBy, Map<Shelf, Long> counts, boolean more) {
        /** How far the shelves beside the one shown are counted. */
        static final int COUNTED = 999;
    }

    /** Everything the officers' side of a concern holds, opened. */
    record Opened(Concern concern, Telling telling, List<Concern.Entry> history, List<Decisions.Decided> decisions,
            Map<String, String> reasonLabels, List<SupportOffers.Offer> support, List<Correspondence.Feedback> feedback,
            List<Correspondence.Addendum> addenda, Map<UUID, String> names, @Nullable String service,
            @Nullable Opening reading) {
    }

    Queue queue(Actor by, Shelf shelf, Concerns.@Nullable Cursor after) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var rule = Policy.office(by);
            var found = concerns.list(rule, shelf.statuses(), after, PAGE + 1);
            var page = found.subList(0, Math.min(PAGE, found.size()));
            var counts = new java.util.EnumMap<Shelf, Long>(Shelf.class);
            // Years of decided concerns are counted whole only where they are the list.
            for (var each : Shelf.values())
                counts.put(each, each == shelf
                        ? concerns.count(rule, each.statuses())
                        : concerns.count(rule, each.statuses(), Queue.COUNTED + 1));
            trail.add(by, Trace.list("concern.list", page.stream().map(Concern::id).toList()).because(shelf.name()));
            var officers = staff.names(by, page.stream().map(Concern::takenBy).filter(Objects::nonNull).toList());
            return new Queue(shelf, page, concerns.people(by, page), officers,
                    codings.actBy(by, page.stream().map(Concern::id).toList()), counts, found.size() > PAGE);
        });
    }

    /** How many wait for this officer; for the navigation and the start page. */
    public long waiting(Actor by) {
        if (!by.may(Permission.WORK_CONCERNS))
            return 0;
        return transactions.inScope(by.scope(), () -> concerns.count(Policy.office(by), Shelf.WAITING.statuses()));
    }

    /** Opens it to work on. @throws heed.platform.Refused as not found where the actor may at most read it */
    Opened openToWork(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            concerns.office(by, ref);
            return open(by, ref);
        });
    }

    /** Opens it to read. @throws heed.platform.Refused as not found where the actor may neither work on it nor read it for a time */
    Opened open(Actor by, ConcernRef ref) {
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.toRead(by, ref);
            trail.add(by, concern.inUse()
                    ? Trace.of("concern.view", concern.id()).fields("told", "people", "history", "decisions",
                            "feedback", "addenda")
                    : Trace.of("concern.view-set-aside", concern.id()).fields("history"));
            var history = concerns.history(by, concern);
            var decided = concern.inUse() ? decisions.of(by, concern) : List.<Decisions.Decided>of();
            var feedback = letters.feedback(by, concern);
            var addenda = letters.addenda(by, concern);
            var offers = support.of(concern);
            var ids = new HashSet<UUID>();
            history.forEach(h -> ids.add(h.by()));
            decided.forEach(d -> Stream.of(d.by(), d.lead()).filter(Objects::nonNull).forEach(ids::add));
            feedback.forEach(f -> ids.add(f.by()));
            addenda.forEach(a -> ids.add(a.by()));
            Stream.of(concern.takenBy(), concern.raisedBy()).filter(Objects::nonNull).forEach(ids::add);
            var labels = new java.util.HashMap<String, String>();
            decided.forEach(d -> labels.put(d.reasonCode(), reasons.label(by, d.outcome(), d.reasonCode())));
            return new Opened(concern, concerns.telling(by, concern), history, decided, labels, offers, feedback,
                    addenda,
                    staff.names(by, ids),
                    concern.service() == null ? null : organisations.service(by, concern.service()).name(),
                    onlyReading(by, concern));
        });
    }

    /** How a concern that the actor may only read is open to them; null where they may work on it. */
    private @Nullable Opening onlyReading(Actor by, Concern concern) {
        return by.may(Permission.WORK_CONCERNS) && concerns.byId(Policy.office(by), concern.id()).isPresent()
                ? null
                : openings.openTo(by.staff()).get(concern.id());
    }

    /** The officer takes it up. @throws heed.platform.Refused as not found, or as moved on where it was taken up meanwhile */
    public void takeUp(Actor by, ConcernRef ref) {
        move(by, ref, "concern.take-up", concern -> concern.takeUp(by, clock.instant()));
    }

    /** Gives it back to the queue without being barred from it, for instance at the end of a shift. */
    public void handBack(Actor by, ConcernRef ref, String note) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            if (!by.is(concern.takenBy() == null ? Actor.NOBODY : concern.takenBy()))
                throw Refusal.NOT_ALLOWED_NOW.because("only the officer who took it up hands it back");
            concerns.save(by, concern.handBack(by, clock.instant(), note));
            trail.add(by, Trace.of("concern.hand-back", concern.id()));
            arrival.tellOthers(by, concern, Set.of(by.staff()));
        });
    }

    /** "I know this person": the officer is barred from it at once, and it goes back to the queue if they had it. */
    void standAside(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            concern.mustBeInUse();
            if (concern.status() == Status.IN_TRIAGE
                    && by.is(concern.takenBy() == null ? Actor.NOBODY : concern.takenBy()))
                concerns.save(by, concern.handBack(by, clock.instant(), null));
            barring.exclude(by, concern.id(), by.staff(), "KNOWS");
            trail.add(by, Trace.of("concern.stand-aside", concern.id()).because("KNOWS"));
            arrival.tellOthers(by, concern, Set.of(by.staff()));
        });
    }

    /** What is needed to offer the decisions on a page. */
    record Deciding(Concern concern, List<Person> people, List<Reasons.Reason> reasons, Map<UUID, String> leads) {
    }

    Deciding deciding(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            trail.add(by, Trace.of("concern.view", concern.id()).fields("people"));
            return new Deciding(concern, concerns.people(by, List.of(concern)).getOrDefault(concern.id(), List.of()),
                    reasons.current(by),
                    leads(by, concern));
        });
    }

    /** Who could lead a case from this concern: those who may see it. */
    private Map<UUID, String> leads(Actor by, Concern concern) {
        var facts = barring.facts(concern.id(), concern.marking(), concern.raisedBy());
        var officers = Stream.of(Role.DSO, Role.DSL, Role.ALLEGATIONS_RECIPIENT, Role.ALLEGATIONS_SUBSTITUTE)
                .flatMap(role -> grants.holders(by, role).stream().filter(someone -> sees(someone, by, role, facts)))
                .distinct()
                .toList();
        return staff.names(by, officers);
    }

    private static boolean sees(UUID someone, Actor by, Role role, heed.access.policy.Facts facts) {
        return Policy.office(new Actor(someone, by.scope(), by.council(), Role.permits(Set.of(role)), by.from()))
                .allows(facts);
    }

    /**
     * The officer who took it up decides.
     *
     * @param version of the concern as the officer last saw it
     * @throws heed.platform.Refused as not found, as not allowed now for another officer, or as moved on
     */
    public void decide(Actor by, ConcernRef ref, int version, Decision decision) {
        decide(by, ref, version, decision, -1, null);
    }

    /**
     * As {@link #decide(Actor, ConcernRef, int, Decision)}, coding the concern in the same act.
     *
     * @param seen   the mark of the coding as the officer last saw it
     * @param coding how to code it; null for leaving that as it is
     */
    void decide(Actor by, ConcernRef ref, int version, Decision decision, int seen, Coding.@Nullable Wanted coding) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            if (concern.version() != version)
                throw Refusal.MOVED_ON.because("changed by someone else since the page was opened");
            var now = clock.instant();
            var caseId = switch (decision) {
                case Decision.OpenCase open -> decisions.openCase(by, open.lead(), now);
                case Decision.AddToCase add -> caseWithin(by, add.joins()).id();
                case Decision.NoFurtherAction d -> null;
                case Decision.AdviceGiven d -> null;
                case Decision.Signpost d -> null;
                case Decision.Refer d -> null;
            };
            concerns.save(by, concern.decide(decision, by, now, caseId));
            decisions.add(by, concern, decision, caseId, now);
            trail.add(by, Trace.of("concern.decide", concern.id()).because(decision.outcome().name()));
            if (coding != null)
                codings.save(by, ref, seen, coding);
            if (countersignatures.needed(by, concern, decision.outcome()))
                countersignatures.ask(by, concern);
        });
    }

    /** Whether there is such a case that the actor may see a concern of. */
    boolean knowsCase(Actor by, CaseRef ref) {
        return transactions.inScope(by.scope(), () -> {
            try {
                trail.add(by, Trace.of("case.find", caseWithin(by, ref).id()));
                return true;
            } catch (heed.platform.Refused notTheirs) {
                return false;
            }
        });
    }

    private Decisions.Case caseWithin(Actor by, CaseRef ref) {
        return decisions.caseBy(ref)
                .filter(c -> concerns.inCase(Policy.office(by), c.id()).size() > 0)
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such case for them"));
    }

    /** The case that a concern opened or joined last; empty where it is in none. @throws heed.platform.Refused as not found */
    public Optional<CaseRef> caseOf(Actor by, ConcernRef ref) {
        return open(by, ref).decisions().stream().map(Decisions.Decided::inCase).filter(Objects::nonNull).findFirst();
    }

    /** A case as far as the actor may see it: the concerns in it that they may open. */
    public record CaseOpened(UUID id, CaseRef ref, String lead, Instant openedAt, List<Concern> concerns,
            Map<UUID, List<Person>> people) {
    }

    public CaseOpened openCase(Actor by, CaseRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var found = caseWithin(by, ref);
            var inIt = concerns.inCase(Policy.office(by), found.id());
            trail.add(by, new Trace("case.view", found.id(), List.of(), inIt.stream().map(Concern::id).toList(), null));
            return new CaseOpened(found.id(), found.ref(),
                    staff.names(by, List.of(found.lead())).getOrDefault(found.lead(), "Someone who has left"),
                    found.openedAt(), inIt, concerns.people(by, inIt));
        });
    }

    void reopen(Actor by, ConcernRef ref, String why) {
        move(by, ref, "concern.reopen", concern -> concern.reopen(by, clock.instant(), why));
    }

    private void move(Actor by, ConcernRef ref, String act, java.util.function.Function<Concern, Concern.Moved> how) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            concerns.save(by, how.apply(concern));
            trail.add(by, Trace.of(act, concern.id()));
        });
    }
}
