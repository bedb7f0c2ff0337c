package heed.assurance.peerreview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * That an organisation reviews another's return, for a time.
 *
 * @param id       which
 * @param cycle    in which cycle
 * @param reviewer who reads
 * @param owner    whose return
 * @param from     first day
 * @param until    last day
 * @param ended    when the board ended it early; null while it has not
 */
public record Pairing(UUID id, UUID cycle, UUID reviewer, UUID owner, LocalDate from, LocalDate until,
        @Nullable LocalDate ended) {
    /** Refuses one's own return and a time that ends before it begins. */
    public Pairing {
        if (reviewer.equals(owner))
            throw new IllegalArgumentException("nobody reviews their own return");
        if (until.isBefore(from))
            throw new IllegalArgumentException("it ends before it begins");
    }

    /** Whether it opens the return on that day. */
    public boolean opens(LocalDate day) {
        var end = ended;
        return !day.isBefore(from) && !day.isAfter(until) && (end == null || day.isBefore(end));
    }

    /** Who reviews whom. */
    public record Pair(UUID reviewer, UUID owner) {
        Pair other() {
            return new Pair(owner, reviewer);
        }
    }

    /**
     * Proposes who reviews whom, for the board to change: everybody reviews as many as they are reviewed by, nobody
     * themselves, and as few as can be of the pairs to avoid and of pairs that review each other. The organisations are
     * set in a ring and each reviews those so many steps on; the steps that avoid most are taken.
     *
     * @param all   who takes part, in an order that decides between equals
     * @param each  how many each reviews; fewer where there are not so many others
     * @param avoid pairs of last year, or with a relationship that is known already
     */
    public static List<Pair> proposed(List<UUID> all, int each, Set<Pair> avoid) {
        var ring = List.copyOf(new LinkedHashSet<>(all));
        var chosen = new LinkedHashSet<Integer>();
        while (chosen.size() < Math.min(each, ring.size() - 1)) {
            var taken = new HashSet<>(pairs(ring, chosen));
            IntStream.range(1, ring.size()).boxed().filter(s -> !chosen.contains(s))
                    .min(Comparator.comparingLong((Integer s) -> cost(pairs(ring, Set.of(s)), taken, avoid))
                            .thenComparing(s -> s))
                    .ifPresent(chosen::add);
        }
        return pairs(ring, chosen);
    }

    private static long cost(List<Pair> pairs, Set<Pair> taken, Set<Pair> avoid) {
        return pairs.stream().filter(avoid::contains).count() * 2
                + pairs.stream().filter(p -> taken.contains(p.other()) || pairs.contains(p.other())).count();
    }

    private static List<Pair> pairs(List<UUID> ring, Set<Integer> steps) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < ring.size(); i++)
            for (int step : steps)
                pairs.add(new Pair(ring.get(i), ring.get((i + step) % ring.size())));
        return List.copyOf(pairs);
    }
}
