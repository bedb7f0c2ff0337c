package heed.assurance.years;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the standards of several editions hang together: themes that stay, and entries from one edition to the next.
 *
 * @param code        its code
 * @param version     from 1
 * @param status      such as "draft": shown with everything derived from it
 * @param agreedBy    who agreed it; null while nobody has
 * @param editions    codes of the editions, oldest first
 * @param themes      the themes in order
 * @param entries     from standards of one edition to standards of another
 * @param gaps        standards without a counterpart, and why
 * @param conversions agreed conversions between scales (invariant 2: each has an author and a date)
 */
public record Crosswalk(String code, int version, String status, @Nullable String agreedBy, List<String> editions,
        List<Theme> themes, List<Entry> entries, List<Gap> gaps, List<Conversion> conversions) {
    /**
     * A theme on which years are laid side by side.
     *
     * @param code    such as "T01"
     * @param title   as shown
     * @param nodes   what each edition has on it, by edition; none where it has nothing
     * @param wording what its author says of how far the wording compares: "13-17 B; 17-22 C", "C, gap in 2017"
     */
    public record Theme(String code, String title, Map<String, List<Share>> nodes, String wording) {
        private static final Pattern PAIR = Pattern.compile("(\\d\\d)-(\\d\\d) ([ABCX])(?: or ([ABCX]))?");
        private static final Pattern WHOLE = Pattern.compile("^([ABCX])(?: or ([ABCX]))?\\b");

        /** Copies the nodes. */
        public Theme {
            nodes = Map.copyOf(nodes);
        }

        /** What an edition has on it. */
        public List<Share> in(String edition) {
            return nodes.getOrDefault(edition, List.of());
        }

        /** What its author says of the wording of two years; where two letters are given, the one that promises less. */
        public Optional<Grade> stated(int from, int to) {
            var pairs = PAIR.matcher(wording);
            boolean paired = false;
            while (pairs.find()) {
                paired = true;
                if (Integer.parseInt(pairs.group(1)) == from % 100 && Integer.parseInt(pairs.group(2)) == to % 100)
                    return Optional.of(lesser(pairs.group(3), pairs.group(4)));
            }
            var whole = WHOLE.matcher(wording);
            return !paired && whole.find() ? Optional.of(lesser(whole.group(1), whole.group(2))) : Optional.empty();
        }

        private static Grade lesser(String one, @Nullable String other) {
            var grade = Grade.valueOf(one);
            return other == null ? grade : grade.or(Grade.valueOf(other));
        }
    }

    /** A standard that stands in a theme. @param part whether only part of it does */
    public record Share(String node, boolean part) {
    }

    /**
     * From standards of one edition to standards of another.
     *
     * @param coverage   how much of it is covered, from 0 to 1
     * @param confidence high, medium or low
     * @param why        in words; empty where nobody said
     */
    public record Entry(String from, String to, List<String> sources, List<String> targets, Relation relation,
            BigDecimal coverage, String confidence, String why) {
        private static final BigDecimal NEARLY_ALL = new BigDecimal("0.8");
        private static final BigDecimal HALF = new BigDecimal("0.5");

        /** Copies the standards. */
        public Entry {
            sources = List.copyOf(sources);
            targets = List.copyOf(targets);
        }

        /** How far it lets two years be compared by their wording. */
        public Grade grade() {
            return switch (relation) {
                case EQUAL, EQUIVALENT -> coverage.compareTo(NEARLY_ALL) >= 0 ? Grade.A : Grade.C;
                case SUBSET, SUPERSET -> coverage.compareTo(HALF) >= 0 ? Grade.B : Grade.C;
                case INTERSECTS -> Grade.C;
                case NONE -> Grade.X;
            };
        }
    }

    /** Standards without a counterpart. @param kind "new", "no_target" or "not_in_profile" */
    public record Gap(String from, String to, List<String> nodes, String kind) {
        /** Copies the standards. */
        public Gap {
            nodes = List.copyOf(nodes);
        }

        /** Why, as said on a page. */
        public String words() {
            return switch (kind) {
                case "new" -> "not asked before";
                case "no_target" -> "not asked again";
                case "not_in_profile" -> "not among what this kind of organisation answers";
                default -> kind.replace('_', ' ');
            };
        }
    }

    /**
     * An agreed reading of one scale's letters as another's.
     *
     * @param letters by the letter of the earlier scale
     * @param author  who agreed it
     * @param on      when
     */
    public record Conversion(ScaleRef from, ScaleRef to, Map<String, String> letters, String author, LocalDate on) {
        /** Copies the letters. */
        public Conversion {
            letters = Map.copyOf(letters);
        }
    }

    /** A version of a scale: letters of two scales are never the same letter. */
    public record ScaleRef(String code, int version) {
    }

    /** Copies the lists. */
    public Crosswalk {
        editions = List.copyOf(editions);
        themes = List.copyOf(themes);
        entries = List.copyOf(entries);
        gaps = List.copyOf(gaps);
        conversions = List.copyOf(conversions);
    }

    /** The theme of that code. */
    public Optional<Theme> theme(String code) {
        return themes.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** The entries that tie what a theme has in one edition to what it has in another. */
    public List<Entry> between(Theme theme, String from, String to) {
        var sources = theme.in(from).stream().map(Share::node).toList();
        var targets = theme.in(to).stream().map(Share::node).toList();
        return entries.stream().filter(e -> e.from().equals(from) && e.to().equals(to))
                .filter(e -> e.sources().stream().anyMatch(sources::contains)
                        && e.targets().stream().anyMatch(targets::contains))
                .toList();
    }

    /** The agreed conversion from one scale to another. */
    public Optional<Conversion> conversion(ScaleRef from, ScaleRef to) {
        return conversions.stream().filter(c -> c.from().equals(from) && c.to().equals(to)).findFirst();
    }

    /**
     * From a document as a crosswalk is published.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Crosswalk of(Map<String, ? extends @Nullable Object> document) {
        var editions = texts(document.get("editions"));
        var themes = new ArrayList<Theme>();
        for (var theme : maps(document.get("themes"))) {
            var nodes = new LinkedHashMap<String, List<Share>>();
            for (var edition : editions)
                nodes.put(edition, maps(theme.get(edition)).stream()
                        .map(n -> new Share(text(n, "node"), Boolean.TRUE.equals(n.get("part")))).toList());
            themes.add(new Theme(text(theme, "code"), text(theme, "title"), nodes, text(theme, "mapping_grade")));
        }
        var entries = maps(document.get("entries")).stream().map(e -> new Entry(text(e, "from"), text(e, "to"),
                texts(e.get("sources")), texts(e.get("targets")),
                Relation.of(text(e, "relation")).orElseThrow(() -> new IllegalArgumentException("no such relation")),
                new BigDecimal(String.valueOf(e.get("coverage"))), text(e, "confidence"), text(e, "why"))).toList();
        var gaps = maps(document.get("gaps")).stream()
                .map(g -> new Gap(text(g, "from"), text(g, "to"), texts(g.get("nodes")), text(g, "kind"))).toList();
        var conversions = maps(document.get("conversions")).stream().map(Crosswalk::conversion).toList();
        var agreed = document.get("agreed_by");
        return new Crosswalk(text(document, "code"), document.get("version") instanceof Number n ? n.intValue() : 1,
                text(document, "status"), agreed == null ? null : agreed.toString(), editions, themes, entries, gaps,
                conversions);
    }

    private static Conversion conversion(Map<String, ?> c) {
        var letters = new LinkedHashMap<String, String>();
        for (var pair : maps(c.get("letters")))
            letters.put(text(pair, "from"), text(pair, "to"));
        // As the rules for crosswalks ask for them before one is published.
        return new Conversion(scale(c, "from"), scale(c, "to"), letters, text(c, "agreed_by"),
                LocalDate.parse(text(c, "agreed_on")));
    }

    private static ScaleRef scale(Map<String, ?> conversion, String end) {
        return new ScaleRef(text(conversion, end),
                conversion.get(end + "_version") instanceof Number n ? n.intValue() : 1);
    }

    private static String text(Map<String, ?> from, String name) {
        var value = from.get(name);
        return value == null ? "" : value.toString();
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> some ? some.stream().map(String::valueOf).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, ?>> maps(@Nullable Object list) {
        var all = new ArrayList<Map<String, ?>>();
        if (list instanceof List<?> some)
            for (var each : some)
                if (each instanceof Map<?, ?> map)
                    all.add((Map<String, ?>) map);
        return all;
    }
}
