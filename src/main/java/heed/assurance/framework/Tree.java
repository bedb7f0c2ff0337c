package heed.assurance.framework;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was written: names and, under each, text, a number, yes or no, nothing, a list, or names again. What Heed
 * has no use for is kept as well, so that a document leaves as it came.
 *
 * @param values by name, in the order written. A number is an Integer, a Long or a BigDecimal
 */
record Tree(Map<String, @Nullable Object> values) {
    Tree {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The text under a name; empty where there is none, or something else. */
    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** The whole number under a name; null where there is none, or something else. */
    @Nullable
    Integer number(String name) {
        return values.get(name) instanceof Integer number ? number : null;
    }

    /** The number under a name; null where there is none. */
    @Nullable
    BigDecimal decimal(String name) {
        return values.get(name) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    /** Whether there is a yes under a name. */
    boolean yes(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** The names under a name. */
    Tree under(String name) {
        return of(values.get(name));
    }

    /** The list under a name, only those that have names themselves. */
    List<Tree> each(String name) {
        return list(values.get(name)).stream().filter(Map.class::isInstance).map(Tree::of).toList();
    }

    /** The texts of the list under a name. */
    List<String> texts(String name) {
        return list(values.get(name)).stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    /** All but these names. */
    Tree without(List<String> names) {
        var rest = new LinkedHashMap<String, @Nullable Object>(values);
        rest.keySet().removeAll(names);
        return new Tree(rest);
    }

    @SuppressWarnings("unchecked")
    static Tree of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Tree((Map<String, @Nullable Object>) map) : new Tree(Map.of());
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** The same whatever the order of names, for comparing and for the hash. */
    Object sorted() {
        return sorted(values) instanceof Object some ? some : Map.of();
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, @Nullable Object>();
            map.forEach((name, each) -> sorted.put(String.valueOf(name), sorted(each)));
            return sorted;
        }
        if (value instanceof List<?> list) {
            var sorted = new ArrayList<@Nullable Object>();
            list.forEach(each -> sorted.add(sorted(each)));
            return sorted;
        }
        return value;
    }
}
