package heed.assurance.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of the faults known to be in a paper were found, which were missed, and what else was cried. */
record Score(String paper, List<String> found, List<String> missed, List<Finding> others) {
    static Score of(String paper, List<Map<String, String>> faults, List<Finding> findings) {
        var left = new ArrayList<>(findings);
        var found = new ArrayList<String>();
        var missed = new ArrayList<String>();
        for (var fault : faults) {
            var hits = findings.stream().filter(f -> is(fault, f)).toList();
            (hits.isEmpty() ? missed : found).add(fault.getOrDefault("id", ""));
            left.removeAll(hits);
        }
        return new Score(paper, found, missed, left);
    }

    private static boolean is(Map<String, String> fault, Finding f) {
        if (!f.kind().name().toLowerCase(Locale.UK).equals(fault.get("kind")))
            return false;
        var print = fault.getOrDefault("fingerprint", "");
        if (!print.isEmpty() && !prints(f.says(), Integer.parseInt(fault.getOrDefault("words", "0"))).contains(print))
            return false;
        var a = fault.getOrDefault("place_a", "");
        var b = fault.getOrDefault("place_b", "");
        var other = f.other();
        if (b.isEmpty() || b.endsWith("Question") || other == null)
            return at(a, f.place()) && (b.isEmpty() || other == null || b.endsWith("Question"));
        return at(a, f.place()) && at(b, other) || at(b, f.place()) && at(a, other);
    }

    private static boolean at(String where, @Nullable Place place) {
        if (place == null)
            return false;
        var m = java.util.regex.Pattern.compile("(?:Q(?=\\d\\.))?(\\S+) (\\w+)(?: p(\\d+))?(?:-p(\\d+))?")
                .matcher(where);
        if (!m.matches() || !m.group(1).equals(place.item()) || !m.group(2).equals(place.part().words()))
            return false;
        if (m.group(3) == null)
            return place.paragraph() == 0;
        int from = Integer.parseInt(m.group(3));
        int to = m.group(4) == null ? from : Integer.parseInt(m.group(4));
        return from <= place.paragraph() && place.paragraph() <= to;
    }

    /** The fingerprints of every run of so many words, as {@code data/README.md} tells. */
    private static List<String> prints(String text, int words) {
        var plain = List.of(
                text.toLowerCase(Locale.UK).replace('’', '\'').replaceAll("[^a-z0-9' ]", " ").strip().split("\\s+"));
        var all = new ArrayList<String>();
        for (int i = 0; i + words <= plain.size(); i++)
            all.add(print(String.join(" ", plain.subList(i, i + words))));
        return all;
    }

    private static String print(String run) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(run.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line to read, places only. */
    String words() {
        return paper + ": found " + found.size() + " of " + (found.size() + missed.size()) + ", missed " + missed
                + ", else cried "
                + others.size() + others.stream().map(f -> "\n    " + f.sure().words() + " " + f)
                        .collect(Collectors.joining());
    }
}
