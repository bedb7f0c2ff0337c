package heed.assurance.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes apart who leads, as people write it: "AB/CD", two names on two lines, "one and another". */
final class LeadWords {
    private static final Pattern BETWEEN = Pattern.compile("\\s*[/;,&+]\\s*|\\s+and\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{2,4}");

    private LeadWords() {
    }

    /**
     * The names in it.
     *
     * @param known whether a name, {@linkplain #folded folded}, is somebody's: then it is not taken apart. Where a line
     *              ends within a name nobody can tell for certain; lines of one word are taken for one name, initials never.
     */
    static List<String> split(String words, Predicate<String> known) {
        var names = new ArrayList<String>();
        for (var part : BETWEEN.split(words.strip())) {
            var whole = part.strip().replaceAll("\\s+", " ");
            if (whole.isEmpty())
                continue;
            var lines = part.strip().split("\\s*\\R\\s*");
            if (lines.length == 1 || known.test(folded(whole))) {
                names.add(whole);
                continue;
            }
            var pending = new StringBuilder();
            for (var line : lines) {
                var name = line.strip().replaceAll("\\s+", " ");
                boolean alone = name.contains(" ") || INITIALS.matcher(name).matches() || known.test(folded(name));
                if (alone || pending.length() > 0) {
                    if (pending.length() > 0 && alone) {
                        names.add(pending.toString());
                        pending.setLength(0);
                        names.add(name);
                    } else if (pending.length() > 0) {
                        names.add(pending + " " + name);
                        pending.setLength(0);
                    } else
                        names.add(name);
                } else
                    pending.append(name);
            }
            if (pending.length() > 0)
                names.add(pending.toString());
        }
        return names.stream().distinct().toList();
    }

    /** A name or initials without case, points and spaces, so that "A. B." is "ab" and a missing space does no harm. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
