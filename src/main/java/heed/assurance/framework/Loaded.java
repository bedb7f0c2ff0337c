package heed.assurance.framework;

import java.util.List;
import java.util.Map;

/**
 * A document read from a file, and where its parts stand there.
 *
 * @param tree   what it says; empty where it could not be read
 * @param places where a part stands, by its path such as {@code nodes[3].title}
 * @param faults what made it unreadable
 */
record Loaded(Tree tree, Map<String, String> places, List<FrameworkFault> faults) {
    Loaded {
        places = Map.copyOf(places);
        faults = List.copyOf(faults);
    }

    static Loaded unreadable(String place, String words) {
        return new Loaded(new Tree(Map.of()), Map.of(), List.of(new FrameworkFault(place, words)));
    }

    /** Where a part stands, or else the nearest part around it; empty for the whole. */
    String place(String path) {
        for (var at = path; !at.isEmpty(); at = at.replaceFirst("(\\.?[^.\\[\\]]+|\\[[0-9]+\\])$", "")) {
            var place = places.get(at);
            if (place != null)
                return place;
        }
        return "";
    }
}
