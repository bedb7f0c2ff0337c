package heed.casework.restriction;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Barring;
import heed.access.policy.Facts;
import heed.access.policy.Marking;
import heed.access.policy.Opening;
import heed.access.policy.Openings;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.allegation.Receiving;
import heed.casework.concern.Arrival;
import heed.casework.concern.Concern;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Concerns;
import heed.casework.concern.Guard;
import heed.casework.concern.Status;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Changes who may see a concern. What is changed bites at everybody's next request. A lead restricts; any officer keeps
 * somebody from a concern, at once, because that only protects; letting them back is for a lead, or for the recipients
 * where it is an allegation. The record from which a lead protects the person at risk of an allegation is changed with
 * the allegation and not here: whom it is kept from would tell whom it is about.
 */
@Service
public class Restriction {
    /** The longest that a record can be opened to somebody at once. */
    static final Duration LONGEST = Duration.ofDays(90);

    private final Concerns concerns;
    private final AccessChanges changes;
    private final Receiving receiving;
    private final Guard guard;
    private final Arrival arrival;
    private final Barring barring;
    private final Openings openings;
    private final Grants grants;
    private final Staff staff;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Restriction(Concerns concerns, AccessChanges changes, Receiving receiving, Guard guard, Arrival arrival,
            Barring barring, Openings openings, Grants grants, Staff staff, Outbox outbox, Transactions transactions,
            Trail trail, Clock clock) {
        this.concerns = concerns;
        this.changes = changes;
        this.receiving = receiving;
        this.guard = guard;
        this.arrival = arrival;
        this.barring = barring;
        this.openings = openings;
        this.grants = grants;
        this.staff = staff;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A concern before a change, and the officers who could be named on it. */
    record Choosing(Concern concern, Set<UUID> named, Map<UUID, String> officers, boolean mayManage) {
    }

    /** Reads a concern for a form that changes who may see it. */
    Choosing choosing(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = changeable(by, ref);
            trail.add(by, Trace.of("concern.view-access", concern.id()).fields("named"));
            var facts = facts(concern);
            return new Choosing(concern, facts.named(), officers(by, facts), mayManage(by, concern));
        });
    }

    /** Whether this person may name people on a concern, let somebody back or open it to somebody. */
    static boolean mayManage(Actor by, Concern concern) {
        // Whoever sees an allegation receives it, or stands in for those who do.
        return concern.marking() == Marking.ALLEGATION || by.may(Permission.RESTRICT);
    }

    /**
     * Restricts a concern to these people and the actor. Whoever has it and is not among them has it no longer, and
     * nobody it was open to for a time keeps that.
     *
     * @param version of the concern as it was last seen
     * @throws heed.platform.Refused as not found; as moved on, where it changed meanwhile or is restricted already; as not
     *                               allowed now, where fewer than two people would see it
     */
    public void restrict(Actor by, ConcernRef ref, int version, Set<UUID> people, String why) {
        by.must(Permission.RESTRICT);
        transactions.inScope(by.scope(), () -> {
            var concern = changeable(by, ref);
            if (concern.marking() != Marking.NORMAL || concern.version() != version)
                throw Refusal.MOVED_ON.because("changed since it was read");
            var named = new HashSet<>(people);
            named.add(by.staff());
            if (!officers(by, facts(concern)).keySet().containsAll(named))
                throw Refusal.NOT_ALLOWED_NOW.because("somebody who is no officer, or is kept from it");
            if (named.size() < 2)
                throw Refusal.NOT_ALLOWED_NOW.because("one person alone");
            var marked = concern.marked(Marking.RESTRICTED);
            var holder = concern.takenBy();
            if (concern.status() == Status.IN_TRIAGE && holder != null && !named.contains(holder))
                concerns.save(by, marked.handBack(by, clock.instant(), null));
            else
                concerns.mark(marked);
            openings.closeAll(by, concern.id());
            change(by, concern, AccessChange.Kind.RESTRICTED, null, null, why);
            trail.add(by, Trace.of("concern.restrict", concern.id()).fields("marking", "named"));
            for (var someone : named)
                name(by, concern, someone);
        });
    }

    /** Lifts a restriction: every officer who is not kept from it sees it again. */
    public void lift(Actor by, ConcernRef ref, String why) {
        by.must(Permission.RESTRICT);
        transactions.inScope(by.scope(), () -> {
            var concern = changeable(by, ref);
            if (concern.marking() != Marking.RESTRICTED)
                throw Refusal.MOVED_ON.because("not restricted any more");
            var open = concern.marked(Marking.NORMAL);
            concerns.mark(open);
            facts(concern).named().forEach(someone -> barring.unname(by, concern.id(), someone));
            change(by, concern, AccessChange.Kind.UNRESTRICTED, null, null, why);
            trail.add(by, Trace.of("concern.unrestrict", concern.id()).fields("marking", "named"));
            if (open.status() == Status.RECEIVED)
                arrival.tellOthers(by, open, Set.of(by.staff()));
        });
    }

    /** Names officers on a restricted concern. */
    public void name(Actor by, ConcernRef ref, Set<UUID> people) {
        by.must(Permission.RESTRICT);
        transactions.inScope(by.scope(), () -> {
            var concern = restricted(by, ref);
            var facts = facts(concern);
            if (!officers(by, facts).keySet().containsAll(people))
                throw Refusal.NOT_ALLOWED_NOW.because("somebody who is no officer, or is kept from it");
            people.stream().filter(someone -> !facts.named().contains(someone)).forEach(someone -> {
                name(by, concern, someone);
                change(by, concern, AccessChange.Kind.NAMED, someone, null, null);
            });
            trail.add(by, new Trace("concern.name", concern.id(), List.of("named"), List.copyOf(people), null));
        });
    }

    /**
     * Takes somebody's name off a restricted concern; it goes back to the queue if they had it.
     *
     * @throws heed.platform.Refused as not allowed now, where no lead or fewer than two people would be left
     */
    public void unname(Actor by, ConcernRef ref, UUID someone) {
        by.must(Permission.RESTRICT);
        transactions.inScope(by.scope(), () -> {
            var concern = restricted(by, ref);
            var left = new HashSet<>(facts(concern).named());
            if (!left.remove(someone))
                throw Refusal.MOVED_ON.because("not named any more");
            if (left.size() < 2 || grants.holders(by, Role.DSL).stream().noneMatch(left::contains))
                throw Refusal.NOT_ALLOWED_NOW.because("no lead, or one person alone, would be left");
            handBackFrom(by, concern, someone);
            barring.unname(by, concern.id(), someone);
            change(by, concern, AccessChange.Kind.UNNAMED, someone, null, null);
            trail.add(by, touching("concern.unname", concern, someone));
        });
    }

    /**
     * Keeps somebody from a concern whatever their role, from now on. It goes back to the queue if they had it. What they
     * told us themselves they still see.
     *
     * @throws heed.platform.Refused as not allowed now, for oneself ("I know this person" is for that)
     */
    public void keepFrom(Actor by, ConcernRef ref, UUID someone, KeptBecause because, String why) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = changeable(by, ref);
            if (by.is(someone))
                throw Refusal.NOT_ALLOWED_NOW.because("oneself");
            staff.get(by, someone);
            var open = handBackFrom(by, concern, someone);
            bar(by, concern, someone, because);
            receiving.protection(by, concern).ifPresent(p -> {
                handBackFrom(by, p, someone);
                bar(by, p, someone, because);
                guard.replace(by, p, Set.of(someone));
            });
            change(by, concern, AccessChange.Kind.KEPT_FROM, someone, null, why);
            trail.add(by, touching("concern.keep-from", concern, someone).because(because.name()));
            if (open || concern.marking() != Marking.NORMAL)
                arrival.tellOthers(by, concern, Set.of(someone));
        });
    }

    /** Lets somebody back who was kept from a concern. @throws heed.platform.Refused as not allowed now, for oneself */
    public void letBack(Actor by, ConcernRef ref, UUID someone, String why) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            var concern = changeable(by, ref);
            if (!mayManage(by, concern))
                throw Refusal.NOT_FOUND.because("lacks " + Permission.RESTRICT);
            if (by.is(someone))
                throw Refusal.NOT_ALLOWED_NOW.because("oneself");
            if (!facts(concern).excluded().contains(someone))
                throw Refusal.MOVED_ON.because("not kept from them any more");
            barring.include(by, concern.id(), someone);
            receiving.protection(by, concern)
                    .filter(p -> facts(p).excluded().contains(someone))
                    .ifPresent(p -> barring.include(by, p.id(), someone));
            change(by, concern, AccessChange.Kind.LET_BACK, someone, null, why);
            trail.add(by, touching("concern.let-back", concern, someone));
        });
    }

    /**
     * Lets somebody read a concern until a moment at most {@link #LONGEST} from now. Nobody can so read an allegation.
     *
     * @throws heed.platform.Refused as not allowed now: an allegation, somebody kept from it, too long
     */
    public void open(Actor by, ConcernRef ref, UUID someone, Instant until, String why) {
        by.must(Permission.RESTRICT);
        transactions.inScope(by.scope(), () -> {
            var concern = changeable(by, ref);
            if (concern.marking() == Marking.ALLEGATION)
                throw Refusal.NOT_ALLOWED_NOW.because("an allegation is opened to nobody");
            if (until.isAfter(clock.instant().plus(LONGEST)) || !until.isAfter(clock.instant()))
                throw Refusal.NOT_ALLOWED_NOW.because("too long, or over before it begins");
            if (facts(concern).excluded().contains(someone))
                throw Refusal.NOT_ALLOWED_NOW.because("kept from it");
            staff.get(by, someone);
            openings.open(by, concern.id(), someone, Opening.Kind.GRANT, until);
            change(by, concern, AccessChange.Kind.OPENED, someone, until, why);
            trail.add(by, touching("concern.open-to", concern, someone));
            outbox.add(by, someone, ConcernMail.CONCERN_OPENED, ref.value(), false);
        });
    }

    /** Closes a concern to somebody it was open to. */
    public void close(Actor by, ConcernRef ref, UUID someone) {
        by.must(Permission.RESTRICT);
        transactions.inScope(by.scope(), () -> {
            var concern = changeable(by, ref);
            if (!openings.openTo(someone).containsKey(concern.id()))
                throw Refusal.MOVED_ON.because("not open to them any more");
            openings.close(by, concern.id(), someone);
            change(by, concern, AccessChange.Kind.CLOSED, someone, null, null);
            trail.add(by, touching("concern.close-to", concern, someone));
        });
    }

    /** One that can be changed here: in use, and not the record of a lead that belongs to an allegation. */
    private Concern changeable(Actor by, ConcernRef ref) {
        var concern = concerns.officeForChange(by, ref);
        concern.mustBeInUse();
        if (receiving.protects(by, concern))
            throw Refusal.NOT_ALLOWED_NOW.because("changed with its allegation");
        return concern;
    }

    private Concern restricted(Actor by, ConcernRef ref) {
        var concern = changeable(by, ref);
        if (concern.marking() != Marking.RESTRICTED)
            throw Refusal.MOVED_ON.because("not restricted any more");
        return concern;
    }

    private Facts facts(Concern concern) {
        return barring.facts(concern.id(), concern.marking(), concern.raisedBy());
    }

    /** Officers who are not kept from it, by name. */
    private Map<UUID, String> officers(Actor by, Facts facts) {
        var ids = Stream.of(Role.DSL, Role.DSO, Role.COORDINATOR).flatMap(role -> grants.holders(by, role).stream())
                .distinct().filter(someone -> !facts.excluded().contains(someone)).toList();
        var sorted = new LinkedHashMap<UUID, String>();
        staff.names(by, ids).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private void name(Actor by, Concern concern, UUID someone) {
        barring.name(by, concern.id(), someone);
        if (!by.is(someone))
            outbox.add(by, someone, ConcernMail.CONCERN_NAMED, concern.ref().value(), concern.danger());
    }

    private void bar(Actor by, Concern concern, UUID someone, KeptBecause because) {
        barring.exclude(by, concern.id(), someone, because.name());
        if (facts(concern).named().contains(someone))
            barring.unname(by, concern.id(), someone);
        if (openings.of(List.of(concern.id())).getOrDefault(concern.id(), List.of()).stream()
                .anyMatch(o -> o.staff().equals(someone) && o.until().isAfter(clock.instant())))
            openings.close(by, concern.id(), someone);
    }

    /** Whether somebody had it, in which case it goes back to the queue. */
    private boolean handBackFrom(Actor by, Concern concern, UUID someone) {
        if (concern.status() != Status.IN_TRIAGE || !someone.equals(concern.takenBy()))
            return false;
        concerns.save(by, concern.handBack(by, clock.instant(), null));
        return true;
    }

    private void change(Actor by, Concern concern, AccessChange.Kind kind, @Nullable UUID someone,
            @Nullable Instant until, @Nullable String why) {
        changes.add(by, concern, new AccessChange(kind, someone, by.staff(), clock.instant(), until, why));
    }

    private static Trace touching(String act, Concern concern, UUID someone) {
        return new Trace(act, concern.id(), List.of(), List.of(someone), null);
    }
}
