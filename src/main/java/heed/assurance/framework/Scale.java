package heed.assurance.framework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A scale as it was published. Letters of two scales, or of two versions of one, are never the same letter.
 *
 * @param id         of this version; nil for one that is not published
 * @param code       its code, such as std-brag-2017
 * @param version    from 1
 * @param title      as shown
 * @param subject    what it rates, such as standard, action or impact
 * @param ordered    whether one level is better than another
 * @param levels     best first where ordered, and else as written
 * @param facets     what is answered in place of picking a letter, by name; empty where the letter is picked
 * @param derivation which level follows from which facets; empty where the letter is picked
 * @param outside    what stands in place of a level, such as not rated
 */
public record Scale(UUID id, String code, int version, String title, String subject, boolean ordered,
        List<Level> levels, Map<String, List<Word>> facets, List<Derived> derivation, List<Word> outside) {
    /**
     * A level. Shown as letter, word and meaning; the colour is decoration.
     *
     * @param code     its letter or number
     * @param word     its word, such as Blue
     * @param colour   its colour in a word; empty for none
     * @param meaning  what it means on this scale
     * @param requires what goes with it, such as evidence, action or reason
     */
    public record Level(String code, String word, String colour, String meaning, List<String> requires) {
    }

    /** A code and what it says. */
    public record Word(String code, String word) {
    }

    /** The level that follows from a facet's code each. */
    public record Derived(Map<String, String> facets, String level) {
    }

    /** The level with this letter or number. */
    public Optional<Level> level(String code) {
        return levels.stream().filter(l -> l.code().equals(code)).findFirst();
    }

    /** The level that follows from these facets; empty where one is missing, or the scale has none. */
    public Optional<Level> derived(Map<String, String> answered) {
        return derivation.stream().filter(d -> d.facets().equals(answered)).findFirst().flatMap(d -> level(d.level()));
    }

    static Scale of(UUID id, int version, Tree tree) {
        var levels = tree.each("levels").stream()
                .map(l -> new Level(code(l), l.text("word"), l.text("colour"), l.text("meaning"), l.texts("requires")))
                .toList();
        var best = tree.texts("best_first");
        var sorted = best.isEmpty()
                ? levels
                : levels.stream().sorted(java.util.Comparator.comparingInt(l -> best.indexOf(l.code()))).toList();
        var facets = new java.util.LinkedHashMap<String, List<Word>>();
        tree.under("facets").values().keySet()
                .forEach(name -> facets.put(name, words(tree.under("facets").each(name))));
        var derivation = tree.each("derivation").stream().map(d -> {
            var from = new java.util.LinkedHashMap<String, String>();
            facets.keySet().forEach(name -> from.put(name, d.text(name)));
            return new Derived(Map.copyOf(from), code(d));
        }).toList();
        return new Scale(id, tree.text("code"), version, tree.text("title"), tree.text("subject"), tree.yes("ordered"),
                sorted, java.util.Collections.unmodifiableMap(facets), derivation, words(tree.each("outside_scale")));
    }

    private static List<Word> words(List<Tree> written) {
        return written.stream().map(w -> new Word(w.text("code"), w.text("word"))).toList();
    }

    static String code(Tree level) {
        return level.has("letter") ? level.text("letter") : level.text("code");
    }
}
