package heed.casework.mine;

import heed.access.Permission;
import heed.access.policy.Barring;
import heed.access.policy.Marking;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.concern.Arrival;
import heed.casework.concern.Concern;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Concerns;
import heed.casework.concern.Correspondence;
import heed.casework.concern.Correspondence.Kind;
import heed.casework.concern.Guard;
import heed.casework.concern.Person;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What someone raised: their own words, where it stands, and what was written back to them. Not the case (domain 1).
 */
@Service
public class MyConcerns {
    static final int PAGE = 20;

    private final Concerns concerns;
    private final Correspondence letters;
    private final Guard guard;
    private final Arrival arrival;
    private final Barring barring;
    private final Staff staff;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    MyConcerns(Concerns concerns, Correspondence letters, Guard guard, Arrival arrival, Barring barring, Staff staff,
            Outbox outbox,
            Transactions transactions, Trail trail, Clock clock) {
        this.concerns = concerns;
        this.letters = letters;
        this.guard = guard;
        this.arrival = arrival;
        this.barring = barring;
        this.staff = staff;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** One page of what someone raised, latest first. */
    record Listed(List<Concern> concerns, Map<UUID, List<Person>> people, List<UUID> unread, boolean more) {
    }

    /** One of them, opened. */
    record Opened(Concern concern, Telling telling, List<Correspondence.Feedback> feedback,
            List<Correspondence.Addendum> addenda) {
    }

    Listed list(Actor by, Concerns.@Nullable Cursor after, int most) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var found = concerns.raised(by, after, most + 1);
            var page = found.subList(0, Math.min(most, found.size()));
            trail.add(by, Trace.list("concern.mine", page.stream().map(Concern::id).toList()));
            return new Listed(page, concerns.people(by, page), letters.unread(page), found.size() > most);
        });
    }

    /** Reads what was written back. @throws heed.platform.Refused as not found, where it is not theirs */
    public List<Correspondence.Feedback> replies(Actor by, ConcernRef ref) {
        return open(by, ref).feedback();
    }

    /** Opens one and marks what was written back as read. */
    Opened open(Actor by, ConcernRef ref) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.own(by, ref);
            trail.add(by, Trace.of("concern.view-own", concern.id()).fields("told", "people", "feedback", "addenda"));
            var feedback = letters.feedback(by, concern);
            letters.read(concern, clock.instant());
            var own = letters.addenda(by, concern).stream().filter(a -> a.kind() == Kind.BY_REPORTER && by.is(a.by()))
                    .toList();
            return new Opened(concern, concerns.telling(by, concern), feedback, own);
        });
    }

    /**
     * Adds to what was sent. The same submission again adds nothing. Words that name somebody who works here do not join a
     * concern that officers read: they are received as a concern of their own, which goes where such worries go.
     *
     * @return the reference of that concern of its own; empty where the words were added
     */
    public Optional<ConcernRef> add(Actor by, ConcernRef ref, UUID submission, String words) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.own(by, ref);
            var apart = concerns.bySubmission(submission).filter(c -> c.raisedBy() != null && by.is(c.raisedBy()));
            if (apart.isPresent())
                return apart.map(Concern::ref);
            var telling = Telling.BLANK.danger(concern.danger() ? "yes" : "no")
                    .kind(concern.subject().name())
                    .account(new Telling.Account("Added to " + ref + ":\n" + words, "", ""));
            if (concern.marking() != Marking.ALLEGATION && guard.consider(by, telling).allegation()) {
                var received = arrival.receive(by, submission, telling);
                trail.add(by, Trace.of("concern.raise", received.id()));
                return Optional.of(received.ref());
            }
            if (letters.add(by, concern, submission, Kind.BY_REPORTER, words, clock.instant()))
                tell(by, concern);
            trail.add(by, Trace.of("concern.addendum", concern.id()));
            return Optional.empty();
        });
    }

    /** Tells the officer who has it, if they still may see it; otherwise the others. */
    void tell(Actor by, Concern concern) {
        var officer = concern.takenBy();
        if (officer != null && staff.get(by, officer).leftAt() == null
                && !barring.facts(concern.id(), concern.marking(), concern.raisedBy()).excluded().contains(officer))
            outbox.add(by, officer, ConcernMail.ADDED, concern.ref().value(), concern.danger());
        else
            arrival.tellOthers(by, concern, Set.of());
    }
}
