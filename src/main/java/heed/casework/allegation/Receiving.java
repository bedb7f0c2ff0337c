package heed.casework.allegation;

import heed.access.Permission;
import heed.access.policy.Barring;
import heed.access.policy.Marking;
import heed.access.policy.Rule;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.concern.Arrival;
import heed.casework.concern.Concern;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Concerns;
import heed.casework.concern.Correspondence;
import heed.casework.concern.Status;
import heed.platform.Actor;
import heed.platform.Refusal;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What an allegations recipient does besides what every officer can: write the lead's summary, and lift what is none. */
@Service
public class Receiving {
    private final Concerns concerns;
    private final Allegations allegations;
    private final Correspondence letters;
    private final Barring barring;
    private final Arrival arrival;
    private final Staff staff;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Receiving(Concerns concerns, Allegations allegations, Correspondence letters, Barring barring, Arrival arrival,
            Staff staff,
            Outbox outbox, Transactions transactions, Trail trail, Clock clock) {
        this.concerns = concerns;
        this.allegations = allegations;
        this.letters = letters;
        this.barring = barring;
        this.arrival = arrival;
        this.staff = staff;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a recipient sees beside the concern.
     *
     * @param byReporter whether the teller said that it is about someone here; otherwise a typed name matched
     * @param worksAs    a code, or null where only a name matched
     * @param matches    staff that typed names were taken for, worded
     * @param lead       who protects the person at risk meanwhile; null where nobody could be told
     * @param leadStatus where that work stands; null where nobody could be told
     * @param summaries  what was written for the lead
     * @param authors    names of those who wrote them
     */
    public record View(boolean byReporter, @Nullable String worksAs, List<Matched> matches, @Nullable String lead,
            @Nullable Status leadStatus, List<Correspondence.Addendum> summaries, Map<UUID, String> authors) {
    }

    /** Somebody on the staff a typed name was taken for. */
    public record Matched(String name, String post, String place, boolean likely) {
    }

    /** The allegation side of a concern; empty where it is none. Needs the caller to have read the concern. */
    public Optional<View> of(Actor by, Concern concern) {
        if (concern.marking() != Marking.ALLEGATION)
            return Optional.empty();
        return transactions.inScope(by.scope(), () -> {
            var read = concerns.office(by, concern.ref());
            trail.add(by, Trace.of("allegation.view", read.id()));
            return allegations.of(read).map(a -> view(by, a));
        });
    }

    private View view(Actor by, Allegation allegation) {
        var matches = allegation.matches().stream().map(m -> {
            var person = staff.get(by, m.staff());
            return new Matched(person.name(), person.post(), m.place(), m.likely());
        }).toList();
        var protection = protection(by, allegation);
        var lead = protection.flatMap(p -> holders(p).stream().findFirst());
        var summaries = protection
                .map(p -> letters.addenda(by, p).stream().filter(a -> a.kind() == Correspondence.Kind.SUMMARY).toList())
                .orElse(List.of());
        return new View(allegation.byReporter(), allegation.worksAs(), matches,
                lead.map(l -> staff.names(by, List.of(l)).getOrDefault(l, "Someone who has left")).orElse(null),
                protection.map(Concern::status).orElse(null), summaries,
                staff.names(by, summaries.stream().map(Correspondence.Addendum::by).toList()));
    }

    /** Writes the summary from which the lead works, without naming who it is about. */
    public void summarise(Actor by, ConcernRef ref, UUID submission, String words) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var allegation = standing(by, ref);
            var protection = protection(by, allegation)
                    .orElseThrow(() -> Refusal.NOT_ALLOWED_NOW.because("no lead holds a record for this allegation"));
            if (letters.add(by, protection, submission, Correspondence.Kind.SUMMARY, words, clock.instant()))
                for (var lead : holders(protection))
                    outbox.add(by, lead, ConcernMail.ADDED, protection.ref().value(), protection.danger());
            trail.add(by, Trace.of("allegation.summarise", allegation.concern()));
        });
    }

    /**
     * Lifts it: it is not about someone who works here. It goes to the officers as every other concern, the lead's record
     * joins it, and the bars made for it end; whom the teller asked to keep it from stay barred.
     */
    void lift(Actor by, ConcernRef ref, String reasons) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var allegation = standing(by, ref);
            var concern = concerns.office(by, ref);
            if (concern.status() == Status.DECIDED)
                throw Refusal.NOT_ALLOWED_NOW.because("a decided allegation is reopened before it is lifted");
            allegations.lift(by, concern, clock.instant(), reasons);
            protection(by, allegation).filter(p -> p.status() == Status.RECEIVED || p.status() == Status.IN_TRIAGE)
                    .ifPresent(p -> concerns.save(by, p.join(by, clock.instant())));
            barring.lift(by, concern.id(), List.of(Gatekeeper.SUBJECT, Gatekeeper.LINE));
            concerns.unmark(by, concern, clock.instant());
            trail.add(by, Trace.of("allegation.lift", concern.id()));
            arrival.tellOfficers(by, concern,
                    barring.facts(concern.id(), Marking.NORMAL, concern.raisedBy()).excluded());
        });
    }

    /** The record from which a lead protects the person at risk of an allegation; empty where there is none. */
    public Optional<Concern> protection(Actor by, Concern concern) {
        return transactions.inScope(by.scope(), () -> allegations.of(concern).flatMap(a -> protection(by, a)));
    }

    /** Whether a concern is the record from which a lead protects the person at risk of an allegation. */
    public boolean protects(Actor by, Concern concern) {
        return transactions.inScope(by.scope(), () -> allegations.protects(concern));
    }

    /** Requires that it stands as an allegation that the actor may see. @throws heed.platform.Refused as not found otherwise */
    void mustStand(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("allegation.view", standing(by, ref).concern()));
        });
    }

    private Allegation standing(Actor by, ConcernRef ref) {
        var concern = concerns.office(by, ref);
        return allegations.of(concern)
                .filter(a -> a.liftedAt() == null && concern.marking() == Marking.ALLEGATION)
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such allegation for them"));
    }

    /** Who holds the lead's record: named on it and not barred since. */
    private Set<UUID> holders(Concern protection) {
        var facts = barring.facts(protection.id(), protection.marking(), null);
        return facts.named().stream().filter(someone -> !facts.excluded().contains(someone))
                .collect(Collectors.toSet());
    }

    /** The lead's record, for those who may see the allegation. */
    private Optional<Concern> protection(Actor by, Allegation allegation) {
        var id = allegation.protection();
        return id == null
                ? Optional.empty()
                : concerns.byId(
                        new Rule.All(List.of(new Rule.InScope(by.scope()), new Rule.Marked(Marking.RESTRICTED))), id);
    }
}
