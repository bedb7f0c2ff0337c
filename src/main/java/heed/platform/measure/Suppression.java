package heed.platform.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which numbers to hide where others read them: every small one, and as many more as it takes that no small one can
 * be subtracted back. A small number counts as safe when it could, as far as everything shown tells, be any small number
 * (any from the least it can be, where it is itself a sum of hidden ones): for each of them a whole set of numbers is found
 * that would look the same. Zero is nobody, and is shown.
 * <p>
 * All that is published together goes in at once, every table of it: two tables with one total are one publication.
 * Readers may know this method; hidden numbers carry one mark whether small or not, for two marks would tell.
 */
public final class Suppression {
    /** Hide 1 to this where nobody has said otherwise: the project's own proposal, to be adopted by name and date. */
    public static final int USUAL = 4;

    /**
     * A number that is the sum of others.
     *
     * @param total the name of the sum
     * @param parts the names of what it is the sum of, each once
     */
    public record Sum(String total, List<String> parts) {
        /** Copies the parts. */
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    private final Map<String, Long> numbers;
    private final List<Sum> sums;
    private final int upTo;
    private final Set<String> hidden = new LinkedHashSet<>();
    /** All but the zeros: more than that is never hidden. */
    private final Set<String> most = new LinkedHashSet<>();

    private Suppression(Map<String, Long> numbers, List<Sum> sums, int upTo) {
        this.numbers = numbers;
        this.sums = sums;
        this.upTo = upTo;
    }

    /**
     * The names of the numbers to hide.
     *
     * @param numbers all that is published together, by name, each zero or more
     * @param sums    which of them are sums of which others
     * @param upTo    the largest small number; 1 to this are small
     * @throws IllegalArgumentException where a sum names what is not there, does not add up, or a number is below zero
     */
    public static Set<String> hidden(Map<String, Long> numbers, List<Sum> sums, int upTo) {
        for (var sum : sums) {
            long parts = 0;
            for (var part : sum.parts())
                parts += number(numbers, part);
            if (parts != number(numbers, sum.total()))
                throw new IllegalArgumentException("does not add up: " + sum.total());
        }
        return new Suppression(new LinkedHashMap<>(numbers), List.copyOf(sums), upTo).all();
    }

    private static long number(Map<String, Long> numbers, String name) {
        var number = numbers.get(name);
        if (number == null || number < 0)
            throw new IllegalArgumentException("no such number, or below zero: " + name);
        return number;
    }

    private Set<String> all() {
        numbers.forEach((name, number) -> {
            if (number > 0)
                most.add(name);
            if (number > 0 && number <= upTo)
                hidden.add(name);
        });
        var small = List.copyOf(hidden);
        for (var one : small)
            while (!safe(one)) {
                var more = another(one);
                if (more.isEmpty())
                    // Nothing shown is left in any sum it is in but zeros, so nothing shown tells of it.
                    break;
                hidden.add(more.get());
            }
        // Hiding more later takes nothing from what was safe. But some may have been hidden in vain: they can be shown, or
        // could be worked out anyway.
        hidden.stream().filter(name -> !small.contains(name))
                .sorted(Comparator.comparing((String name) -> number(numbers, name)).reversed()).toList()
                .forEach(name -> {
                    hidden.remove(name);
                    if (!small.stream().allMatch(this::safe))
                        hidden.add(name);
                });
        return Set.copyOf(hidden);
    }

    /** Whether it could be as many small numbers as it could if all but the zeros were hidden. */
    private boolean safe(String one) {
        long least = 1;
        while (least < number(numbers, one) && !couldBe(one, least, most))
            least++;
        for (long as = least; as < least + upTo; as++)
            if (couldBe(one, as, most) && !couldBe(one, as, hidden))
                return false;
        return true;
    }

    private boolean couldBe(String one, long as, Set<String> behind) {
        return as == number(numbers, one) || new Lookalike(numbers, sums, behind).existsWith(one, as);
    }

    /**
     * The next to hide: in a sum that hides least, of those that what is hidden is tied to, the smallest number shown; the
     * total only where no other is left.
     */
    private Optional<String> another(String one) {
        var tied = new LinkedHashSet<Sum>();
        var reached = new LinkedHashSet<>(List.of(one));
        for (boolean more = true; more;) {
            more = false;
            for (var sum : sums)
                if (!tied.contains(sum) && names(sum).stream().anyMatch(reached::contains)) {
                    tied.add(sum);
                    names(sum).stream().filter(hidden::contains).forEach(reached::add);
                    more = true;
                }
        }
        return tied.stream()
                .sorted(Comparator.comparingLong(sum -> names(sum).stream().filter(hidden::contains).count()))
                .flatMap(sum -> next(sum).stream()).findFirst();
    }

    private Optional<String> next(Sum sum) {
        return sum.parts().stream().filter(this::canBeHidden).min(Comparator.comparing(this.numbers::get))
                .or(() -> Optional.of(sum.total()).filter(this::canBeHidden));
    }

    private boolean canBeHidden(String name) {
        return !hidden.contains(name) && number(numbers, name) > 0;
    }

    private static List<String> names(Sum sum) {
        var names = new ArrayList<>(sum.parts());
        names.add(sum.total());
        return names;
    }
}
