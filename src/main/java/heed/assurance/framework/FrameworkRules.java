package heed.assurance.framework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document has to hold to be a scale, an edition or a crosswalk. Says everything that is wrong, each by its place. */
final class FrameworkRules {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");
    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,19}");
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_NODES = 2_000;
    private static final Set<String> POPULATIONS = Set.of("children", "adults", "both");
    private static final Set<String> RELATIONS = Set.of("equal", "equivalent-to", "subset-of", "superset-of",
            "intersects-with", "no-relationship");
    private static final Set<String> CONFIDENCES = Set.of("high", "medium", "low");

    private final Loaded loaded;
    private final Tree tree;
    private final List<FrameworkFault> faults = new ArrayList<>();

    private FrameworkRules(Loaded loaded) {
        this.loaded = loaded;
        this.tree = loaded.tree();
    }

    /**
     * Everything that is wrong with a document, in the order it stands there; empty where it can be published.
     *
     * @param nodesOf the codes of the nodes of an edition that is published; null where none of that code is
     */
    static List<FrameworkFault> faults(Loaded loaded, Function<String, @Nullable Set<String>> nodesOf) {
        if (!loaded.faults().isEmpty())
            return loaded.faults();
        var rules = new FrameworkRules(loaded);
        var kind = FrameworkKind.of(loaded.tree());
        if (kind.isEmpty())
            return List.of(new FrameworkFault("",
                    "Give it nodes (an edition), levels (a scale) or themes (a crosswalk): this has none of them"));
        rules.head();
        switch (kind.get()) {
            case SCALE -> rules.scale();
            case EDITION -> rules.edition();
            case CROSSWALK -> rules.crosswalk(nodesOf);
        }
        return List.copyOf(rules.faults);
    }

    private void wrong(String path, String words) {
        faults.add(new FrameworkFault(loaded.place(path), words));
    }

    private void head() {
        if (!CODE.matcher(tree.text("code")).matches())
            wrong("code", "Give it a code of small letters, digits and hyphens, such as board-2026");
        if (FrameworkKind.of(tree).orElseThrow() != FrameworkKind.CROSSWALK)
            title(tree, "");
        var version = tree.values().get("version");
        if (tree.has("version") && !(version instanceof Integer number && number > 0))
            wrong("version", "Give the version as a whole number from 1, or leave it out");
    }

    private void title(Tree of, String path) {
        var title = of.text("title");
        var at = path.isEmpty() ? "title" : path + ".title";
        if (title.isBlank())
            wrong(at, "Give it a title");
        else if (title.length() > LONGEST_TITLE)
            wrong(at, "Use " + LONGEST_TITLE + " characters or fewer for a title");
    }

    private void scale() {
        if (tree.text("subject").isBlank())
            wrong("subject", "Say what it rates, such as standard, action or impact");
        var codes = new LinkedHashSet<String>();
        var levels = tree.each("levels");
        parts("levels");
        for (int n = 0; n < levels.size(); n++) {
            var at = "levels[" + n + "]";
            var code = Scale.code(levels.get(n));
            if (code.isBlank())
                wrong(at, "Give the level a letter, or a code in quotes");
            else if (!codes.add(code))
                wrong(at, "“" + code + "” is a level already: leave one");
            if (levels.get(n).text("word").isBlank())
                wrong(at, "Give the level a word: a colour or letter alone is not enough");
            if (levels.get(n).text("meaning").isBlank())
                wrong(at, "Say what the level means");
        }
        if (tree.yes("ordered") && !codes.equals(new HashSet<>(tree.texts("best_first"))))
            wrong("best_first", "Name every level once, the best first");
        var besides = tree.each("outside_scale").stream().map(o -> o.text("code")).toList();
        for (int n = 0; n < besides.size(); n++)
            if (codes.contains(besides.get(n)) || besides.get(n).isBlank())
                wrong("outside_scale[" + n + "]", "Give what stands outside the scale a code that no level has");
        derivation(codes);
    }

    private void derivation(Set<String> levels) {
        var facets = new HashMap<String, List<String>>();
        int all = 1;
        for (var name : tree.under("facets").values().keySet()) {
            var codes = tree.under("facets").each(name).stream().map(f -> f.text("code")).toList();
            if (codes.isEmpty() || codes.contains("") || new HashSet<>(codes).size() != codes.size())
                wrong("facets." + name, "Give the facet answers, each with a code of its own");
            facets.put(name, codes);
            all *= Math.max(1, codes.size());
        }
        var derivation = tree.each("derivation");
        if (facets.isEmpty() && derivation.isEmpty())
            return;
        var seen = new HashSet<List<String>>();
        for (int n = 0; n < derivation.size(); n++) {
            var line = derivation.get(n);
            var at = "derivation[" + n + "]";
            facets.forEach((name, codes) -> {
                if (!codes.contains(line.text(name)))
                    wrong(at, "Name one of the answers of “" + name + "”");
            });
            if (!levels.contains(Scale.code(line)))
                wrong(at, "Name one of the levels");
            if (!seen.add(facets.keySet().stream().sorted().map(line::text).toList()))
                wrong(at, "This follows from a line above already: leave one");
        }
        if (seen.size() != all)
            wrong("derivation", "Say for every combination of answers which level follows: " + seen.size() + " of "
                    + all + " are here");
    }

    /** Every part of a list has to have names. */
    private void parts(String list) {
        var values = Tree.list(tree.values().get(list));
        if (tree.has(list) && !(tree.values().get(list) instanceof List<?>))
            wrong(list, "Give “" + list + "” as a list");
        for (int n = 0; n < values.size(); n++)
            if (!(values.get(n) instanceof Map<?, ?>))
                wrong(list + "[" + n + "]", "Give every part of “" + list + "” names, such as code and title");
    }

    private void edition() {
        var year = tree.number("year");
        if (year == null || year < 1990 || year > 2100)
            wrong("year", "Give the year as four digits");
        if (!POPULATIONS.contains(tree.text("population")))
            wrong("population", "Say whom it is about: children, adults or both");
        if (!CODE.matcher(tree.text("scale")).matches())
            wrong("scale", "Name the code of the scale that its answers are rated on");
        var months = tree.number("window_months");
        if (tree.has("window_months") && (months == null || months < 1))
            wrong("window_months", "Give the months as a whole number from 1");
        var codes = nodes();
        var profiles = Edition.profiles(tree);
        var named = new HashSet<String>();
        for (var profile : profiles) {
            var at = tree.has("profile") ? "profile" : "profiles[" + profiles.indexOf(profile) + "]";
            if (!CODE.matcher(profile.text("code")).matches() || !named.add(profile.text("code"))
                    || profile.text("code").equals(Edition.WHOLE))
                wrong(at, "Give the profile a code of its own, other than “" + Edition.WHOLE + "”");
            if (profile.texts("sections_answered").isEmpty()
                    || !codes.containsAll(profile.texts("sections_answered")))
                wrong(at, "Name the sections it answers, each by the code of a node");
        }
        parts("lineage");
        var lineage = tree.each("lineage");
        for (int n = 0; n < lineage.size(); n++)
            lineage(lineage.get(n), "lineage[" + n + "]", codes);
    }

    private Set<String> nodes() {
        parts("nodes");
        var codes = new LinkedHashSet<String>();
        var nodes = tree.each("nodes");
        if (nodes.isEmpty() || nodes.size() > MOST_NODES)
            wrong("nodes", "Give it from 1 to " + MOST_NODES + " nodes");
        int last = Integer.MIN_VALUE;
        for (int n = 0; n < nodes.size(); n++) {
            var node = nodes.get(n);
            var at = "nodes[" + n + "]";
            var code = node.text("code");
            if (code.isEmpty() && node.values().get("code") instanceof Number)
                wrong(at + ".code", "Write the code in quotes: 2.10 as a number is 2.1");
            else if (!NODE.matcher(code).matches())
                wrong(at + ".code", "Give the node a code, such as 2.8.a");
            else if (!codes.add(code))
                wrong(at + ".code", "“" + code + "” is a node already: leave one");
            if (NodeKind.of(node.text("kind")).isEmpty())
                wrong(at + ".kind", "Say what it is: section, standard, question or subitem");
            title(node, at);
            if (node.has("parent") && (node.text("parent").equals(code) || !codes.contains(node.text("parent"))))
                wrong(at + ".parent", "Name a node that stands above this one");
            var sort = node.number("sort");
            if (sort == null || sort <= last)
                wrong(at + ".sort", "Give its place as a whole number, above that of the node before it");
            else
                last = sort;
        }
        if (nodes.stream().noneMatch(n -> List.of("standard", "question").contains(n.text("kind"))))
            wrong("nodes", "Give it at least one standard or question");
        return codes;
    }

    private void lineage(Tree line, String at, Set<String> codes) {
        if (!CODE.matcher(line.text("from")).matches())
            wrong(at + ".from", "Name the earlier edition by its code");
        if (!codes.containsAll(line.texts("targets")))
            wrong(at + ".targets", "Name nodes of this edition");
        var relation = Edition.relation(line.text("relation"));
        if (relation.isEmpty()) {
            wrong(at + ".relation",
                    "Say what became of it: unchanged, reworded, renumbered, split, merged, retired or new");
            return;
        }
        int from = line.texts("sources").size();
        int to = line.texts("targets").size();
        boolean fits = switch (relation.get()) {
            case UNCHANGED, REWORDED, RENUMBERED -> from == 1 && to == 1;
            case SPLIT -> from == 1 && to > 1;
            case MERGED -> from > 1 && to == 1;
            case RETIRED -> from > 0 && to == 0;
            case NEW -> from == 0 && to > 0;
        };
        if (!fits)
            wrong(at, "Name as many nodes on each side as “" + line.text("relation") + "” has");
    }

    private void crosswalk(Function<String, @Nullable Set<String>> nodesOf) {
        var editions = tree.texts("editions");
        var nodes = new HashMap<String, Set<String>>();
        if (editions.size() < 2)
            wrong("editions", "Name the editions it connects, two at least");
        for (var code : editions) {
            var known = nodesOf.apply(code);
            if (known == null)
                wrong("editions", "Publish the edition “" + code + "” first");
            else
                nodes.put(code, known);
        }
        parts("themes");
        var codes = new HashSet<String>();
        var themes = tree.each("themes");
        for (int n = 0; n < themes.size(); n++) {
            var at = "themes[" + n + "]";
            if (!NODE.matcher(themes.get(n).text("code")).matches() || !codes.add(themes.get(n).text("code")))
                wrong(at, "Give the theme a code of its own, such as T01");
            title(themes.get(n), at);
            for (var edition : editions) {
                var cell = themes.get(n).each(edition);
                mustBe(nodes, edition, cell.stream().map(c -> c.text("node")).toList(), at + "." + edition);
            }
        }
        parts("entries");
        var entries = tree.each("entries");
        for (int n = 0; n < entries.size(); n++)
            entry(entries.get(n), "entries[" + n + "]", nodes);
        var conversions = tree.each("conversions");
        for (int n = 0; n < conversions.size(); n++)
            conversion(conversions.get(n), "conversions[" + n + "]");
    }

    /** Letters of two scales are one only where somebody said so, on a day: {@code from}, {@code to} and each letter. */
    private void conversion(Tree conversion, String at) {
        if (conversion.text("agreed_by").isBlank() || !isDay(conversion.text("agreed_on")))
            wrong(at, "Say who agreed this conversion between scales, and on which day");
        var letters = conversion.each("letters");
        if (conversion.text("from").isBlank() || conversion.text("to").isBlank() || letters.isEmpty()
                || letters.stream().anyMatch(l -> l.text("from").isBlank() || l.text("to").isBlank()))
            wrong(at, "Name the two scales, and under letters which letter of the one is which of the other");
    }

    private static boolean isDay(String words) {
        try {
            LocalDate.parse(words);
            return true;
        } catch (DateTimeParseException no) {
            return false;
        }
    }

    private void entry(Tree entry, String at, Map<String, Set<String>> nodes) {
        for (var side : List.of("from", "to"))
            if (!tree.texts("editions").contains(entry.text(side)))
                wrong(at + "." + side, "Name one of the editions above");
        mustBe(nodes, entry.text("from"), entry.texts("sources"), at + ".sources");
        mustBe(nodes, entry.text("to"), entry.texts("targets"), at + ".targets");
        if (entry.texts("sources").isEmpty() || entry.texts("targets").isEmpty())
            wrong(at, "Name nodes on both sides; what is on one side only goes under gaps");
        if (!RELATIONS.contains(entry.text("relation")))
            wrong(at + ".relation",
                    "Say how they relate: equal, equivalent-to, subset-of, superset-of, intersects-with or no-relationship");
        var coverage = entry.decimal("coverage");
        if (coverage == null || coverage.signum() < 0 || coverage.compareTo(BigDecimal.ONE) > 0)
            wrong(at + ".coverage", "Give the coverage as a number from 0 to 1");
        if (!CONFIDENCES.contains(entry.text("confidence")))
            wrong(at + ".confidence", "Say how sure it is: high, medium or low");
    }

    private void mustBe(Map<String, Set<String>> nodes, String edition, List<String> named, String at) {
        var known = nodes.get(edition);
        if (known != null)
            for (var code : named)
                if (!known.contains(code))
                    wrong(at, "“" + edition + "” has no node “" + code + "”");
    }
}
