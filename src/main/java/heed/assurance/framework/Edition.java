package heed.assurance.framework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One year's framework as it was published.
 *
 * @param id           of this version
 * @param code         its code, such as ox-2017
 * @param version      from 1; a correction is the next
 * @param title        as shown
 * @param year         which year's it is
 * @param population   children, adults or both
 * @param windowMonths how many months back evidence may reach; null where it does not say
 * @param scale        what its answers are rated on, in the version of when it was published
 * @param nodes        sections, standards, questions and bullets, in order
 * @param profiles     who answers what; empty where everybody answers everything
 * @param lineage      where its nodes come from
 */
public record Edition(UUID id, String code, int version, String title, int year, String population,
        @Nullable Integer windowMonths, Scale scale, List<Node> nodes, List<Profile> profiles,
        List<Lineage> lineage) {
    /** The profile of those who answer everything. */
    public static final String WHOLE = "whole";

    /**
     * A section, standard, question or bullet.
     *
     * @param code             its code, such as 2.8.a
     * @param kind             what it is
     * @param parent           the node it stands under; null for none
     * @param title            as shown
     * @param lastYearEvidence whether evidence of the last year is asked for
     * @param thematic         whether it is the theme of its year
     */
    public record Node(String code, NodeKind kind, @Nullable String parent, String title, boolean lastYearEvidence,
            boolean thematic) {
        /** Whether it is answered and rated. */
        public boolean answered() {
            return kind == NodeKind.STANDARD || kind == NodeKind.QUESTION;
        }
    }

    /**
     * Who answers what.
     *
     * @param code     its code, such as district
     * @param sections codes of the sections answered
     */
    public record Profile(String code, List<String> sections) {
    }

    /**
     * Where nodes come from.
     *
     * @param from     the earlier edition's code
     * @param sources  nodes of that edition; none where they are new
     * @param targets  nodes of this one; none where they are retired
     * @param relation what became of them
     * @param why      in words; empty for none
     */
    public record Lineage(String from, List<String> sources, List<String> targets, Relation relation, String why) {
        /** What became of a node. */
        public enum Relation {
            /** The same. */
            UNCHANGED,
            /** The same in other words. */
            REWORDED,
            /** The same under another code. */
            RENUMBERED,
            /** One became several. */
            SPLIT,
            /** Several became one. */
            MERGED,
            /** No longer asked. */
            RETIRED,
            /** Not asked before. */
            NEW
        }
    }

    /** The node with this code. */
    public Optional<Node> node(String code) {
        return nodes.stream().filter(n -> n.code().equals(code)).findFirst();
    }

    /** The bullets of a question. */
    public List<Node> bullets(String code) {
        return nodes.stream().filter(n -> code.equals(n.parent()) && n.kind() == NodeKind.SUBITEM).toList();
    }

    /** What is answered and rated under a profile, in order; everything under {@link #WHOLE}. */
    public List<Node> items(String profile) {
        var sections = profiles.stream().filter(p -> p.code().equals(profile)).findFirst().map(Profile::sections);
        var within = sections.map(this::under);
        return nodes.stream().filter(Node::answered)
                .filter(n -> within.isEmpty() || within.get().contains(n.code())).toList();
    }

    /** The codes of profiles that can be asked to answer, {@link #WHOLE} last. */
    public List<String> profileCodes() {
        var codes = new LinkedHashSet<String>();
        profiles.forEach(p -> codes.add(p.code()));
        codes.add(WHOLE);
        return List.copyOf(codes);
    }

    private Set<String> under(List<String> sections) {
        var within = new LinkedHashSet<>(sections);
        // A node stands after the one it is under, as FrameworkRules holds.
        for (var node : nodes)
            if (node.parent() != null && within.contains(node.parent()))
                within.add(node.code());
        return within;
    }

    static Edition of(UUID id, int version, Tree tree, Scale scale) {
        var nodes = tree.each("nodes").stream()
                .sorted(java.util.Comparator
                        .comparingInt(n -> java.util.Objects.requireNonNullElse(n.number("sort"), 0)))
                .map(n -> new Node(n.text("code"), NodeKind.of(n.text("kind")).orElseThrow(),
                        n.has("parent") ? n.text("parent") : null, n.text("title"), n.yes("last_year_evidence"),
                        n.yes("thematic")))
                .toList();
        return new Edition(id, tree.text("code"), version, tree.text("title"),
                java.util.Objects.requireNonNullElse(tree.number("year"), 0), tree.text("population"),
                tree.number("window_months"), scale, nodes, profiles(tree).stream()
                        .map(p -> new Profile(p.text("code"), p.texts("sections_answered"))).toList(),
                tree.each("lineage").stream()
                        .map(l -> new Lineage(l.text("from"), l.texts("sources"), l.texts("targets"),
                                relation(l.text("relation")).orElseThrow(), l.text("why")))
                        .toList());
    }

    /** One profile by itself, or several in a list. */
    static List<Tree> profiles(Tree tree) {
        return tree.has("profile") ? List.of(tree.under("profile")) : tree.each("profiles");
    }

    static Optional<Lineage.Relation> relation(String written) {
        for (var each : Lineage.Relation.values())
            if (each.name().toLowerCase(java.util.Locale.ROOT).equals(written))
                return Optional.of(each);
        return Optional.empty();
    }
}
