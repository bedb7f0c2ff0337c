package heed.assurance.exercise;

import java.util.ArrayList;
import java.util.List;

/**
 * Two figures with the same measure, unit and period that do not agree. (Invariant 11)
 *
 * @param one   the one entered first
 * @param other the other
 */
public record FactClash(Fact one, Fact other) {
    /** Every pair that does not agree. Without a period two figures may well be of different times: they do not clash. */
    public static List<FactClash> in(List<Fact> facts) {
        var found = new ArrayList<FactClash>();
        for (int i = 0; i < facts.size(); i++)
            for (int j = i + 1; j < facts.size(); j++) {
                var one = facts.get(i);
                var other = facts.get(j);
                if (one.from() != null && one.sameThing(other) && one.value().compareTo(other.value()) != 0)
                    found.add(new FactClash(one, other));
            }
        return List.copyOf(found);
    }
}
