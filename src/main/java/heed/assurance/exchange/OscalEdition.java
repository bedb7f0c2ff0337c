package heed.assurance.exchange;

import static heed.assurance.exchange.Oscal.line;
import static heed.assurance.exchange.Oscal.list;
import static heed.assurance.exchange.Oscal.ours;
import static heed.assurance.exchange.Oscal.part;
import static heed.assurance.exchange.Oscal.plain;
import static heed.assurance.exchange.Oscal.prop;
import static heed.assurance.exchange.Oscal.token;

import heed.assurance.exchange.Oscal.Part;
import heed.assurance.framework.Edition;
import heed.assurance.framework.NodeKind;
import heed.assurance.framework.Scale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An edition as an OSCAL catalog, and what one kind of organisation answers of it as a profile. Sections are groups; standards
 * and questions are controls; bullets are items of their statement; the scale is a parameter with a choice for each level.
 */
public final class OscalEdition {
    /** The parameter that holds the scale. */
    private static final String RATING = "rating";
    private final Edition edition;

    private OscalEdition(Edition edition) {
        this.edition = edition;
    }

    /**
     * The catalog.
     *
     * @param at when it was published
     */
    public static String catalog(Edition edition, Instant at) {
        var all = new OscalEdition(edition);
        var top = edition.nodes().stream().filter(n -> n.parent() == null).toList();
        return Oscal.document("catalog", part().put("uuid", catalogId(edition))
                .put("metadata", all.about(edition.title() + " " + edition.year(), at)
                        .put("remarks", all.retired()))
                .put("params", List.of(all.scale()))
                .put("controls", top.stream().filter(Edition.Node::answered).map(all::control).toList())
                .put("groups", top.stream().filter(n -> n.kind() == NodeKind.SECTION).map(all::group).toList()));
    }

    /**
     * The profile.
     *
     * @param profile its code, or {@link Edition#WHOLE}
     * @param catalog where the catalog is, as a path from this document
     * @param at      when the edition was published
     */
    public static String profile(Edition edition, String profile, String catalog, Instant at) {
        var all = new OscalEdition(edition);
        boolean known = edition.profiles().stream().anyMatch(p -> p.code().equals(profile));
        var chosen = part().put("href", "#" + resourceId(edition, catalog));
        if (known)
            chosen.put("include-controls", List.of(part().put("with-ids",
                    edition.items(profile).stream().map(Oscal::token).toList())));
        else
            chosen.mark("include-all");
        return Oscal.document("profile", part()
                .put("uuid", Oscal.id("profile", edition.code(), edition.version(), known ? profile : Edition.WHOLE))
                .put("metadata", all.about(edition.title() + " " + edition.year() + ": "
                        + (known ? profile : "everything"), at))
                .put("imports", List.of(chosen)).put("merge", part().put("as-is", true))
                .put("back-matter", part().put("resources", List.of(part().put("uuid", resourceId(edition, catalog))
                        .put("title", line("Catalog " + edition.code() + ", version " + edition.version()))
                        .put("rlinks", List.of(part().put("href", catalog)
                                .put("media-type", "application/oscal+json")))))));
    }

    static String catalogId(Edition edition) {
        return Oscal.id("catalog", edition.code(), edition.version());
    }

    private static String resourceId(Edition edition, String catalog) {
        return Oscal.id("catalog of", edition.code(), edition.version(), catalog);
    }

    /** The id of a question's own words, which a rating is about. */
    static String statement(Edition.Node node) {
        return token(node) + "_smt";
    }

    private Part about(String title, Instant at) {
        return Oscal.about(title, String.valueOf(edition.version()), at)
                .put("props", list(ours("edition", edition.code(), null),
                        ours("year", String.valueOf(edition.year()), null),
                        ours("population", edition.population(), null)));
    }

    private Part scale() {
        var scale = edition.scale();
        return part().put("id", RATING).put("class", "rating-scale")
                .put("props", list(ours("scale", scale.code(), null),
                        ours("scale-version", String.valueOf(scale.version()), null),
                        ours("ordered", scale.ordered() ? "best first" : "no order", null)))
                .put("label", line(scale.title()))
                .put("select", scale.levels().isEmpty()
                        ? null
                        : part().put("how-many", "one")
                                .put("choice", scale.levels().stream().map(l -> line(shown(l))).toList()))
                .put("remarks", "A letter of this scale is never compared with a letter of another.");
    }

    /** Letter, word and definition, as a rating is always shown. (Invariant 23) */
    static String shown(Scale.Level level) {
        return level.code() + ", " + level.word() + ": " + level.meaning();
    }

    private List<Edition.Node> under(Edition.Node node) {
        return edition.nodes().stream().filter(n -> node.code().equals(n.parent())).toList();
    }

    private Part group(Edition.Node node) {
        var below = under(node);
        var controls = below.stream().filter(Edition.Node::answered).map(this::control).toList();
        var groups = new ArrayList<Part>(
                below.stream().filter(n -> n.kind() == NodeKind.SECTION).map(this::group).toList());
        if (!groups.isEmpty() && !controls.isEmpty())
            // OSCAL has groups or controls in a group, not both: those that stand beside groups get one of their own.
            groups.addFirst(part().put("id", token(node) + "_itself").put("title", line(node.title()))
                    .put("controls", controls));
        return part().put("id", token(node)).put("class", "section").put("title", line(node.title()))
                .put("props", list(prop("label", node.code()))).put("groups", groups)
                .put("controls", groups.isEmpty() ? controls : null);
    }

    private Part control(Edition.Node node) {
        var below = under(node);
        return part().put("id", token(node)).put("class", node.kind().name().toLowerCase(Locale.ROOT))
                .put("title", line(node.title()))
                .put("props", properties(node))
                .put("parts", List.of(part().put("id", statement(node)).put("name", "statement")
                        .put("prose", line(node.title()))
                        .put("parts",
                                below.stream().filter(n -> n.kind() == NodeKind.SUBITEM).map(this::item).toList())))
                .put("controls", below.stream().filter(Edition.Node::answered).map(this::control).toList());
    }

    private Part item(Edition.Node node) {
        return part().put("id", token(node)).put("name", "item").put("props", list(prop("label", node.code())))
                .put("prose", line(node.title()))
                .put("parts", under(node).stream().filter(n -> n.kind() == NodeKind.SUBITEM).map(this::item).toList());
    }

    private List<Part> properties(Edition.Node node) {
        var properties = new ArrayList<>(list(prop("label", node.code()),
                node.lastYearEvidence() ? ours("last-year-evidence", "asked for", null) : null,
                node.thematic() ? ours("theme-of-the-year", "yes", null) : null));
        for (var from : edition.lineage())
            if (from.targets().contains(node.code()))
                properties.add(lineage(from));
        return properties;
    }

    private static Part lineage(Edition.Lineage from) {
        return part().put("name", "lineage").put("ns", Oscal.NAMES)
                .put("value", plain(from.from() + " " + String.join(", ", from.sources())))
                .put("class", from.relation().name().toLowerCase(Locale.ROOT)).put("remarks", Oscal.prose(from.why()));
    }

    /** What is asked no longer: nothing of this catalog is left to say it at. */
    private @Nullable String retired() {
        var lines = edition.lineage().stream().filter(l -> l.targets().isEmpty())
                .map(l -> line("No longer asked, of " + l.from() + ": " + String.join(", ", l.sources()))).toList();
        return lines.isEmpty() ? null : String.join("\n\n", lines);
    }
}
