package heed.casework.emergency;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Granted;
import heed.access.grant.Grants;
import heed.access.policy.Barring;
import heed.access.policy.Marking;
import heed.access.policy.Opening;
import heed.access.policy.Openings;
import heed.access.policy.Policy;
import heed.access.staff.Staff;
import heed.access.staff.StaffMatch;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Concerns;
import heed.casework.concern.Person;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Emergency access: an officer who was given it opens a restricted concern by its reference, saying why, for an hour and
 * to read. Leads and coordinators are told at once, and one of them reviews it within two working days; until then, and
 * after a review that found it was not right, it is not used again. It never opens an allegation, a concern that is kept
 * from the officer, or one that may be about them: all of these, and a reference that does not exist, have one answer.
 */
@Service
public class Emergency {
    /** How long it stays open. */
    static final Duration LENGTH = Duration.ofHours(1);
    /** Answers of "nothing opened" within an hour, after which there are no more tries for that hour. */
    static final int TRIES = 5;
    private static final int MOST = 100;

    private final EmergencyOpenings emergencies;
    private final Concerns concerns;
    private final Barring barring;
    private final Openings openings;
    private final Grants grants;
    private final Staff staff;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Emergency(EmergencyOpenings emergencies, Concerns concerns, Barring barring, Openings openings, Grants grants,
            Staff staff, Outbox outbox, Transactions transactions, Trail trail, Clock clock) {
        this.emergencies = emergencies;
        this.concerns = concerns;
        this.barring = barring;
        this.openings = openings;
        this.grants = grants;
        this.staff = staff;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Why somebody cannot use it now. */
    public enum Stopped {
        /** An earlier use was not reviewed in time. */
        NOT_REVIEWED,
        /** A review found that an earlier use was not right, and they have not been given it anew. */
        FOUND_NOT_RIGHT,
        /** Too many references that opened nothing. */
        TOO_MANY_TRIES
    }

    /** Why the actor cannot use it now; empty where they can. */
    public Optional<Stopped> stopped(Actor by) {
        by.must(Permission.OPEN_IN_EMERGENCY);
        return transactions.inScope(by.scope(), () -> {
            var now = clock.instant();
            var own = emergencies.of(by, by.staff());
            var given = grants.of(by, by.staff()).stream()
                    .filter(g -> g.role() == Role.EMERGENCY_READER && g.countsAt(now)).map(Granted::grantedAt)
                    .max(Instant::compareTo).orElse(Instant.EPOCH);
            for (var one : own) {
                var review = one.review();
                if (review == null && now.isAfter(one.reviewBy()))
                    return Optional.of(Stopped.NOT_REVIEWED);
                if (review != null && review.finding() == EmergencyOpening.Finding.NOT_RIGHT
                        && !given.isAfter(review.at()))
                    return Optional.of(Stopped.FOUND_NOT_RIGHT);
            }
            return trail.refusals(by, "emergency.open", now.minus(LENGTH)) >= TRIES
                    ? Optional.of(Stopped.TOO_MANY_TRIES)
                    : Optional.empty();
        });
    }

    /**
     * Opens a restricted concern for an hour.
     *
     * @throws heed.platform.Refused as not found where there is none that can be opened so, whatever the reason; as not
     *                               allowed now where {@link #stopped} says why
     */
    public void open(Actor by, ConcernRef ref, String why) {
        if (stopped(by).isPresent())
            throw Refusal.NOT_ALLOWED_NOW.because("emergency access is stopped for them");
        try {
            transactions.inScope(by.scope(), () -> {
                var concern = concerns.bySpoken(ref).filter(c -> opens(by, c))
                        .orElseThrow(() -> Refusal.NOT_FOUND.because("nothing opens so"));
                var now = clock.instant();
                var until = now.plus(LENGTH);
                openings.open(by, concern.id(), by.staff(), Opening.Kind.EMERGENCY, until);
                emergencies.add(by, concern, now, until, why);
                trail.add(by, Trace.of("emergency.open", concern.id()).fields("why", "until"));
                for (var lead : reviewers(by, concern))
                    outbox.add(by, lead, ConcernMail.OPENED_IN_EMERGENCY, ref.value(), true);
            });
        } catch (Refused nothing) {
            trail.refused(by, Trace.of("emergency.open").because("NOTHING_OPENED"));
            throw nothing;
        }
    }

    /** Whether the actor can open this concern without any emergency. */
    public boolean needsNone(Actor by, ConcernRef ref) {
        by.must(Permission.OPEN_IN_EMERGENCY);
        return transactions.inScope(by.scope(), () -> {
            var seen = concerns.bySpoken(ref)
                    .flatMap(c -> concerns.byId(Policy.read(by, clock.instant()), c.id()));
            seen.ifPresent(c -> trail.add(by, Trace.of("concern.find", c.id())));
            return seen.isPresent();
        });
    }

    /** Whether a reference opens anything to the actor; asked nowhere that they are told. */
    public boolean opens(Actor by, ConcernRef ref) {
        by.must(Permission.OPEN_IN_EMERGENCY);
        return transactions.inScope(by.scope(),
                () -> concerns.bySpoken(ref).filter(c -> opens(by, c)).isPresent());
    }

    private boolean opens(Actor by, Concern concern) {
        var facts = barring.facts(concern.id(), concern.marking(), concern.raisedBy());
        return concern.marking() == Marking.RESTRICTED && concern.inUse() && !facts.excluded().contains(by.staff())
                && !facts.named().contains(by.staff()) && !aboutThem(by, concern);
    }

    /** Whether anybody named may be the actor, or somebody in their line: a possibility is enough. */
    private boolean aboutThem(Actor by, Concern concern) {
        var near = new HashSet<>(staff.line(by, by.staff()));
        near.add(by.staff());
        return concerns.people(by, List.of(concern)).getOrDefault(concern.id(), List.of()).stream()
                .flatMap((Person p) -> Stream.of(p.name(), p.knownAs())).filter(name -> !name.isBlank())
                .flatMap(name -> staff.matching(by, name).stream()).map(StaffMatch::staff).anyMatch(near::contains);
    }

    /** Leads and coordinators it is not kept from, but for whoever opened it. */
    private Set<UUID> reviewers(Actor by, Concern concern) {
        var facts = barring.facts(concern.id(), concern.marking(), concern.raisedBy());
        var found = new HashSet<UUID>();
        for (var role : List.of(Role.DSL, Role.COORDINATOR))
            found.addAll(grants.holders(by, role));
        found.removeAll(facts.excluded());
        found.remove(by.staff());
        return found;
    }

    /** Closes what the actor opened, before the hour is over. @throws heed.platform.Refused as moved on where it is closed */
    void close(Actor by, ConcernRef ref) {
        transactions.inScope(by.scope(), () -> {
            var concern = concerns.toRead(by, ref);
            if (!openings.openTo(by.staff()).containsKey(concern.id()))
                throw Refusal.MOVED_ON.because("not open to them any more");
            openings.close(by, concern.id(), by.staff());
            trail.add(by, Trace.of("emergency.close", concern.id()));
        });
    }

    /** Emergency openings as a reviewer sees them, with the names of those concerned. */
    record Reviewing(List<EmergencyOpening> openings, Map<UUID, String> names) {
    }

    /** Those that wait for a review and the latest that had one, but those of concerns kept from the actor. */
    Reviewing reviews(Actor by) {
        by.must(Permission.GRANT_READERS);
        return transactions.inScope(by.scope(), () -> {
            var all = emergencies.all(by, MOST).stream().filter(e -> mayKnow(by, e)).toList();
            trail.add(by, new Trace("emergency.list", null, List.of("staff", "why"),
                    all.stream().map(EmergencyOpening::concern).distinct().toList(), null));
            return named(by, all);
        });
    }

    /** How many wait for a review by the actor. */
    long waiting(Actor by) {
        if (!by.may(Permission.GRANT_READERS))
            return 0;
        return transactions.inScope(by.scope(), () -> emergencies.waiting(by));
    }

    /** One, to be reviewed or read. @throws heed.platform.Refused as not found */
    Reviewing review(Actor by, UUID id) {
        by.must(Permission.GRANT_READERS);
        return transactions.inScope(by.scope(), () -> {
            var one = known(by, id);
            trail.add(by, Trace.of("emergency.view", one.concern()).fields("staff", "why", "finding"));
            return named(by, List.of(one));
        });
    }

    /**
     * Keeps what the actor found of somebody else's emergency opening.
     *
     * @throws heed.platform.Refused as not found; as not allowed now for one's own; as moved on where it was reviewed
     */
    void review(Actor by, UUID id, EmergencyOpening.Finding finding, String words) {
        by.must(Permission.GRANT_READERS);
        transactions.inScope(by.scope(), () -> {
            var one = known(by, id);
            if (by.is(one.staff()))
                throw Refusal.NOT_ALLOWED_NOW.because("one's own");
            emergencies.review(by, one, new EmergencyOpening.Review(by.staff(), clock.instant(), finding, words));
            trail.add(by, Trace.of("emergency.review", one.concern()).because(finding.name()));
        });
    }

    private EmergencyOpening known(Actor by, UUID id) {
        return emergencies.byId(by, id).filter(e -> mayKnow(by, e))
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such emergency opening for them"));
    }

    private boolean mayKnow(Actor by, EmergencyOpening opening) {
        return !barring.facts(opening.concern(), Marking.RESTRICTED, null).excluded().contains(by.staff());
    }

    private Reviewing named(Actor by, List<EmergencyOpening> all) {
        var ids = new HashSet<UUID>();
        all.forEach(e -> {
            ids.add(e.staff());
            if (e.review() != null)
                ids.add(e.review().by());
        });
        return new Reviewing(all, staff.names(by, ids));
    }
}
