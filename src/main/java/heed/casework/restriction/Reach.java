package heed.casework.restriction;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Barring;
import heed.access.policy.Marking;
import heed.access.policy.Opening;
import heed.access.policy.Openings;
import heed.access.policy.Policy;
import heed.access.policy.Way;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.allegation.Receiving;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who can see a concern and why, asked of the same policy that decides it; and what somebody can see, as far as whoever
 * asks may see it too.
 */
@Service
public class Reach {
    private final Concerns concerns;
    private final AccessChanges changes;
    private final Receiving receiving;
    private final Barring barring;
    private final Openings openings;
    private final Grants grants;
    private final Staff staff;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Reach(Concerns concerns, AccessChanges changes, Receiving receiving, Barring barring, Openings openings,
            Grants grants, Staff staff, Transactions transactions, Trail trail, Clock clock) {
        this.concerns = concerns;
        this.changes = changes;
        this.receiving = receiving;
        this.barring = barring;
        this.openings = openings;
        this.grants = grants;
        this.staff = staff;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Somebody who can open a concern.
     *
     * @param roles  theirs that read concerns
     * @param ways   every part of the policy that lets them
     * @param opened until when it is open to them, where that is one of the ways; null otherwise
     */
    record Reader(UUID staff, String name, List<Role> roles, Set<Way> ways, @Nullable Opening opened) {
    }

    /**
     * Who can see a concern.
     *
     * @param barred     whom it is kept from; null where that is not shown, because it would tell whom it is about
     * @param protective whether it is the record of a lead that belongs to an allegation
     */
    record Seen(Concern concern, List<Reader> readers, @Nullable List<Barring.Barred> barred,
            List<AccessChange> changes, Map<UUID, String> names, boolean protective, boolean mayManage) {
    }

    Seen of(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            var protective = receiving.protects(by, concern);
            var readers = readers(by, concern);
            var barred = barring.barred(concern.id());
            var changed = concern.inUse() && !protective ? changes.of(by, concern) : List.<AccessChange>of();
            trail.add(by, new Trace("concern.view-access", concern.id(), List.of("named", "excluded", "opened"),
                    readers.stream().map(Reader::staff).toList(), null));
            var ids = new HashSet<UUID>();
            barred.forEach(b -> ids.addAll(List.of(b.staff(), b.by())));
            changed.forEach(c -> Stream.of(c.by(), c.staff()).filter(java.util.Objects::nonNull).forEach(ids::add));
            if (concern.raisedBy() != null)
                ids.add(concern.raisedBy());
            return new Seen(concern, readers, protective ? null : barred, changed, staff.names(by, ids), protective,
                    !protective && concern.inUse() && Restriction.mayManage(by, concern));
        });
    }

    private List<Reader> readers(Actor by, Concern concern) {
        var facts = barring.facts(concern.id(), concern.marking(), concern.raisedBy());
        var now = clock.instant();
        var roles = new HashMap<UUID, EnumSet<Role>>();
        for (var role : Role.values())
            if (role.readsConcerns())
                for (var holder : grants.holders(by, role))
                    roles.computeIfAbsent(holder, key -> EnumSet.of(Role.STAFF)).add(role);
        var current = new HashMap<UUID, Opening>();
        facts.opened().stream().filter(o -> o.from().compareTo(now) <= 0 && o.until().isAfter(now))
                .forEach(o -> {
                    roles.computeIfAbsent(o.staff(), key -> EnumSet.of(Role.STAFF))
                            .addAll(grants.rolesOf(by, o.staff()));
                    current.put(o.staff(), o);
                });
        var names = staff.names(by, roles.keySet());
        var readers = new ArrayList<Reader>();
        roles.forEach((someone, theirs) -> {
            var ways = Policy.ways(new Actor(someone, by.scope(), by.council(), Role.permits(theirs), by.from()), now,
                    facts);
            if (!ways.isEmpty())
                readers.add(new Reader(someone, names.getOrDefault(someone, "Someone who has left"),
                        theirs.stream().filter(r -> r != Role.STAFF && r != Role.EMERGENCY_READER).toList(), ways,
                        ways.contains(Way.OPENED) ? current.get(someone) : null));
        });
        readers.sort(Comparator.comparing(Reader::name, String.CASE_INSENSITIVE_ORDER));
        return readers;
    }

    /** Whether a concern is kept from somebody. */
    boolean keptFrom(Actor by, ConcernRef ref, UUID someone) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            trail.add(by, Trace.of("concern.view-access", concern.id()).fields("excluded"));
            return barring.barred(concern.id()).stream().anyMatch(b -> b.staff().equals(someone));
        });
    }

    /** Somebody whom a concern is kept from, and the code of the reason. */
    record KeptFrom(String name, String reason) {
    }

    /**
     * Somebody whom a concern is kept from, where the actor may let them back; empty where it is not, or not any more.
     *
     * @throws heed.platform.Refused as not found, where the actor lets nobody back
     */
    Optional<KeptFrom> barred(Actor by, ConcernRef ref, UUID someone) {
        var seen = of(by, ref);
        if (!Restriction.mayManage(by, seen.concern()))
            throw Refusal.NOT_FOUND.because("lacks " + Permission.RESTRICT);
        return seen.barred() == null || !seen.mayManage() || by.is(someone)
                ? Optional.empty()
                : seen.barred().stream().filter(b -> b.staff().equals(someone)).findFirst()
                        .map(b -> new KeptFrom(seen.names().getOrDefault(someone, "Someone who has left"),
                                b.reason()));
    }

    /**
     * What somebody can see.
     *
     * @param roles  theirs that count now
     * @param named  concerns that name them
     * @param opened concerns open to them for a time
     * @param barred concerns they are kept from; all three only as far as whoever asks may see the concern
     * @param until  until when each that is open stays so
     */
    record Person(UUID staff, String name, Set<Role> roles, List<Concern> named, List<Concern> opened,
            List<Concern> barred, Map<UUID, Opening> until) {
    }

    /** What somebody can see, for those who grant reading roles. @throws heed.platform.Refused as not found */
    Person person(Actor by, UUID someone) {
        by.must(Permission.GRANT_READERS);
        return transactions.inScope(by.scope(), () -> {
            var member = staff.get(by, someone);
            var touching = barring.touching(someone);
            var open = openings.openTo(someone);
            var named = unprotective(by, touching.getOrDefault(Barring.Touch.NAMED, Set.of()));
            var barred = unprotective(by, touching.getOrDefault(Barring.Touch.BARRED, Set.of()));
            var opened = unprotective(by, open.keySet());
            trail.add(by, new Trace("person.view-access", someone, List.of("roles", "named", "excluded", "opened"),
                    Stream.of(named, barred, opened).flatMap(List::stream).map(Concern::id).distinct().toList(),
                    null));
            return new Person(someone, member.name(), grants.rolesOf(by, someone), named, opened, barred, open);
        });
    }

    /** Those that the actor may see. Whom a lead's record for an allegation is kept from is not told here either. */
    private List<Concern> unprotective(Actor by, Collection<UUID> ids) {
        return concerns.byIds(Policy.office(by), ids).stream()
                .filter(c -> c.marking() != Marking.RESTRICTED || !receiving.protects(by, c)).toList();
    }

    /** A concern that is open to the actor for a time. */
    record OpenToMe(Concern concern, Opening opening, String title) {
    }

    /** Concerns that are open to the actor for a time, the first to close first. */
    List<OpenToMe> openToMe(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var now = clock.instant();
            var open = openings.openTo(by.staff());
            var found = concerns.byIds(Policy.opened(by, now), open.keySet());
            var people = concerns.people(by, found);
            trail.add(by, Trace.list("concern.list", found.stream().map(Concern::id).toList()).because("OPENED"));
            var mine = new ArrayList<OpenToMe>();
            for (var c : found) {
                var opening = open.get(c.id());
                if (opening != null)
                    mine.add(new OpenToMe(c, opening, people.getOrDefault(c.id(), List.of()).stream().findFirst()
                            .map(heed.casework.concern.Person::shown).orElse("Nobody named")));
            }
            mine.sort(Comparator.comparing(o -> o.opening().until()));
            return mine;
        });
    }

    /** How many concerns are open to the actor for a time. */
    public long countOpenToMe(Actor by) {
        return transactions.inScope(by.scope(),
                () -> (long) concerns.byIds(Policy.opened(by, clock.instant()), openings.openTo(by.staff()).keySet())
                        .size());
    }
}
