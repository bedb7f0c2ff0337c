package heed.casework.known;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The known people that a set of links makes: those namings are one person which links that stand join, directly or
 * through others. Made from the links somebody may see and from nothing else, so that what is hidden from them joins nobody
 * for them.
 */
final class Groups {
    private final List<KnownLink> links;

    Groups(Collection<KnownLink> links) {
        this.links = List.copyOf(links);
    }

    /** Every naming of the person that this naming is of, itself included. */
    Set<UUID> of(UUID naming) {
        var found = new LinkedHashSet<UUID>();
        var next = new ArrayDeque<UUID>();
        next.add(naming);
        while (!next.isEmpty()) {
            var here = next.remove();
            if (found.add(here))
                links.stream().filter(l -> l.stands() && l.saying() == KnownLink.Saying.SAME && l.touches(here))
                        .map(l -> l.one().equals(here) ? l.other() : l.one()).forEach(next::add);
        }
        return found;
    }

    boolean one(UUID a, UUID b) {
        return of(a).contains(b);
    }

    /** What stands against two being one person, through whichever of their namings it was said. */
    List<KnownLink> against(UUID a, UUID b) {
        var some = of(a);
        var others = of(b);
        return links.stream().filter(l -> l.stands() && l.saying() == KnownLink.Saying.DIFFERENT)
                .filter(l -> some.contains(l.one()) && others.contains(l.other())
                        || some.contains(l.other()) && others.contains(l.one()))
                .toList();
    }

    /** Links of a person, those taken back too, latest first. */
    List<KnownLink> about(Set<UUID> person) {
        return links.stream().filter(l -> person.contains(l.one()) || person.contains(l.other()))
                .sorted(Comparator.comparing(KnownLink::at).reversed().thenComparing(KnownLink::id)).toList();
    }

    /**
     * How two stand to each other, as one short word: another one means that somebody said something meanwhile. It is made
     * of ids of what the viewer may see.
     */
    String mark(UUID a, UUID b) {
        var ids = new LinkedHashSet<UUID>();
        ids.addAll(of(a));
        ids.addAll(of(b));
        against(a, b).forEach(l -> ids.add(l.id()));
        return (one(a, b) ? "one-" : "two-") + Integer.toHexString(
                ids.stream().map(UUID::toString).sorted().collect(Collectors.joining()).hashCode());
    }
}
