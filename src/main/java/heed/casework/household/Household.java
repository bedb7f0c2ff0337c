package heed.casework.household;

import heed.casework.concern.Concern;
import heed.casework.known.Likeness;
import heed.casework.known.Matched;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * Other concerns that may name the same people or the same home, gathered from what was found of each person named. It
 * never says that somebody is the same person, only that they may be.
 */
public final class Household {
    private Household() {
    }

    /** Other concerns that may name the same people, latest first. */
    public static List<Earlier> earlier(Matched matched) {
        var concerns = new LinkedHashMap<UUID, Concern>();
        var alike = new LinkedHashMap<UUID, List<Earlier.Alike>>();
        matched.people().forEach(here -> here.pairs().forEach(pair -> {
            var there = pair.there();
            concerns.put(there.concern().id(), there.concern());
            alike.computeIfAbsent(there.concern().id(), id -> new ArrayList<>())
                    .add(alike(here.person().shown(), there.person().shown(), pair.likeness()));
        }));
        return concerns.values().stream().map(c -> new Earlier(c, alike.getOrDefault(c.id(), List.of())))
                .sorted(Comparator.comparing((Earlier e) -> e.concern().receivedAt()).reversed())
                .toList();
    }

    private static Earlier.Alike alike(String here, String there, Likeness like) {
        return new Earlier.Alike(here, there, like.words(), like.strong());
    }
}
