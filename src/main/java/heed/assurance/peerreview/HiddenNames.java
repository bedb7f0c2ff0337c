package heed.assurance.peerreview;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters in place of organisations' names, in lists and in what was written. Who is which letter is drawn anew for each
 * sitting of a panel, stays the same through it, and follows from no order that anybody knows. What Heed cannot hide is a
 * story that only one organisation can tell.
 */
public final class HiddenNames {
    /** What an organisation is, and not which. */
    private static final Set<String> GENERIC = Set.of("the", "of", "and", "for", "council", "councils", "district",
            "borough", "city", "county", "town", "parish", "metropolitan", "unitary", "london", "royal", "authority",
            "board", "partnership", "trust", "nhs", "foundation", "police", "constabulary", "service", "services",
            "limited", "ltd", "association", "college", "school", "hospital", "hospitals", "safeguarding", "children's",
            "adults", "company", "group", "plc");
    private static final int LONG = 6;

    private final Map<UUID, String> labels;
    private final Map<String, String> anyCase = new HashMap<>();
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> joined = new LinkedHashMap<>();
    private final Pattern pattern;

    /**
     * An organisation.
     *
     * @param id   which
     * @param name its name
     * @param also other names it goes by, such as its initials
     */
    public record Named(UUID id, String name, List<String> also) {
        /** Copies the names. */
        public Named {
            also = List.copyOf(also);
        }
    }

    /**
     * Draws the letters.
     *
     * @param sitting the sitting of the panel
     * @param all     every organisation of the cycle, peers and owners
     */
    public HiddenNames(UUID sitting, Collection<Named> all) {
        labels = new LinkedHashMap<>();
        for (var named : all.stream().sorted(Comparator.comparing(n -> drawn(sitting, n.id()))).toList())
            labels.put(named.id(), "Organisation " + letters(labels.size()));
        for (var named : all)
            learn(named);
        pattern = pattern();
    }

    private static String drawn(UUID sitting, UUID organisation) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((sitting + " " + organisation).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** A to Z, then AA, AB … */
    private static String letters(int number) {
        var text = new StringBuilder();
        for (int n = number + 1; n > 0; n = (n - 1) / 26)
            text.insert(0, (char) ('A' + (n - 1) % 26));
        return text.toString();
    }

    private void learn(Named named) {
        var label = "[" + label(named.id()) + "]";
        var names = new ArrayList<String>();
        names.add(named.name());
        names.addAll(named.also());
        for (var name : names) {
            if (name.isBlank())
                continue;
            var words = List.of(name.strip().split("\\s+"));
            if (words.size() > 1)
                put(anyCase, plain(name), label);
            else
                put(exact, name.strip(), label);
            var own = own(words);
            if (!own.isEmpty() && own.size() < words.size()) {
                // "Vale" alone may be any vale: only as it is written.
                put(exact, String.join(" ", own), label);
                var run = String.join("", own).toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]", "");
                if (run.length() >= LONG)
                    put(joined, run, label);
            }
            var initials = words.stream().filter(w -> Character.isUpperCase(w.charAt(0))).map(w -> w.substring(0, 1))
                    .reduce("", String::concat);
            if (initials.length() >= 3)
                put(exact, initials, label);
        }
    }

    /** Without what it is: "Harrow Vale" of "Harrow Vale District Council". */
    private static List<String> own(List<String> words) {
        int from = 0;
        int to = words.size();
        while (from < to && GENERIC.contains(words.get(from).toLowerCase(Locale.UK)))
            from++;
        while (to > from && GENERIC.contains(words.get(to - 1).toLowerCase(Locale.UK)))
            to--;
        return words.subList(from, to);
    }

    private static void put(Map<String, String> names, String name, String label) {
        names.merge(name, label, (one, other) -> one.equals(other) ? one : "[an organisation]");
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.UK).replaceAll("\\s+", " ").replace('’', '\'');
    }

    private Pattern pattern() {
        var parts = new ArrayList<String>();
        anyCase.keySet().stream().sorted(longest()).forEach(n -> parts.add("(?i:" + quoted(n) + ")"));
        exact.keySet().stream().sorted(longest()).forEach(n -> parts.add(quoted(n)));
        // In addresses: harrowvale.example, harrowvaledc.example.
        joined.keySet().stream().sorted(longest())
                .forEach(n -> parts.add("(?i:" + Pattern.quote(n) + ")[\\p{L}\\p{N}]*"));
        return parts.isEmpty()
                ? Pattern.compile("(?!)")
                : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + String.join("|", parts) + ")(?![\\p{L}\\p{N}])");
    }

    private static Comparator<String> longest() {
        return Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());
    }

    private static String quoted(String name) {
        return List.of(name.split("\\s+")).stream().map(w -> Pattern.quote(w).replace("'", "\\E['’]\\Q"))
                .reduce((a, b) -> a + "\\s+" + b).orElse("");
    }

    /** What an organisation is called in this sitting. */
    public String label(UUID organisation) {
        return labels.getOrDefault(organisation, "Another organisation");
    }

    /** A text with letters in place of names. */
    public String in(String text) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(letter(found.group())));
    }

    private String letter(String found) {
        var one = anyCase.get(plain(found));
        if (one != null)
            return one;
        var other = exact.get(found.replaceAll("\\s+", " "));
        if (other != null)
            return other;
        var low = found.toLowerCase(Locale.UK);
        return joined.entrySet().stream().filter(e -> low.startsWith(e.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse("[an organisation]");
    }
}
