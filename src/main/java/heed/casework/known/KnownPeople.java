package heed.casework.known;

import heed.access.Permission;
import heed.access.policy.Marking;
import heed.access.policy.Policy;
import heed.access.policy.Rule;
import heed.access.staff.Staff;
import heed.casework.ConcernRef;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Naming;
import heed.casework.concern.Namings;
import heed.casework.concern.Person;
import heed.casework.concern.Status;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Known people: offers who a person named may be, keeps what officers say of it, and shows what is known of one person. All
 * of it is made from the namings that the viewer may see: what they may not see joins nobody, counts nowhere and changes
 * nothing for them.
 */
@Service
public class KnownPeople {
    /** Offers shown for one person. */
    public static final int SHOWN = 20;
    private static final Comparator<Naming> LATEST = Comparator
            .comparing((Naming n) -> n.concern().receivedAt()).reversed().thenComparing(Naming::id);

    private final Concerns concerns;
    private final Namings namings;
    private final KnownLinks links;
    private final Staff staff;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    KnownPeople(Concerns concerns, Namings namings, KnownLinks links, Staff staff, Transactions transactions,
            Trail trail,
            Clock clock) {
        this.concerns = concerns;
        this.namings = namings;
        this.links = links;
        this.staff = staff;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Who those that a concern names may be.
     *
     * @throws heed.platform.Refused as not found, where the actor may not work on it
     */
    public Matched match(Actor by, ConcernRef ref) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            concern.mustBeInUse();
            return match(by, concern);
        });
    }

    /** The same, of a concern that the caller has read through the actor's eyes. */
    public Matched match(Actor by, Concern concern) {
        return transactions.inScope(by.scope(), () -> {
            var people = concerns.named(by, concern);
            var matched = match(by, concern, people);
            var found = new LinkedHashSet<UUID>();
            matched.people().forEach(p -> Stream.of(p.linked().stream(), p.pairs().stream().map(Matched.Pair::there),
                    p.offers().stream().flatMap(o -> o.others().stream()),
                    p.different().stream().map(Matched.Different::naming)).flatMap(s -> s)
                    .forEach(n -> found.add(n.concern().id())));
            trail.add(by, new Trace("known.match", concern.id(), List.of("name", "born", "telephone", "address"),
                    List.copyOf(found), null));
            return matched;
        });
    }

    /** The same, of these people as if the concern named them; without an entry in the audit log but for hints. */
    Matched match(Actor by, Concern concern, Map<UUID, Person> people) {
        var rule = Policy.office(by);
        if (!concern.inUse() || people.isEmpty() || rule instanceof Rule.Never)
            return new Matched(concern, List.of(), false, 0);
        var unseenRule = Policy.unseenRestricted(by);
        var candidates = new LinkedHashMap<UUID, Namings.Candidates>();
        people.forEach((id, person) -> candidates.put(id,
                namings.candidates(by, rule, unseenRule, concern.id(), person)));
        var ids = new HashSet<>(people.keySet());
        candidates.values().forEach(c -> ids.addAll(c.seen()));
        var groups = links.around(by, rule, ids);
        ids.clear();
        candidates.values().forEach(c -> c.seen().forEach(id -> ids.addAll(groups.of(id))));
        people.keySet().forEach(id -> ids.addAll(groups.of(id)));
        people.keySet().forEach(id -> groups.about(groups.of(id)).stream().filter(KnownLink::stands)
                .forEach(l -> ids.addAll(List.of(l.one(), l.other()))));
        var opened = namings.opened(by, rule, ids);
        var found = people.entrySet().stream().map(e -> somebody(e.getKey(), e.getValue(), concern,
                candidates.getOrDefault(e.getKey(), new Namings.Candidates(List.of(), 0, List.of())), groups, opened))
                .toList();
        return new Matched(concern, found, hint(by, concern, people, candidates, unseenRule),
                concern.marking() == Marking.RESTRICTED ? trail.metBy(by, "known-hint.list", concern.id()) : 0);
    }

    private static Matched.Somebody somebody(UUID naming, Person person, Concern concern, Namings.Candidates candidates,
            Groups groups, Map<UUID, Naming> opened) {
        var self = groups.of(naming);
        var linked = self.stream().filter(id -> !id.equals(naming)).map(opened::get).filter(Objects::nonNull)
                .sorted(LATEST).toList();
        var likes = new HashMap<UUID, Likeness>();
        for (var id : candidates.seen()) {
            var there = opened.get(id);
            if (there != null)
                likes.put(id, Likeness.of(person, there.person()));
        }
        var offers = new ArrayList<Matched.Offer>();
        var pairs = new ArrayList<Matched.Pair>();
        var settled = new HashSet<UUID>(self);
        int shown = 0;
        for (var id : candidates.seen()) {
            var there = opened.get(id);
            var like = likes.get(id);
            if (there == null || like == null)
                continue;
            if (like.may() || like.home() || self.contains(id)) {
                pairs.add(new Matched.Pair(there, like));
                shown++;
            }
            if (!like.may() || !settled.add(id))
                continue;
            var person2 = groups.of(id);
            settled.addAll(person2);
            if (!groups.against(naming, id).isEmpty())
                continue;
            var best = person2.stream().filter(likes::containsKey)
                    .max(Comparator.comparingInt((UUID n) -> likes.getOrDefault(n, like).points())).orElse(id);
            var closest = opened.getOrDefault(best, there);
            offers.add(new Matched.Offer(closest, person2.stream().filter(n -> !n.equals(closest.id()))
                    .map(opened::get).filter(Objects::nonNull).filter(n -> !n.concern().id().equals(concern.id()))
                    .sorted(LATEST).toList(), likes.getOrDefault(best, like)));
        }
        offers.sort(Comparator.comparingInt((Matched.Offer o) -> o.likeness().points()).reversed());
        var kept = offers.subList(0, Math.min(SHOWN, offers.size()));
        var different = groups.about(self).stream()
                .filter(l -> l.stands() && l.saying() == KnownLink.Saying.DIFFERENT)
                .flatMap(l -> Stream.of(l.one(), l.other()).filter(n -> !self.contains(n)).map(opened::get)
                        .filter(Objects::nonNull).map(n -> new Matched.Different(n, l)))
                .toList();
        var unopened = candidates.all() - candidates.seen().size();
        return new Matched.Somebody(naming, person, linked, kept, offers.size() - kept.size() + unopened, different,
                pairs);
    }

    /**
     * Compares with restricted records that the officer may not see. Those whose record it is can read in its audit log that
     * it was met; the officer is told that there may be one, and nothing of it, only while they triage this concern
     * themselves and are not excluded from it.
     */
    private boolean hint(Actor by, Concern concern, Map<UUID, Person> people, Map<UUID, Namings.Candidates> candidates,
            Rule unseenRule) {
        var ids = candidates.values().stream().flatMap(c -> c.unseen().stream()).toList();
        if (ids.isEmpty() || concern.marking() == Marking.ALLEGATION || concern.raisedBy() == null)
            return false;
        var unseen = namings.opened(by, unseenRule, ids);
        var strong = new LinkedHashSet<UUID>();
        people.forEach((id, person) -> {
            var theirs = candidates.get(id);
            if (theirs != null)
                theirs.unseen().stream().map(unseen::get).filter(Objects::nonNull)
                        .filter(n -> Likeness.of(person, n.person()).strong())
                        .forEach(n -> strong.add(n.concern().id()));
        });
        if (strong.isEmpty())
            return false;
        // Without the concern in hand, so that it does not count as one more look at that.
        trail.add(by, Trace.list("known-hint.list", List.copyOf(strong)));
        return concern.status() == Status.IN_TRIAGE && concern.takenBy() != null && by.is(concern.takenBy())
                && !concerns.byIds(Policy.hinted(by), strong).isEmpty();
    }

    /**
     * Two namings beside each other.
     *
     * @param here    as the concern in hand names somebody
     * @param there   as another does
     * @param like    how they agree
     * @param same    whether they are the same person already
     * @param hereAll every naming of the person here; there may be one only
     * @param thereAll every naming of the person there
     * @param against what stands against their being one
     * @param mark    how they stand to each other now
     * @param names   of staff mentioned
     */
    record Compared(Naming here, Naming there, Likeness like, boolean same, List<Naming> hereAll, List<Naming> thereAll,
            List<KnownLink> against, String mark, Map<UUID, String> names) {
    }

    /** Opens two namings. @throws heed.platform.Refused as not found, where the actor may not see both */
    Compared compare(Actor by, ConcernRef ref, UUID naming, UUID other) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var compared = compared(by, ref, naming, other);
            trail.add(by, new Trace("known.view-pair", compared.here().concern().id(), List.of("people"),
                    Stream.concat(compared.hereAll().stream(), compared.thereAll().stream())
                            .map(n -> n.concern().id()).distinct().toList(),
                    null));
            return compared;
        });
    }

    private Compared compared(Actor by, ConcernRef ref, UUID naming, UUID other) {
        var rule = Policy.office(by);
        var concern = concerns.office(by, ref);
        var groups = links.opened(by, rule, List.of(naming, other));
        var ids = new HashSet<>(groups.of(naming));
        ids.addAll(groups.of(other));
        var opened = namings.opened(by, rule, ids);
        var here = opened.get(naming);
        var there = opened.get(other);
        if (here == null || there == null || naming.equals(other) || !here.concern().id().equals(concern.id()))
            throw Refusal.NOT_FOUND.because("no such two people for them");
        var against = groups.against(naming, other);
        return new Compared(here, there, Likeness.of(here.person(), there.person()), groups.one(naming, other),
                all(groups, naming, opened), all(groups, other, opened), against, groups.mark(naming, other),
                staff.names(by, against.stream().map(KnownLink::by).toList()));
    }

    private static List<Naming> all(Groups groups, UUID naming, Map<UUID, Naming> opened) {
        return groups.of(naming).stream().map(opened::get).filter(Objects::nonNull).sorted(LATEST).toList();
    }

    /**
     * Says that two namings are one person, or are not. Where either is of a known person already, that joins the two known
     * people, or keeps them apart.
     *
     * @param seen how they stood to each other when the officer decided, from {@link Compared#mark}
     * @throws heed.platform.Refused as not found; as moved on, where somebody said something of them meanwhile
     */
    public void say(Actor by, ConcernRef ref, UUID naming, UUID other, KnownLink.Saying saying, String why,
            String seen) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            links.oneByOne(by);
            var now = compared(by, ref, naming, other);
            if (!now.mark().equals(seen) || now.same() || !now.against().isEmpty())
                throw Refusal.MOVED_ON.because("somebody said something of these two meanwhile");
            var id = links.add(by, now.here().concern(), naming, other, saying, why, clock.instant());
            trail.add(by, new Trace(saying == KnownLink.Saying.SAME ? "known.same" : "known.different",
                    now.here().concern().id(), List.of("link"),
                    List.of(id, naming, other, now.there().concern().id()), null));
        });
    }

    /** How two namings stand to each other now, for {@link #say}. @throws heed.platform.Refused as not found */
    public String standing(Actor by, ConcernRef ref, UUID naming, UUID other) {
        return compare(by, ref, naming, other).mark();
    }

    /** A link with the two namings it is about. */
    record Said(KnownLink link, Naming one, Naming other, Map<UUID, String> names) {
    }

    /** Opens a link. @throws heed.platform.Refused as not found, where the actor may not see both that it joins */
    Said said(Actor by, UUID link) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var said = read(by, link);
            trail.add(by, new Trace("known.view-link", null, List.of("link"),
                    List.of(link, said.one().concern().id(), said.other().concern().id()), null));
            return said;
        });
    }

    private Said read(Actor by, UUID id) {
        var rule = Policy.office(by);
        var link = links.find(by, rule, id).orElseThrow(() -> Refusal.NOT_FOUND.because("no such link for them"));
        var opened = namings.opened(by, rule, List.of(link.one(), link.other()));
        var one = opened.get(link.one());
        var other = opened.get(link.other());
        if (one == null || other == null)
            throw Refusal.NOT_FOUND.because("no such link for them");
        var full = links.opened(by, rule, List.of(link.one())).about(Set.of(link.one())).stream()
                .filter(l -> l.id().equals(id)).findFirst().orElse(link);
        var ending = full.ending();
        return new Said(full, one, other, staff.names(by,
                ending == null ? List.of(full.by()) : List.of(full.by(), ending.by())));
    }

    /**
     * Takes back what was said of two namings. It stays on record; the known people are then as they were without it.
     *
     * @throws heed.platform.Refused as not found; as moved on, where somebody took it back meanwhile
     */
    public void takeBack(Actor by, UUID link, String why) {
        by.must(Permission.WORK_CONCERNS);
        transactions.inScope(by.scope(), () -> {
            links.oneByOne(by);
            var said = read(by, link);
            if (!links.end(by, link, why, clock.instant()))
                throw Refusal.MOVED_ON.because("somebody took it back meanwhile");
            trail.add(by, new Trace("known.take-back", null, List.of("link"),
                    List.of(link, said.one().id(), said.other().id(), said.one().concern().id(),
                            said.other().concern().id()),
                    said.link().saying().name()));
        });
    }

    /**
     * A known person, as far as the viewer may see.
     *
     * @param namings every naming they may see, latest first
     * @param links   what was said of them, latest first, what was taken back too
     * @param offers  who else they may be, by the latest namings
     * @param names   of staff mentioned
     */
    record Known(List<Naming> namings, List<KnownLink> links, Map<UUID, Naming> around, List<Offered> offers,
            Map<UUID, String> names) {
    }

    /** Somebody else a known person may be, and by which naming of theirs. */
    record Offered(Naming from, Matched.Offer offer) {
    }

    /**
     * The known person that a naming is of. @throws heed.platform.Refused as not found, where the viewer sees fewer than two
     * namings of them: to the viewer nobody said anything of that person
     */
    Known person(Actor by, UUID naming) {
        by.must(Permission.WORK_CONCERNS);
        return transactions.inScope(by.scope(), () -> {
            var rule = Policy.office(by);
            var groups = links.opened(by, rule, List.of(naming));
            var person = groups.of(naming);
            var said = groups.about(person);
            var ids = new HashSet<>(person);
            said.forEach(l -> ids.addAll(List.of(l.one(), l.other())));
            var opened = namings.opened(by, rule, ids);
            var all = person.stream().map(opened::get).filter(Objects::nonNull).sorted(LATEST).toList();
            if (all.size() < 2)
                throw Refusal.NOT_FOUND.because("no such known person for them");
            var offers = new LinkedHashMap<UUID, Offered>();
            for (var one : all.subList(0, Math.min(3, all.size())))
                match(by, one.concern(), Map.of(one.id(), one.person())).people()
                        .forEach(p -> p.offers().forEach(o -> offers.putIfAbsent(
                                Stream.concat(Stream.of(o.closest()), o.others().stream()).map(Naming::id).sorted()
                                        .findFirst().orElse(o.closest().id()),
                                new Offered(one, o))));
            var found = new LinkedHashSet<UUID>();
            all.forEach(n -> found.add(n.concern().id()));
            // Those said to be somebody else, and everything an offer stands for, were read too.
            opened.values().forEach(n -> found.add(n.concern().id()));
            offers.values().forEach(o -> Stream.concat(Stream.of(o.offer().closest()), o.offer().others().stream())
                    .forEach(n -> found.add(n.concern().id())));
            trail.add(by, new Trace("known.view", null, List.of("people", "links"), List.copyOf(found), null));
            var who = new HashSet<UUID>();
            said.forEach(l -> {
                who.add(l.by());
                if (l.ending() != null)
                    who.add(l.ending().by());
            });
            return new Known(all, said, opened, offers.values().stream().limit(SHOWN).toList(), staff.names(by, who));
        });
    }
}
