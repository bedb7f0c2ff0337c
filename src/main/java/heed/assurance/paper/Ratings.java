package heed.assurance.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ratings as people print them, and the levels of a scale as a paper defines them. */
final class Ratings {
    private static final String COLOURS = "blue|green|amber|red|yellow|orange|purple|grey|gray|black|white|gold|silver";
    private static final Map<String, String> WORDS = Map.of("b", "Blue", "g", "Green", "a", "Amber", "r", "Red");
    private static final Pattern COLOUR = Pattern
            .compile("(?i)(?:\\(?([A-Z])\\)?\\s*[-–—:=,]?\\s*)?(" + COLOURS + ")(?:\\s*\\(?([A-Z])\\)?)?");
    private static final Pattern LEVEL = Pattern
            .compile("(?i)(?:level|grade|score|stage|band|rated)?\\s*([0-9]|[A-E])(?:\\s*[-–—:=]\\s*(.{2,40}))?");
    private static final Pattern JUDGED = Pattern
            .compile("(?i)(?:fully |partly |partially |not |mostly )?(?:met|achieved|"
                    + "compliant|in place)(?: in full| in part)?|outstanding|good|requires improvement|inadequate|effective|ineffective|developing|"
                    + "established|embedded|strong|weak|satisfactory");
    private static final Pattern DEFINED = Pattern
            .compile("(?is)(?:([A-Z0-9])\\s?[-–—:=,]\\s?)?(" + COLOURS
                    + ")(?:\\s*\\(([A-Z0-9])\\))?\\s*[-–—:=]?\\s+(.{4,})");
    private static final Pattern NUMBERED = Pattern
            .compile("(?is)(?:(level|grade|stage|band|step|score)\\s+)([0-9]|[A-E])\\s*[-–—:=.]?\\s+(.{4,})");
    private static final Pattern PLAIN_LEVEL = Pattern.compile("(?is)([0-9]|[A-E])\\s*[-–—:=]\\s+(.{4,})");
    private static final Pattern STANDING = Pattern
            .compile("(?i)complet\\w*|closed|open|done|in progress|on target|on track|"
                    + "not started|overdue|delayed|ongoing|on-going|started|behind|at risk|on hold|cancelled|superseded|achieved|"
                    + "outstanding|carried forward|yes|no");

    private Ratings() {
    }

    /** A letter or figure and its word, as far as printed. */
    record Rating(String letter, String word) {
    }

    /** One level as a paper defines it. */
    record Level(String letter, String word, String means) {
    }

    /** The rating, where the text is one and nothing more. */
    static Optional<Rating> rating(String printed) {
        var text = printed.strip();
        if (text.isEmpty() || text.length() > 60)
            return Optional.empty();
        var colour = COLOUR.matcher(text);
        if (colour.matches()) {
            var word = proper(colour.group(2));
            return Optional.of(new Rating(word.substring(0, 1), word));
        }
        var letter = WORDS.get(text.toLowerCase(Locale.UK));
        if (letter != null)
            return Optional.of(new Rating(letter.substring(0, 1), letter));
        var level = LEVEL.matcher(text);
        if (level.matches())
            return Optional.of(new Rating(level.group(1).toUpperCase(Locale.UK),
                    level.group(2) == null ? "" : level.group(2).strip()));
        return JUDGED.matcher(text).matches() ? Optional.of(new Rating("", text)) : Optional.empty();
    }

    /** Whether the text says how something stands: a rating, or a word such as "complete". */
    static boolean standing(String text) {
        return text.length() <= 40
                && (STANDING.matcher(text.strip()).matches() || COLOUR.matcher(text.strip()).matches()
                        || WORDS.containsKey(text.strip().toLowerCase(Locale.UK)));
    }

    /** The level that the line defines, if it looks like one; only several together are a scale. */
    static Optional<Level> level(String text) {
        var colour = DEFINED.matcher(text);
        if (colour.matches()) {
            var word = proper(colour.group(2));
            return Optional.of(new Level(word.substring(0, 1), word, colour.group(4).strip()));
        }
        var numbered = NUMBERED.matcher(text);
        if (numbered.matches())
            return Optional.of(new Level(numbered.group(2), proper(numbered.group(1)) + " " + numbered.group(2),
                    numbered.group(3).strip()));
        var plain = PLAIN_LEVEL.matcher(text);
        return plain.matches()
                ? Optional.of(new Level(plain.group(1), plain.group(1), plain.group(2).strip()))
                : Optional.empty();
    }

    /** Where three or more levels stand one after the other, the parts that define them. */
    static List<List<Part>> scales(List<Part> parts) {
        var scales = new ArrayList<List<Part>>();
        var run = new ArrayList<Part>();
        var letters = new HashSet<String>();
        for (var part : parts) {
            var level = level(part.text());
            if (level.isPresent() && letters.add(level.get().letter()))
                run.add(part);
            else {
                if (run.size() >= 3)
                    scales.add(List.copyOf(run));
                run.clear();
                letters.clear();
            }
        }
        if (run.size() >= 3)
            scales.add(List.copyOf(run));
        return scales;
    }

    private static String proper(String word) {
        return word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1).toLowerCase(Locale.UK);
    }
}
