package heed.platform.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for other numbers that would look the same: what is shown is as it is, every sum adds up, and what is hidden is
 * anything above zero. It narrows what each hidden number can be, and tries where that does not decide. Where it has tried
 * for long it answers no, which only hides more.
 */
final class Lookalike {
    private static final int TRIES = 2_000;
    /** More than any hidden number can usefully be. */
    private static final long ANY = 1L << 40;

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final long[] real;
    private final List<int[]> sums = new ArrayList<>();
    private final List<Long> shown = new ArrayList<>();
    private final List<List<Integer>> touching = new ArrayList<>();
    private int tries;

    /**
     * @param numbers the true ones
     * @param sums    which are sums of which
     * @param hidden  which are hidden
     */
    Lookalike(Map<String, Long> numbers, List<Suppression.Sum> sums, Set<String> hidden) {
        for (var name : hidden) {
            places.put(name, places.size());
            touching.add(new ArrayList<>());
        }
        real = new long[places.size()];
        places.forEach((name, place) -> real[place] = numbers.getOrDefault(name, 0L));
        for (var sum : sums)
            add(numbers, sum);
    }

    /** Keeps a sum as: the hidden parts less the hidden total come to what is shown of the total less what is of the parts. */
    private void add(Map<String, Long> numbers, Suppression.Sum sum) {
        var terms = new ArrayList<Integer>();
        long rest = 0;
        for (var part : sum.parts()) {
            var place = places.get(part);
            if (place == null)
                rest -= numbers.getOrDefault(part, 0L);
            else
                terms.add(place + 1);
        }
        var total = places.get(sum.total());
        if (total == null)
            rest += numbers.getOrDefault(sum.total(), 0L);
        else
            terms.add(-(total + 1));
        if (terms.isEmpty())
            return;
        for (int term : terms)
            touching.get(Math.abs(term) - 1).add(sums.size());
        sums.add(terms.stream().mapToInt(Integer::intValue).toArray());
        shown.add(rest);
    }

    /** Whether numbers that look the same exist in which this hidden one is {@code as}. */
    boolean existsWith(String name, long as) {
        var place = places.get(name);
        if (place == null)
            return false;
        var low = new long[real.length];
        var high = new long[real.length];
        Arrays.fill(low, 1);
        Arrays.fill(high, ANY);
        low[place] = high[place] = as;
        tries = 0;
        return narrow(low, high, touching.get(place)) && settle(low, high);
    }

    /** Gives the number that is least free the nearest value to its own that works. */
    private boolean settle(long[] low, long[] high) {
        int next = -1;
        for (int i = 0; i < low.length; i++)
            if (low[i] < high[i] && (next < 0 || high[i] - low[i] < high[next] - low[next]))
                next = i;
        if (next < 0)
            return true;
        long near = Math.clamp(real[next], low[next], high[next]);
        for (long step = 0; near - step >= low[next] || near + step <= high[next]; step++) {
            if (++tries > TRIES)
                return false;
            if (near - step >= low[next] && with(low, high, next, near - step)
                    || step > 0 && near + step <= high[next] && with(low, high, next, near + step))
                return true;
        }
        return false;
    }

    private boolean with(long[] low, long[] high, int place, long value) {
        var lower = low.clone();
        var higher = high.clone();
        lower[place] = higher[place] = value;
        return narrow(lower, higher, touching.get(place)) && settle(lower, higher);
    }

    /** Narrows what each can be until nothing changes; false where something can be nothing. */
    private boolean narrow(long[] low, long[] high, List<Integer> changed) {
        var waiting = new ArrayDeque<>(changed);
        int rounds = 0;
        while (!waiting.isEmpty()) {
            if (++rounds > 100_000)
                return false;
            int which = waiting.poll();
            var terms = sums.get(which);
            long least = 0;
            long most = 0;
            for (int term : terms) {
                int i = Math.abs(term) - 1;
                least += term > 0 ? low[i] : -high[i];
                most += term > 0 ? high[i] : -low[i];
            }
            long rest = shown.get(which);
            for (int term : terms) {
                int i = Math.abs(term) - 1;
                long othersLeast = least - (term > 0 ? low[i] : -high[i]);
                long othersMost = most - (term > 0 ? high[i] : -low[i]);
                long lowest = term > 0 ? rest - othersMost : othersLeast - rest;
                long highest = term > 0 ? rest - othersLeast : othersMost - rest;
                if (lowest > low[i] || highest < high[i]) {
                    least -= term > 0 ? low[i] : -high[i];
                    most -= term > 0 ? high[i] : -low[i];
                    low[i] = Math.max(low[i], lowest);
                    high[i] = Math.min(high[i], highest);
                    if (low[i] > high[i])
                        return false;
                    least += term > 0 ? low[i] : -high[i];
                    most += term > 0 ? high[i] : -low[i];
                    waiting.addAll(touching.get(i));
                }
            }
        }
        return true;
    }
}
