package heed.casework.concern;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether two addresses, as different people typed them, are one home. A number with the word after it ("12 Weir", "4
 * Zorquil") and a house that is only a name are what is compared: towns and postcodes are often left out.
 */
public final class Address {
    private static final Pattern NUMBERED = Pattern.compile("\\b(\\d+[a-z]?)\\s+([a-z]{3,})");
    private static final Pattern FLAT = Pattern
            .compile("\\b(?:flat|apartment|apt|unit|room)\\s+([a-z]?\\d*[a-z]?)\\b");
    private static final Pattern POSTCODE = Pattern.compile("\\b([a-z]{1,2}\\d[a-z\\d]?)\\s*(\\d[a-z]{2})\\b");

    private Address() {
    }

    /** What it can be found by; empty for an address that says too little. */
    public static Set<String> keys(String typed) {
        var keys = new LinkedHashSet<String>();
        var tidy = tidy(typed);
        NUMBERED.matcher(tidy.replaceAll(FLAT.pattern(), " ")).results()
                .map(found -> found.group(1) + found.group(2)).forEach(keys::add);
        if (keys.isEmpty() && !tidy.isBlank()) {
            var first = POSTCODE.matcher(typed.lines().findFirst().orElse("").split(",", 2)[0]
                    .toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
            var name = tidy(first).replaceAll("[^a-z]", "");
            if (name.length() > 5)
                keys.add(name);
        }
        return keys;
    }

    /** Whether two are one home: they share a key, and neither names another flat or another postcode. */
    public static boolean same(String one, String other) {
        var shared = new LinkedHashSet<>(keys(one));
        shared.retainAll(keys(other));
        return !shared.isEmpty() && agree(FLAT, tidy(one), tidy(other)) && agree(POSTCODE, tidy(one), tidy(other));
    }

    private static boolean agree(Pattern part, String one, String other) {
        var a = all(part, one);
        var b = all(part, other);
        return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(b::contains);
    }

    private static List<String> all(Pattern part, String text) {
        return part.matcher(text).results().map(Address::joined).toList();
    }

    private static String joined(MatchResult found) {
        var words = new StringBuilder();
        for (int i = 1; i <= found.groupCount(); i++)
            words.append(found.group(i));
        return words.toString();
    }

    private static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ").strip();
    }
}
