package heed.assurance.framework;

import heed.assurance.framework.FrameworkPage.Table;
import heed.platform.web.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a framework says, as tables. */
final class FrameworkTables {
    private FrameworkTables() {
    }

    static List<SummaryRow> facts(FrameworkKind kind, Tree tree) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Kind", kind.words()));
        facts.add(SummaryRow.of("Code", tree.text("code")));
        switch (kind) {
            case SCALE -> {
                facts.add(SummaryRow.of("Rates", tree.text("subject")));
                if (!tree.yes("ordered"))
                    facts.add(SummaryRow.of("Order", "None: no level is better than another"));
            }
            case EDITION -> {
                facts.add(SummaryRow.of("Year", String.valueOf(tree.number("year"))));
                facts.add(SummaryRow.of("About", switch (tree.text("population")) {
                    case "children" -> "Children";
                    case "adults" -> "Adults";
                    default -> "Children and adults";
                }));
                facts.add(SummaryRow.of("Scale", tree.text("scale")));
                for (var profile : Edition.profiles(tree))
                    facts.add(SummaryRow.of("Profile “" + profile.text("code") + "”",
                            "Answers sections " + String.join(", ", profile.texts("sections_answered"))));
            }
            case CROSSWALK -> facts.add(SummaryRow.of("Connects", String.join(", ", tree.texts("editions"))));
        }
        // Where it was taken from is in the file, for whoever keeps it; a reader needs to know what nobody has confirmed.
        if (List.of("draft", "unconfirmed").contains(tree.text("status")))
            facts.add(SummaryRow.of("Standing", "Not confirmed by a board"));
        return facts;
    }

    static List<Table> tables(FrameworkKind kind, Tree tree) {
        var tables = switch (kind) {
            case SCALE -> scale(tree);
            case EDITION -> edition(tree);
            case CROSSWALK -> crosswalk(tree);
        };
        return tables.stream().filter(t -> !t.rows().isEmpty()).toList();
    }

    private static List<Table> scale(Tree tree) {
        var facets = tree.under("facets");
        return List.of(
                new Table("Levels", List.of("Level", "Word", "Meaning", "Needs"), tree.each("levels").stream()
                        .map(l -> List.of(Scale.code(l), l.text("word"), l.text("meaning"), list(l.texts("requires"))))
                        .toList()),
                new Table("What is answered", List.of("Facet", "Answers"), facets.values().keySet().stream()
                        .map(name -> List.of(capital(name),
                                facets.each(name).stream().map(f -> f.text("word")).collect(Collectors.joining("; "))))
                        .toList()),
                new Table("Which level follows", with(facets.values().keySet().stream().map(FrameworkTables::capital)
                        .toList(), "Level"),
                        tree.each("derivation").stream().map(d -> with(facets.values().keySet().stream()
                                .map(name -> facets.each(name).stream()
                                        .filter(f -> f.text("code").equals(d.text(name))).map(f -> f.text("word"))
                                        .findFirst().orElse(""))
                                .toList(), Scale.code(d))).toList()),
                new Table("Outside the scale", List.of("Code", "Word"), tree.each("outside_scale").stream()
                        .map(o -> List.of(o.text("code"), o.text("word"))).toList()),
                gaps(tree));
    }

    private static List<Table> edition(Tree tree) {
        return List.of(
                new Table("Standards and questions", List.of("Code", "What", "Kind", "Notes"),
                        tree.each("nodes").stream()
                                .map(n -> List.of(n.text("code"), n.text("title"),
                                        n.text("kind").equals("subitem") ? "Bullet" : capital(n.text("kind")),
                                        list(notes(n))))
                                .toList()),
                new Table("Where they come from",
                        List.of("From", "Code there", "What became of it", "Code here", "Why"),
                        tree.each("lineage").stream()
                                .map(l -> List.of(l.text("from"), list(l.texts("sources")),
                                        capital(l.text("relation")), list(l.texts("targets")), l.text("why")))
                                .toList()),
                gaps(tree));
    }

    private static List<String> notes(Tree node) {
        var notes = new ArrayList<String>();
        if (node.yes("last_year_evidence"))
            notes.add("asks for last year’s evidence");
        if (node.yes("thematic"))
            notes.add("theme of the year");
        return notes;
    }

    private static List<Table> crosswalk(Tree tree) {
        var editions = tree.texts("editions");
        return List.of(
                new Table("Themes", before("Theme", editions), tree.each("themes").stream()
                        .map(t -> before(t.text("code") + " " + t.text("title"), editions.stream()
                                .map(e -> t.each(e).stream()
                                        .map(n -> n.text("node") + (n.yes("part") ? " in part" : ""))
                                        .collect(Collectors.joining(", ")))
                                .toList()))
                        .toList()),
                new Table("Direct entries", List.of("From", "To", "Relation", "Coverage", "Confidence", "Why"),
                        tree.each("entries").stream()
                                .map(e -> List.of(e.text("from") + ": " + list(e.texts("sources")),
                                        e.text("to") + ": " + list(e.texts("targets")), e.text("relation"),
                                        String.valueOf(e.values().get("coverage")), e.text("confidence"),
                                        e.text("why")))
                                .toList()));
    }

    private static Table gaps(Tree tree) {
        var said = new ArrayList<>(tree.texts("gaps"));
        said.addAll(tree.texts("notes"));
        return new Table("What is not known", List.of("Note"), said.stream().map(List::of).toList());
    }

    private static List<String> with(List<String> some, String last) {
        var all = new ArrayList<>(some);
        all.add(last);
        return all;
    }

    private static List<String> before(String first, List<String> rest) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static String list(List<String> some) {
        return String.join(", ", some);
    }

    private static String capital(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
