package heed.casework.household;

import heed.access.policy.Policy;
import heed.casework.concern.Address;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Person;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.names.NameMatch;
import heed.platform.names.Strength;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Finds what is known already of those a concern names: other concerns in which the same name, date of birth or address
 * stands, as far as the officer may see them. What they may not see is not counted, hinted at or missed: to them it is not
 * there. It never says that somebody is the same person, only that they may be.
 */
@Service
public class Household {
    private final Concerns concerns;
    private final Transactions transactions;
    private final Trail trail;

    Household(Concerns concerns, Transactions transactions, Trail trail) {
        this.concerns = concerns;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Other concerns that may name the same people, latest first. The caller has read the concern through the actor's eyes. */
    public List<Earlier> earlier(Actor by, Concern concern, List<Person> named) {
        if (!concern.inUse() || named.isEmpty())
            return List.of();
        return transactions.inScope(by.scope(), () -> {
            var candidates = concerns.alike(by, Policy.office(by), concern, named);
            var people = concerns.people(by, candidates);
            var found = candidates.stream()
                    .map(c -> new Earlier(c, alike(named, people.getOrDefault(c.id(), List.of()))))
                    .filter(e -> !e.alike().isEmpty())
                    .sorted(Comparator.comparing((Earlier e) -> e.concern().receivedAt()).reversed())
                    .toList();
            trail.add(by, new Trace("household.match", concern.id(), List.of("name", "born", "address"),
                    found.stream().map(e -> e.concern().id()).toList(), null));
            return found;
        });
    }

    private static List<Earlier.Alike> alike(List<Person> here, List<Person> there) {
        var found = new ArrayList<Earlier.Alike>();
        for (var one : here)
            for (var other : there)
                compare(one, other).ifPresent(found::add);
        return found;
    }

    /** What agrees between two people; part of a name alone is too little, unless birth or address agrees as well. */
    private static Optional<Earlier.Alike> compare(Person one, Person other) {
        var name = Stream.of(one.name(), one.knownAs()).filter(n -> !n.isBlank())
                .flatMap(a -> Stream.of(other.name(), other.knownAs()).filter(n -> !n.isBlank())
                        .flatMap(b -> NameMatch.compare(a, b).stream()))
                .min(Comparator.comparing(heed.platform.names.Reason::strength));
        var born = one.bornShown() != null && Objects.equals(one.bornShown(), other.bornShown());
        var otherwise = one.bornShown() != null && other.bornShown() != null && !born;
        var home = !one.address().isBlank() && !other.address().isBlank()
                && Address.same(one.address(), other.address());
        var likely = name.isPresent() && name.get().strength() == Strength.LIKELY;
        if (!likely && !home && !(name.isPresent() && born))
            return Optional.empty();
        var why = new ArrayList<String>();
        name.ifPresent(reason -> why.add(reason.words()));
        if (born)
            why.add("same date of birth");
        if (otherwise)
            why.add("another date of birth");
        if (home)
            why.add("same address");
        return Optional.of(new Earlier.Alike(one.shown(), other.shown(), String.join("; ", why),
                likely && !otherwise || born && name.isPresent()));
    }
}
